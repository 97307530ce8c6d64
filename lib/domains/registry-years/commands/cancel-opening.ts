/** Whoever asked for a new year takes that back while it is still being prepared; what was prepared goes with it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { CancelOpening } from "../input.ts";

export const cancelOpening = command({
  name: "registry.cancelOpening",
  tells: "registry.yearCancelled",
  input: CancelOpening,
  subject: async ({ sql, viewer }, { year }) => {
    const [found] = await sql<{
      id: number;
      jobId: string | null;
      status: string;
      accountId: number;
      name: string;
    }>`
      select d.id, o.job_id as "jobId", o.status, o.account_id as "accountId", o.account_name as name
      from year_opening o, division d where o.year = ${year} and d.level = 'PREFECTURE'`;
    return found && reaches(viewer, found.id) ? found : null;
  },
  may: (viewer, { id }) => may(viewer, "registry.year", id),
  run: async (work, { year }, opening) => {
    if (opening.status !== "PREPARING") throw rule("registry.notPreparing");
    if (opening.accountId !== work.viewer.accountId)
      throw rule("registry.othersOpening", { name: opening.name });
    const [stopped] = await work.sql<{ id: string }>`
      update job set cancel_asked = true where id = ${opening.jobId}::uuid and status in ('QUEUED', 'RUNNING') returning id`;
    if (!stopped) throw rule("registry.notPreparing");
    return { year, divisionId: opening.id };
  },
  fact: ({ year, divisionId }) => ({ subject: `registryYear:${year}`, division: divisionId, year }),
});
