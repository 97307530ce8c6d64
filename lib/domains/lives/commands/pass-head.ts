/** The head of a household passes to another member on a day; how the others stand is said anew, since it was said of the old head. */
import { openYear } from "#lib/domains/households/open-year.ts";
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { PassHead } from "../input.ts";
import { beginDeed, dayOfDeed, finishDeed, refuseBefore } from "../inside/deed.ts";
import { headIs } from "../inside/head.ts";
import { relationsTyped } from "../inside/relations.ts";
import { rollOf } from "../inside/roll.ts";
import { personOn, stillKept } from "../inside/rules.ts";
import { standsTo } from "../inside/turns.ts";

export const passHead = command({
  name: "lives.passHead",
  tells: "household.headPassed",
  input: PassHead,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, input, home) => {
    await notFrozen(work, home.divisionId);
    stillKept(home);
    const roll = await rollOf(work.sql, home.id, await openYear(work));
    const next = personOn(roll, input.personId);
    if (next.relation === "HEAD") throw rule("life.headAlready", { name: next.name }, "personId");
    const others = roll.filter((one) => one !== next);
    const relations = relationsTyped(others, input.relations);
    const on = await dayOfDeed(work, input.on);
    for (const one of roll.filter(({ relation }) => relation === "HEAD").concat(next))
      await refuseBefore(work, one.personId, on);
    const deed = await beginDeed(work, { kind: "HEAD", reason: input.reason, home, on });
    // The others first: two heads never stand in one household, not even for a moment.
    for (const one of others) await standsTo(deed, home, one, relations.get(one.personId) ?? "OTHER");
    await standsTo(deed, home, next, "HEAD");
    await headIs(deed, home, next);
    await finishDeed(deed);
    return { id: home.id, eventId: deed.id, divisionId: home.divisionId, personId: next.personId, on };
  },
  fact: (result, input) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    person: result.personId,
    reason: input.reason,
    on: result.on,
  }),
});
