/** talent.listDemand, talent.correctDemand: posts that a unit wants filled, and so many places of them. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { CorrectDemand, ListDemand } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { noteChanges } from "../inside/note.ts";
import { demandOf, mayKeep, placeOf, stillOpen } from "../inside/subject.ts";

/** Sent twice, stored once. */
type Made = { id: string; repeated?: boolean };

export const listDemand = command({
  name: "talent.listDemand",
  tells: "talentDemand.listed",
  input: ListDemand,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: mayKeep,
  run: async (work, { id, divisionId, fromOn: typed, ...wanted }): Promise<Made> => {
    const fromOn = dayTyped(typed, work.today, "fromOn");
    const { count } = await work.tx.talentDemand.createMany({
      data: { ...wanted, id, divisionId, fromOn: dayToColumn(fromOn), accountId: work.viewer.accountId },
      skipDuplicates: true,
    });
    if (count === 0) {
      const [before] = await work.sql<{ mine: boolean }>`
        select account_id = ${work.viewer.accountId} as mine from talent_demand where id = ${id}::uuid`;
      if (!before?.mine) throw conflict("alreadyThere");
      return { id, repeated: true };
    }
    noteChanges(work, { entity: "talentDemand", entityId: id, divisionId }, null, { ...wanted, fromOn });
    return { id };
  },
  fact: ({ id, repeated }, { divisionId, kind, wanted }) => ({
    subject: `talentDemand:${id}`,
    division: divisionId,
    kind,
    wanted,
    ...(repeated ? { repeated } : {}),
  }),
});

export const correctDemand = command({
  name: "talent.correctDemand",
  tells: "talentDemand.corrected",
  input: CorrectDemand,
  subject: (work, { id }) => demandOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, fromOn: typed, ...wanted }, demand) => {
    stillOpen(demand, "talent.demandClosed");
    const fromOn = dayTyped(typed, work.today, "fromOn");
    const { count } = await work.tx.talentDemand.updateMany({
      where: { id, version },
      data: { ...wanted, note: wanted.note ?? null, fromOn: dayToColumn(fromOn), version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "talentDemand", entityId: id, divisionId: demand.divisionId };
    noteChanges(work, about, demand, { ...wanted, note: wanted.note ?? null, fromOn });
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `talentDemand:${id}`, division: divisionId }),
});
