/** quality.reopen: a confirmation is taken back; the value is doubtful again. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { ReopenFinding } from "../input.ts";
import { heldFinding } from "../inside/finding.ts";

export const reopenFinding = command({
  name: "quality.reopen",
  tells: "finding.reopened",
  input: ReopenFinding,
  subject: (work, { id }) => heldFinding(work, id),
  may: (viewer, finding) => may(viewer, "household.edit", finding.divisionId),
  run: async (work, { id }, finding) => {
    await work.sql`update quality_finding set confirmed_note = null, confirmed_by = null, confirmed_by_name = null, confirmed_on = null where id = ${id}::uuid`;
    if (finding.confirmedNote !== null)
      work.note({
        ...{ entity: "household", entityId: finding.householdId, householdId: finding.householdId },
        ...{ divisionId: finding.divisionId, field: "finding", old: finding.confirmedNote, new: null },
      });
    return { id, householdId: finding.householdId };
  },
  fact: ({ householdId }, _input, { divisionId, rule }) => ({
    subject: `household:${householdId}`,
    division: divisionId,
    rule,
  }),
});
