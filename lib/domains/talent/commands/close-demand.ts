/** talent.closeDemand: taken off the list from a day on, with the reason; whoever held a place serves on, but no longer on a listed one. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { CloseDemand } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { noteChanges } from "../inside/note.ts";
import { demandOf, mayKeep, stillOpen } from "../inside/subject.ts";

export const closeDemand = command({
  name: "talent.closeDemand",
  tells: "talentDemand.closed",
  input: CloseDemand,
  subject: (work, { id }) => demandOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, toOn: typed, why }, demand) => {
    stillOpen(demand, "talent.demandClosed");
    const toOn = dayTyped(typed, work.today, "toOn");
    if (toOn < demand.fromOn) throw rule("talent.endsBefore", undefined, "toOn");
    await work.sql`update talent_filling set to_on = greatest(from_on, ${toOn}::date)
      where demand_id = ${id}::uuid and (to_on is null or to_on > ${toOn}::date) returning id`;
    const { count } = await work.tx.talentDemand.updateMany({
      where: { id, version },
      data: { toOn: dayToColumn(toOn), closedWhy: why, version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "talentDemand", entityId: id, divisionId: demand.divisionId };
    noteChanges(work, about, demand, { toOn, closedWhy: why });
    return { id, toOn };
  },
  fact: ({ id, toOn }, _input, { divisionId }) => ({
    subject: `talentDemand:${id}`,
    division: divisionId,
    toOn,
  }),
});
