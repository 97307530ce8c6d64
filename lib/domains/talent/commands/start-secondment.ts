/** secondment.start, secondment.end: the school is reached on a day; the teaching ends before the day agreed, or never begins, with the reason. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { dayTyped } from "../inside/days.ts";
import { noteChanges } from "../inside/note.ts";
import { mayKeep, secondmentOf } from "../inside/subject.ts";
import { EndSecondment, StartSecondment } from "../secondment-input.ts";

export const startSecondment = command({
  name: "secondment.start",
  tells: "secondment.started",
  input: StartSecondment,
  subject: (work, { id }) => secondmentOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, startedOn: typed }, before) => {
    if (before.endedOn !== null) throw rule("secondment.endedAlready", { day: before.endedOn });
    if (before.startedOn !== null) throw rule("secondment.startedAlready", { day: before.startedOn });
    const startedOn = dayTyped(typed, work.today, "startedOn");
    if (startedOn >= before.toOn) throw rule("secondment.startsAfter", undefined, "startedOn");
    const { count } = await work.tx.teachingSecondment.updateMany({
      where: { id, version },
      data: { startedOn: dayToColumn(startedOn), version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "secondment", entityId: id, divisionId: before.divisionId };
    noteChanges(work, about, before, { startedOn });
    return { id, startedOn };
  },
  fact: ({ id, startedOn }, _input, { divisionId }) => ({
    subject: `secondment:${id}`,
    division: divisionId,
    startedOn,
  }),
});

export const endSecondment = command({
  name: "secondment.end",
  tells: "secondment.ended",
  input: EndSecondment,
  subject: (work, { id }) => secondmentOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, endedOn: typed, why }, before) => {
    if (before.endedOn !== null) throw rule("secondment.endedAlready", { day: before.endedOn });
    if (before.toOn <= work.today) throw rule("secondment.finishedAlready", { day: before.toOn });
    const endedOn = dayTyped(typed, work.today, "endedOn", 6);
    if (endedOn >= before.toOn) throw rule("secondment.endsByItself", { day: before.toOn }, "endedOn");
    if (before.startedOn !== null && endedOn < before.startedOn)
      throw rule("secondment.endsBefore", undefined, "endedOn");
    const [later] = await work.sql<{ day: string }>`select max(day)::text as day from secondment_check
      where secondment_id = ${id}::uuid and day >= ${endedOn}::date`;
    if (later?.day) throw rule("secondment.checkedOutside", { day: later.day }, "endedOn");
    const { count } = await work.tx.teachingSecondment.updateMany({
      where: { id, version },
      data: { endedOn: dayToColumn(endedOn), endedWhy: why, version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "secondment", entityId: id, divisionId: before.divisionId };
    noteChanges(work, about, before, { endedOn });
    work.note({ ...about, field: "endedWhy", old: null, new: why });
    return { id, endedOn };
  },
  fact: ({ id, endedOn }, _input, { divisionId }) => ({
    subject: `secondment:${id}`,
    division: divisionId,
    endedOn,
  }),
});
