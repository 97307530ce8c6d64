/** measures.record: what is done for a household from now on, or was done in an earlier year. */
import { openYear } from "#lib/domains/households/open-year.ts";
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { RecordMeasure } from "../input.ts";
import { factsTyped } from "../inside/subject.ts";

export const recordMeasure = command({
  name: "measures.record",
  tells: "measure.recorded",
  input: RecordMeasure,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, { householdId, ...typed }, household) => {
    if (typed.year > (await openYear(work))) throw rule("measure.yearAhead", undefined, "year");
    const facts = await factsTyped(work, typed);
    const { divisionId } = household;
    const { id } = await work.tx.measure.create({
      data: {
        ...facts,
        ...{ householdId, divisionId, countedIn: divisionId, status: "RUNNING" },
        accountId: work.viewer.accountId,
      },
      select: { id: true },
    });
    work.note({
      ...{ entity: "measure", entityId: id, householdId, divisionId },
      ...{ field: "measure", old: null, new: `${typed.year} ${typed.project}` },
    });
    return { id, householdId, divisionId };
  },
  fact: ({ id, householdId, divisionId }) => ({
    subject: `measure:${id}`,
    division: divisionId,
    household: householdId,
  }),
});
