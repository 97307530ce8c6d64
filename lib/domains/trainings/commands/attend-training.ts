/** trainings.attend: adds people who were there, pasted or ticked; trainings.drop: takes off the list who was not. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { AddAttendees, DropAttendees } from "../input.ts";
import { keepStill, mayKeep, trainingOf } from "../inside/subject.ts";
import { writeAttendees } from "../inside/write.ts";
import { recognize } from "../recognize.ts";

export const addAttendees = command({
  name: "trainings.attend",
  tells: "training.attended",
  input: AddAttendees,
  subject: (work, { id }) => trainingOf(work, id),
  may: mayKeep,
  run: async (work, { id, names, people }, { divisionId }) => {
    await keepStill(work, id);
    if (names.trim() === "" && people.length === 0)
      throw rule("training.nobody", undefined, names === "" ? "people" : "names");
    const there = await work.sql<{ name: string; times: number }>`
      select name, count(*)::int as times from training_attendee where training_id = ${id}::uuid group by name`;
    const attendees = await recognize(
      work,
      divisionId,
      { names, people },
      new Map(there.map(({ name, times }) => [name, times])),
    );
    return { id, divisionId, ...(await writeAttendees(work, id, divisionId, attendees)) };
  },
  fact: ({ id, divisionId, known, unknown }) => ({
    subject: `training:${id}`,
    division: divisionId,
    known,
    unknown,
  }),
});

export const dropAttendees = command({
  name: "trainings.drop",
  tells: "training.dropped",
  input: DropAttendees,
  subject: (work, { id }) => trainingOf(work, id),
  may: mayKeep,
  run: async (work, { id, attendees }, { divisionId }) => {
    await keepStill(work, id);
    const where = { trainingId: id, id: { in: attendees } };
    const gone = await work.tx.trainingAttendee.findMany({ where, select: { name: true } });
    const { count } = await work.tx.trainingAttendee.deleteMany({ where });
    for (const { name } of gone)
      work.note({ entity: "training", entityId: id, divisionId, field: "attendee", old: name, new: null });
    return { id, divisionId, count };
  },
  fact: ({ id, divisionId, count }) => ({ subject: `training:${id}`, division: divisionId, count }),
});
