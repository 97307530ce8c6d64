/** talent.correct: other facts of where and as what a talent serves; whom it is about stays. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { CorrectTalent } from "../input.ts";
import { noteChanges } from "../inside/note.ts";
import { servingOf } from "../inside/serving.ts";
import { mayKeep, talentOf } from "../inside/subject.ts";

export const correctTalent = command({
  name: "talent.correct",
  tells: "talent.corrected",
  input: CorrectTalent,
  subject: (work, { id }) => talentOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, ...typed }, talent) => {
    const serving = await servingOf(work, typed);
    const { count } = await work.tx.talent.updateMany({
      where: { id, version },
      data: {
        ...serving,
        fromOn: dayToColumn(serving.fromOn),
        toOn: serving.toOn === null ? null : dayToColumn(serving.toOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    const { programId: _, ...told } = serving;
    noteChanges(work, { entity: "talent", entityId: id, divisionId: talent.divisionId }, talent, told);
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `talent:${id}`, division: divisionId }),
});
