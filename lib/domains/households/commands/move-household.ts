/**
 * A household moves to another village: from that day it counts there, its deeds are seen from there, and what was counted before
 * stays counted where it was (decisions 21, 33).
 */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { columnToDay } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { MoveHousehold } from "../input.ts";
import { heldHousehold, mayEdit } from "../subject.ts";
import { villageWithin } from "../village.ts";

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
    if (!on) throw invalid({ on: [dayProblem(input.on, work.today)] });
    if (on > work.today) throw invalid({ on: [{ key: "futureDay" }] });
    await refuseBefore(work, household.id, on);
    await work.sql`select sec.turn_spells(${[household.id]}::uuid[], ${target.id}, ${on}::date)::text`;
    // The deeds first: once the household is elsewhere, a policy could no longer see them.
    await work.sql`select sec.take_along(${[household.id]}::uuid[], ${target.id})::text`;
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

/** A spell holds from its first day on; nothing moves to before it. */
async function refuseBefore(work: Work, householdId: string, on: string) {
  const spell = await work.tx.householdSpell.findFirst({ where: { householdId, toOn: null } });
  const began = spell ? columnToDay(spell.fromOn) : null;
  if (began && on < began) throw rule("household.beforeSpell", { day: began }, "on");
}
