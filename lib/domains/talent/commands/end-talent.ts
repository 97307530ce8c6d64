/** talent.end: serves no longer from a day on, with what came of it; the place of a demand that was held is free from that day. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { EndTalent } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { noteChanges } from "../inside/note.ts";
import { mayKeep, talentOf } from "../inside/subject.ts";

export const endTalent = command({
  name: "talent.end",
  tells: "talent.ended",
  input: EndTalent,
  subject: (work, { id }) => talentOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, toOn: typed, result }, talent) => {
    if (talent.toOn !== null && talent.toOn <= work.today)
      throw rule("talent.endedAlready", { day: talent.toOn });
    const toOn = dayTyped(typed, work.today, "toOn", 12);
    if (toOn < talent.fromOn) throw rule("talent.endsBefore", undefined, "toOn");
    await work.sql`update talent_filling set to_on = greatest(from_on, ${toOn}::date)
      where talent_id = ${id}::uuid and (to_on is null or to_on > ${toOn}::date) returning id`;
    const { count } = await work.tx.talent.updateMany({
      where: { id, version },
      data: { toOn: dayToColumn(toOn), ...(result ? { result } : {}), version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "talent", entityId: id, divisionId: talent.divisionId };
    noteChanges(work, about, talent, { toOn, ...(result ? { result } : {}) });
    return { id, toOn };
  },
  fact: ({ id, toOn }, _input, { divisionId }) => ({ subject: `talent:${id}`, division: divisionId, toOn }),
});
