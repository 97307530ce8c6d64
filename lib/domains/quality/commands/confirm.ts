/** quality.confirm: somebody looked and says by name that a doubtful value is true, and why. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { ConfirmFinding } from "../input.ts";
import { heldFinding } from "../inside/finding.ts";

export const confirmFinding = command({
  name: "quality.confirm",
  tells: "finding.confirmed",
  input: ConfirmFinding,
  subject: (work, { id }) => heldFinding(work, id),
  may: (viewer, finding) => may(viewer, "household.edit", finding.divisionId),
  run: async (work, { id, note, detail }, finding) => {
    if (finding.severity === "ERROR") throw rule("quality.errorStays", undefined, "note");
    if (finding.detail !== detail) throw conflict("quality.valueChanged");
    const { accountId, name } = work.viewer;
    await work.sql`update quality_finding set confirmed_note = ${note}, confirmed_by = ${accountId}, confirmed_by_name = ${name}, confirmed_on = ${work.today}::date
      where id = ${id}::uuid`;
    work.note({
      ...{ entity: "household", entityId: finding.householdId, householdId: finding.householdId },
      ...{ divisionId: finding.divisionId, field: "finding", old: finding.confirmedNote, new: note },
    });
    return { id, householdId: finding.householdId };
  },
  fact: ({ householdId }, _input, { divisionId, rule: code }) => ({
    subject: `household:${householdId}`,
    division: divisionId,
    rule: code,
  }),
});
