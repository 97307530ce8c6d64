/** trainings.settle: says whose the unrecognized names are: a person of the registry, somebody from outside, or nobody who was there. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { SettleAttendees } from "../input.ts";
import { keepStill, mayKeep, trainingOf } from "../inside/subject.ts";
import { peopleOf } from "../recognize.ts";

export const settleAttendees = command({
  name: "trainings.settle",
  tells: "training.settled",
  input: SettleAttendees,
  subject: (work, { id }) => trainingOf(work, id),
  may: mayKeep,
  run: async (work, { id, answers, rest }, { divisionId }) => {
    await keepStill(work, id);
    const note = (old: string, now: string | null) =>
      work.note({ entity: "training", entityId: id, divisionId, field: "attendee", old, new: now });
    const open = await openNames(work, id);
    const [first] = open.keys();
    if (first && answers.length === 0 && !rest) throw rule("training.noneSettled", undefined, `is.${first}`);
    const people = answers.map(({ is }) => is).filter((is) => is !== "OUTSIDER" && is !== "DROP");
    if (new Set(people).size < people.length) throw rule("training.twice");
    const known = new Map((await peopleOf(work, people)).map((one) => [one.id, one]));
    const there = await thereAlready(work, id, people);
    for (const { attendee, is } of answers) {
      const name = open.get(attendee);
      // Somebody else has settled it meanwhile.
      if (name === undefined) continue;
      const person = known.get(is);
      if (person) {
        if (there.has(person.id))
          throw rule("training.thereAlready", { name: person.name }, `is.${attendee}`);
        await work.tx.trainingAttendee.update({
          where: { id: attendee },
          data: { standing: "KNOWN", personId: person.id, name: person.name, divisionId: person.divisionId },
        });
        if (person.name !== name) note(name, person.name);
      } else if (is === "DROP") {
        await work.tx.trainingAttendee.delete({ where: { id: attendee } });
        note(name, null);
      } else
        await work.tx.trainingAttendee.update({ where: { id: attendee }, data: { standing: "OUTSIDER" } });
      open.delete(attendee);
    }
    if (rest)
      await work.tx.trainingAttendee.updateMany({
        where: { trainingId: id, standing: "UNKNOWN" },
        data: { standing: "OUTSIDER" },
      });
    return { id, divisionId, open: rest ? 0 : open.size };
  },
  fact: ({ id, divisionId, open }) => ({ subject: `training:${id}`, division: divisionId, open }),
});

async function openNames({ sql }: Work, id: string): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; name: string }>`
    select id, name from training_attendee where training_id = ${id}::uuid and standing = 'UNKNOWN'`;
  return new Map(rows.map((one) => [one.id, one.name]));
}

async function thereAlready({ sql }: Work, id: string, people: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }>`
    select person_id as id from training_attendee where training_id = ${id}::uuid and person_id = any (${people}::uuid[])`;
  return new Set(rows.map((one) => one.id));
}
