/** A family joins another (并户): its members go over on a day, its file ends and points to the other; what lies with it stays with it. */
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { windowOpen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { notFound } from "#lib/platform/problem.ts";
import { Merge } from "../input.ts";
import { beginDeed, finishDeed, touch } from "../inside/deed.ts";
import { endFile } from "../inside/ending.ts";
import { joinIncomes } from "../inside/incomes.ts";
import { planMerge } from "../inside/plan.ts";
import { relationsTyped } from "../inside/relations.ts";
import { tie } from "../inside/ties.ts";
import { goesOver } from "../inside/turns.ts";

export const mergeHousehold = command({
  name: "lives.merge",
  tells: "household.joined",
  input: Merge,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, input, home) => {
    await windowOpen(work, home.divisionId);
    const plan = await planMerge(work, home, input);
    const into = await heldHousehold(work, plan.into.id);
    if (!into) throw notFound();
    const relations = relationsTyped(plan.roll, input.relations);
    const deed = await beginDeed(work, {
      kind: "MERGE",
      reason: input.reason,
      home,
      on: plan.on,
      income: "head",
    });
    touch(deed, into);
    for (const one of plan.roll)
      await goesOver(deed, home, into, one, relations.get(one.personId) ?? "OTHER");
    await endFile(deed, home);
    await joinIncomes(deed, home, into);
    await finishDeed(deed);
    await tie(deed, "MERGE", home, into);
    return { id: into.id, from: home.id, eventId: deed.id, divisionId: into.divisionId, on: plan.on };
  },
  fact: (result, input) => ({
    subject: `household:${result.from}`,
    division: result.divisionId,
    into: result.id,
    reason: input.reason,
    on: result.on,
  }),
});
