/** orgs.exportTerms: the due list leaves as a workbook; the audit is told before the first row does. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { ListTerms } from "../input-life.ts";

export const exportTerms = command({
  name: "orgs.exportTerms",
  tells: "partyOrg.termsExported",
  input: ListTerms,
  subject: async ({ sql, viewer }, { unitId }) => {
    const [unit] = await sql<{ id: number; name: string }>`
      select id, name from division where id = ${unitId ?? homeUnit(viewer)}`;
    return unit ?? null;
  },
  may: (viewer) => mayAnywhere(viewer, "partyOrg.edit"),
  run: async (_work, _input, unit) => ({ unit: unit.name }),
  fact: (_result, { window, month }, unit) => ({
    subject: `division:${unit.id}`,
    division: unit.id,
    window: month ?? window,
  }),
});
