/** Ends a pairing, replaces its helper, or takes back one that was entered by mistake today. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { Problem, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { EndPairing, PairingId, ReplacePairing } from "../input.ts";
import { obstacles, unfitHelper } from "../inside/check.ts";
import { dayTyped } from "../inside/days.ts";
import { helperOf } from "../inside/helper.ts";
import { mustAgreeToLoad } from "../inside/load.ts";
import { heldPairing, mayChange, type PairingSubject } from "../inside/subject.ts";
import { noteHelper, writePairing } from "../inside/write.ts";

export const endPairing = command({
  name: "pairings.end",
  tells: "pairing.ended",
  input: EndPairing,
  subject: (work, { id }) => heldPairing(work, id),
  may: mayChange,
  run: async (work, input, pairing) => {
    const toOn = await end(work, pairing, input);
    return {
      id: pairing.id,
      householdId: pairing.household.id,
      divisionId: pairing.household.divisionId,
      toOn,
    };
  },
  fact: (result, { reason }) => ({
    subject: `pairing:${result.id}`,
    division: result.divisionId,
    household: result.householdId,
    toOn: result.toOn,
    reason,
  }),
});

export const replacePairing = command({
  name: "pairings.replace",
  tells: "pairing.replaced",
  input: ReplacePairing,
  subject: (work, { id }) => heldPairing(work, id),
  may: mayChange,
  run: async (work, input, pairing) => {
    const { household } = pairing;
    const toOn = await end(work, pairing, input);
    const fromOn = dayTyped(input.fromOn, work.today, "fromOn");
    if (fromOn < toOn) throw rule("pairing.successorTooEarly", { day: toOn }, "fromOn");
    const helper = await helperOf(work, input, household.divisionId);
    const against =
      unfitHelper(helper) ??
      (await obstacles(work, [household], helper, pairing.kind, fromOn, pairing.id)).get(household.id);
    if (against) throw new Problem("rule", against, { helperId: [against] });
    await mustAgreeToLoad(work, helper, [household], fromOn, input.overCap === "yes");
    const next = await writePairing(work, household, helper, pairing.kind, fromOn);
    return {
      id: pairing.id,
      next,
      householdId: household.id,
      divisionId: household.divisionId,
      toOn,
      fromOn,
    };
  },
  fact: (result, { reason }) => ({
    subject: `pairing:${result.id}`,
    division: result.divisionId,
    household: result.householdId,
    next: result.next,
    toOn: result.toOn,
    fromOn: result.fromOn,
    reason,
  }),
});

async function end(
  work: Work,
  pairing: PairingSubject,
  input: { toOn: string; reason: string },
): Promise<string> {
  const toOn = dayTyped(input.toOn, work.today, "toOn");
  if (pairing.toOn !== null && pairing.toOn <= work.today)
    throw rule("pairing.endedAlready", { day: pairing.toOn });
  if (toOn <= pairing.fromOn) throw rule("pairing.endsBeforeItBegins", { day: pairing.fromOn }, "toOn");
  await work.tx.pairing.update({
    where: { id: pairing.id },
    data: { toOn: dayToColumn(toOn), endReason: input.reason, version: { increment: 1 } },
  });
  noteHelper(work, pairing.household, pairing.id, pairing.helperName, `${pairing.helperName} ${toOn}`);
  return toOn;
}

/** Undo: as if it had never been, by whoever entered it and on the same day; the row stays, with no day in it. */
export const withdrawPairing = command({
  name: "pairings.withdraw",
  tells: "pairing.withdrawn",
  input: PairingId,
  subject: (work, { id }) => heldPairing(work, id),
  may: (viewer, pairing) => mayChange(viewer, pairing) && pairing.accountId === viewer.accountId,
  run: async (work, _input, pairing) => {
    if (!pairing.fresh) throw rule("pairing.withdrawToday");
    if (pairing.endReason !== null)
      throw rule("pairing.endedAlready", { day: pairing.toOn ?? pairing.fromOn });
    await work.tx.pairing.update({
      where: { id: pairing.id },
      data: { toOn: dayToColumn(pairing.fromOn), endReason: "MISTAKE", version: { increment: 1 } },
    });
    noteHelper(work, pairing.household, pairing.id, pairing.helperName, null);
    return { id: pairing.id, householdId: pairing.household.id, divisionId: pairing.household.divisionId };
  },
  fact: (result) => ({
    subject: `pairing:${result.id}`,
    division: result.divisionId,
    household: result.householdId,
  }),
});
