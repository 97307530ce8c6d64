/** pairings.handOn: when a helper leaves, another takes the household over from today, or the pairing ends and nobody follows. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { Problem, rule } from "#lib/platform/problem.ts";
import { beginning } from "../held.ts";
import { HandOnPairing } from "../input.ts";
import { obstacles, unfitHelper } from "../inside/check.ts";
import { helperOf } from "../inside/helper.ts";
import { mustAgreeToLoad } from "../inside/load.ts";
import { heldPairing, mayChange } from "../inside/subject.ts";
import { noteHelper, writePairing } from "../inside/write.ts";

export const handOnPairing = command({
  name: "pairings.handOn",
  tells: "pairing.handedOn",
  input: HandOnPairing,
  subject: (work, { id }) => heldPairing(work, id),
  may: mayChange,
  run: async (work, { helperId, reason, overCap }, pairing) => {
    const { household, kind } = pairing;
    if (pairing.toOn !== null && (pairing.toOn <= work.today || pairing.toOn <= pairing.fromOn))
      throw rule("pairing.endedAlready", { day: pairing.toOn });
    // One that begins today or later never held for a day: it stays, with no day in it.
    const day = beginning(pairing.fromOn, work.today);
    await work.tx.pairing.update({
      where: { id: pairing.id },
      data: { toOn: dayToColumn(day), endReason: reason, version: { increment: 1 } },
    });
    noteHelper(work, household, pairing.id, pairing.helperName, `${pairing.helperName} ${day}`);
    const told = { id: pairing.id, householdId: household.id, divisionId: household.divisionId, day };
    if (!helperId) return { ...told, next: null };
    const helper = await helperOf(work, { helperId }, household.divisionId);
    const against =
      unfitHelper(helper) ??
      (await obstacles(work, [household], helper, kind, day, pairing.id)).get(household.id);
    if (against) throw new Problem("rule", against, { pairings: [against] });
    await mustAgreeToLoad(work, helper, [household], day, overCap === "yes");
    return { ...told, next: await writePairing(work, household, helper, kind, day, pairing.toOn) };
  },
  fact: (result, { reason }) => ({
    subject: `pairing:${result.id}`,
    division: result.divisionId,
    household: result.householdId,
    next: result.next,
    on: result.day,
    reason,
  }),
});
