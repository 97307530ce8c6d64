/**
 * A household moves to another village: from that day it counts there, its deeds are seen from there, and what was counted before
 * stays counted where it was (decisions 21, 33).
 */
import { readDay } from "#lib/base/calendar.ts";
import { columnToDay, dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { MoveHousehold } from "../input.ts";
import { heldHousehold, mayEdit } from "../inside/subject.ts";
import { villageWithin } from "../inside/village.ts";

export const moveHousehold = command({
  name: "households.move",
  tells: "household.moved",
  input: MoveHousehold,
  subject: async (work, { id, toDivisionId }) => {
    const household = await heldHousehold(work, id);
    const target = await villageWithin(work, toDivisionId);
    return household && target ? { ...household, target } : null;
  },
  may: (viewer, household) =>
    mayEdit(viewer, household) && mayEdit(viewer, { divisionId: household.target.id }),
  run: async (work, input, household) => {
    const { target } = household;
    if (target.id === household.divisionId) throw rule("household.alreadyThere", undefined, "toDivisionId");
    const on = readDay(input.on, work.today);
    if (!on) throw invalid({ on: [{ key: "day" }] });
    if (on > work.today) throw invalid({ on: [{ key: "futureDay" }] });
    await turnSpell(work, household.id, target.id, household.status, on);
    // The deeds first: once the household is elsewhere, a policy could no longer see them.
    await takeDeedsAlong(work, household.id, target.id);
    await work.tx.household.update({
      where: { id: household.id },
      data: { divisionId: target.id, groupName: input.groupName ?? null, version: { increment: 1 } },
    });
    work.note({
      entity: "household",
      entityId: household.id,
      householdId: household.id,
      divisionId: target.id,
      field: "division",
      old: household.place,
      new: target.name,
    });
    return { id: household.id, from: household.divisionId, divisionId: target.id, on };
  },
  fact: (result) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    from: result.from,
    on: result.on,
  }),
});

/** The spell of the old place ends on that day and one of the new place begins; a spell that began on it is corrected. */
async function turnSpell(work: Work, householdId: string, divisionId: number, status: string, on: string) {
  const { tx } = work;
  const spell = await tx.householdSpell.findFirst({ where: { householdId, toOn: null } });
  const began = spell ? columnToDay(spell.fromOn) : null;
  if (began && on < began) throw rule("household.beforeSpell", { day: began }, "on");
  if (began === on) {
    await tx.householdSpell.update({
      where: { householdId_fromOn: { householdId, fromOn: dayToColumn(on) } },
      data: { divisionId },
    });
    return;
  }
  await tx.householdSpell.updateMany({ where: { householdId, toOn: null }, data: { toOn: dayToColumn(on) } });
  await tx.householdSpell.create({
    data: { householdId, divisionId, status: spell?.status ?? status, fromOn: dayToColumn(on) },
  });
}

/** What the present place may see; the place a deed is counted in (visit.counted_in) is never touched. */
async function takeDeedsAlong({ tx }: Work, householdId: string, divisionId: number) {
  const ofHousehold = { where: { householdId }, data: { divisionId } };
  await tx.householdYear.updateMany(ofHousehold);
  await tx.membershipYear.updateMany(ofHousehold);
  await tx.pairing.updateMany(ofHousehold);
  await tx.visit.updateMany(ofHousehold);
  await tx.visitVisitor.updateMany(ofHousehold);
  await tx.person.updateMany(ofHousehold);
  await tx.searchEntry.updateMany(ofHousehold);
  await tx.change.updateMany(ofHousehold);
  await tx.storedFile.updateMany(ofHousehold);
}
