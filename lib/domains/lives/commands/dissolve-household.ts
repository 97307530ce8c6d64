/** A file ends because nobody is left (销户): all have died, or all have moved away. */
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { windowOpen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { Dissolve } from "../input.ts";
import { beginDeed, finishDeed } from "../inside/deed.ts";
import { endFile } from "../inside/ending.ts";
import { planDissolve } from "../inside/plan.ts";
import { goes } from "../inside/turns.ts";

export const dissolveHousehold = command({
  name: "lives.dissolve",
  tells: "household.dissolved",
  input: Dissolve,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, input, home) => {
    await windowOpen(work, home.divisionId);
    const plan = await planDissolve(work, home, input);
    const deed = await beginDeed(work, { kind: "DISSOLVE", reason: input.reason, home, on: plan.on });
    for (const one of plan.roll) await goes(deed, home, one);
    await endFile(deed, home);
    await finishDeed(deed);
    return {
      id: home.id,
      eventId: deed.id,
      divisionId: home.divisionId,
      went: plan.roll.length,
      on: plan.on,
    };
  },
  fact: (result, input) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    reason: input.reason,
    went: result.went,
    on: result.on,
  }),
});
