/** talent.register: writes down somebody who serves as talent: found in the registry or new, by which channel and program, where and since when. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { RegisterTalent } from "../input.ts";
import { noteChanges } from "../inside/note.ts";
import { servingOf } from "../inside/serving.ts";
import { mayKeep, placeOf } from "../inside/subject.ts";
import { whoOf } from "../inside/who.ts";

/** Sent twice, stored once. */
type Made = { id: string; repeated?: boolean };

export const registerTalent = command({
  name: "talent.register",
  tells: "talent.registered",
  input: RegisterTalent,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: mayKeep,
  run: async (
    work,
    { id, divisionId, personId, newName, newUnit, somebodyElse, ...typed },
  ): Promise<Made> => {
    const [before] = await work.sql<{ accountId: number }>`
      select account_id as "accountId" from talent where id = ${id}::uuid`;
    if (before) {
      if (before.accountId !== work.viewer.accountId) throw conflict("alreadyThere");
      return { id, repeated: true };
    }
    const serving = await servingOf(work, typed);
    const who = await whoOf(
      work,
      { personId, newName, newUnit: newUnit ?? typed.unitName, somebodyElse },
      divisionId,
    );
    await work.tx.talent.create({
      data: {
        ...serving,
        ...who,
        id,
        divisionId,
        fromOn: dayToColumn(serving.fromOn),
        toOn: serving.toOn === null ? null : dayToColumn(serving.toOn),
        accountId: work.viewer.accountId,
      },
    });
    noteChanges(work, { entity: "talent", entityId: id, divisionId }, null, {
      name: who.name,
      ...serving,
      programId: undefined,
    });
    return { id };
  },
  fact: ({ id, repeated }, { divisionId, channel, kind }) => ({
    subject: `talent:${id}`,
    division: divisionId,
    channel,
    kind,
    ...(repeated ? { repeated } : {}),
  }),
});
