/** industry.correct: other facts, another seat, other villages. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { CorrectEntity } from "../input.ts";
import { entityOf, mayEdit, stillOperating } from "../inside/entity.ts";
import { asColumns, checkedFacts, noteFacts } from "../inside/facts.ts";
import { writeVillages } from "../inside/write-villages.ts";

export const correctEntity = command({
  name: "industry.correct",
  tells: "industryEntity.corrected",
  input: CorrectEntity,
  subject: (work, { id }) => entityOf(work.sql, id),
  // Also at the new seat: nobody hands an entity over to where he has no say.
  may: (viewer, entity, input) => mayEdit(viewer, entity) && mayEdit(viewer, input),
  run: async (work, input, entity) => {
    stillOperating(entity);
    const { id, version, ...typed } = input;
    const facts = await checkedFacts(work, typed, entity);
    const { count } = await work.tx.industryEntity.updateMany({
      where: { id, version },
      data: {
        ...asColumns(facts),
        ...(facts.registeredOn ? { openedOn: dayToColumn(facts.registeredOn) } : {}),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    await writeVillages(work, { id, divisionId: facts.divisionId }, typed.villages);
    await noteFacts(work, id, entity, facts);
    return { id };
  },
  fact: ({ id }, { divisionId }) => ({ subject: `industryEntity:${id}`, division: divisionId }),
});
