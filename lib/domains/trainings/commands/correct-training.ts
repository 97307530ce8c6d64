/** trainings.correct: corrects what was written about a training; old and new value of every field are kept. */
import { columnToDay, dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { CorrectTraining } from "../input.ts";
import { factsOf } from "../inside/facts.ts";
import { keepStill, mayKeep, trainingOf } from "../inside/subject.ts";
import { STATED, type Stated } from "../training.ts";

export const correctTraining = command({
  name: "trainings.correct",
  tells: "training.corrected",
  input: CorrectTraining,
  subject: (work, { id }) => trainingOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, ...typed }, { divisionId }) => {
    await keepStill(work, id);
    const read = factsOf(typed, work.today);
    const facts = {
      ...read,
      organizer: read.organizer ?? null,
      venue: read.venue ?? null,
      note: read.note ?? null,
      ...(Object.fromEntries(STATED.map((key) => [key, read[key] ?? null])) as Stated),
    };
    const before = await work.tx.training.findUniqueOrThrow({ where: { id } });
    const { count } = await work.tx.training.updateMany({
      where: { id, version },
      data: {
        ...facts,
        fromOn: dayToColumn(facts.fromOn),
        toOn: dayToColumn(facts.toOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    const fields: string[] = [];
    for (const [field, value] of Object.entries(facts)) {
      const old = textOf(before[field as keyof typeof before]);
      const now = textOf(value);
      if (old === now) continue;
      fields.push(field);
      work.note({ entity: "training", entityId: id, divisionId, field, old, new: now });
    }
    return { id, divisionId, fields };
  },
  fact: ({ id, divisionId, fields }) => ({ subject: `training:${id}`, division: divisionId, fields }),
});

/** As the history shows it: days as days, hours without a needless ".0", money in fen, what is missing as nothing. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return columnToDay(value);
  return String(value).replace(/\.0$/, "");
}
