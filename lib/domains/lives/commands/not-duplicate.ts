/** Somebody has looked: two files that sound alike are two families, and are not shown again. */
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { NotDuplicate } from "../input.ts";
import { seenHousehold } from "../inside/plan.ts";

export const notDuplicate = command({
  name: "lives.notDuplicate",
  tells: "household.notDuplicate",
  input: NotDuplicate,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, { otherId }, home) => {
    const other = await seenHousehold(work, otherId);
    if (!other || other.id === home.id || !mayEdit(work.viewer, other)) throw rule("life.noSuchFile");
    const both = { householdId: home.id, otherId };
    await work.tx.duplicateVerdict.upsert({
      where: { householdId_otherId: both },
      create: {
        ...both,
        divisionId: home.divisionId,
        accountId: work.viewer.accountId,
        accountName: work.viewer.name,
      },
      update: {},
    });
    return { id: home.id, divisionId: home.divisionId, other: otherId };
  },
  fact: (result) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    other: result.other,
  }),
});
