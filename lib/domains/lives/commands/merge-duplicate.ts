/** Two files of one family become one: the duplicate ends and points to the other; who stands in both stays once, who stood in it alone comes over. */
import { RELATIONS } from "#lib/domains/households/codes.ts";
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, notFound } from "#lib/platform/problem.ts";
import { MergeDuplicate } from "../input.ts";
import { beginDeed, finishDeed, touch } from "../inside/deed.ts";
import { endFile } from "../inside/ending.ts";
import { planMerge } from "../inside/plan.ts";
import { tie } from "../inside/ties.ts";
import { goes, goesOver } from "../inside/turns.ts";

export const mergeDuplicate = command({
  name: "lives.mergeDuplicate",
  tells: "household.duplicateMerged",
  input: MergeDuplicate,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, input, home) => {
    await notFrozen(work, home.divisionId);
    const plan = await planMerge(work, home, {
      householdId: home.id,
      intoId: input.keptId,
      on: work.today,
    });
    const kept = await heldHousehold(work, plan.into.id);
    if (!kept) throw notFound();
    const said = (personId: string) => input.relations[personId] ?? "";
    const unsaid = plan.roll.filter(
      ({ personId }) =>
        said(personId) !== "SAME" &&
        !RELATIONS.some(({ code }) => code !== "HEAD" && code === said(personId)),
    );
    if (unsaid.length > 0)
      throw invalid(
        Object.fromEntries(unsaid.map(({ personId }) => [`relation.${personId}`, [{ key: "choose" }]])),
      );
    const deed = await beginDeed(work, {
      kind: "DUPLICATE",
      reason: "SAME_FAMILY",
      home,
      on: plan.on,
      income: "head",
    });
    touch(deed, kept);
    for (const one of plan.roll)
      if (said(one.personId) === "SAME") await goes(deed, home, one);
      else await goesOver(deed, home, kept, one, said(one.personId));
    await endFile(deed, home);
    await finishDeed(deed);
    await tie(deed, "DUPLICATE", home, kept);
    return { id: kept.id, from: home.id, eventId: deed.id, divisionId: kept.divisionId };
  },
  fact: (result) => ({
    subject: `household:${result.from}`,
    division: result.divisionId,
    into: result.id,
  }),
});
