/** talent.foundProgram, talent.correctProgram: the programs by which talent comes, named by the prefecture and the counties. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { CorrectProgram, FoundProgram } from "../input.ts";
import { spanTyped } from "../inside/days.ts";
import { noteChanges } from "../inside/note.ts";
import { mayRun, placeOf, programOf } from "../inside/subject.ts";

const AHEAD = { from: 12, to: 240 };

export const foundProgram = command({
  name: "talent.foundProgram",
  tells: "talentProgram.founded",
  input: FoundProgram,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: mayRun,
  run: async (work, { divisionId, fromOn: from, toOn: to, ...program }) => {
    const { fromOn, toOn } = spanTyped({ fromOn: from, toOn: to }, work.today, AHEAD);
    const { id } = await work.tx.talentProgram.create({
      data: {
        ...program,
        divisionId,
        fromOn: dayToColumn(fromOn),
        toOn: toOn === null ? null : dayToColumn(toOn),
        accountId: work.viewer.accountId,
      },
      select: { id: true },
    });
    const about = { entity: "talentProgram", entityId: id, divisionId };
    const { operator, ...told } = program;
    noteChanges(work, about, null, { ...told, runBy: operator, fromOn, toOn });
    return { id };
  },
  fact: ({ id }, { divisionId, stream, name }) => ({
    subject: `talentProgram:${id}`,
    division: divisionId,
    stream,
    name,
  }),
});

/** The stream stays: it is written on everybody who came by the program. */
export const correctProgram = command({
  name: "talent.correctProgram",
  tells: "talentProgram.corrected",
  input: CorrectProgram,
  subject: (work, { id }) => programOf(work, id),
  may: mayRun,
  run: async (work, { id, version, fromOn: from, toOn: to, ...typed }, before) => {
    const { fromOn, toOn } = spanTyped({ fromOn: from, toOn: to }, work.today, AHEAD);
    const program = { name: typed.name, operator: typed.operator ?? null, note: typed.note ?? null };
    const { count } = await work.tx.talentProgram.updateMany({
      where: { id, version },
      data: {
        ...program,
        fromOn: dayToColumn(fromOn),
        toOn: toOn === null ? null : dayToColumn(toOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    const about = { entity: "talentProgram", entityId: id, divisionId: before.divisionId };
    const { operator, ...told } = program;
    noteChanges(
      work,
      about,
      { ...before, runBy: before.operator },
      { ...told, runBy: operator, fromOn, toOn },
    );
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `talentProgram:${id}`, division: divisionId }),
});
