/** Takes the trail out of the house as it is seen; told before the first row leaves. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { ExportTrail } from "../input.ts";

export const exportTrail = command({
  name: "audit.export",
  tells: "audit.exported",
  input: ExportTrail,
  subject: async ({ viewer }) => viewer,
  may: (viewer) => mayAnywhere(viewer, "trail.view"),
  run: async () => undefined,
  fact: (_result, { note }, viewer) => ({
    subject: `account:${viewer.accountId}`,
    division: null,
    filter: note,
  }),
});
