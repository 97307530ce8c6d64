/** secondment.send, secondment.correct: a cadre of a township's public institutions is sent to teach; nobody from another kind of post is. */
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { noteChanges } from "../inside/note.ts";
import { asColumns, postingOf } from "../inside/posting.ts";
import { mayKeep, placeOf, secondmentOf } from "../inside/subject.ts";
import { whoOf } from "../inside/who.ts";
import { CorrectSecondment, SendSecondment } from "../secondment-input.ts";
import { SENT_FROM } from "../talent.ts";

/** Sent twice, stored once. */
type Made = { id: string; repeated?: boolean };

export const sendSecondment = command({
  name: "secondment.send",
  tells: "secondment.sent",
  input: SendSecondment,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: mayKeep,
  run: async (
    work,
    { id, divisionId, schoolDivisionId, postType, personId, newName, newUnit, somebodyElse, ...typed },
  ): Promise<Made> => {
    if (postType !== SENT_FROM) throw rule("secondment.onlyTownshipPublic", undefined, "postType");
    const [before] = await work.sql<{ mine: boolean }>`
      select account_id = ${work.viewer.accountId} as mine from teaching_secondment where id = ${id}::uuid`;
    if (before) {
      if (!before.mine) throw conflict("alreadyThere");
      return { id, repeated: true };
    }
    const [school] = await work.sql<{ id: number }>`
      select id from division where id = ${schoolDivisionId} and closed_on is null`;
    if (!school) throw invalid({ schoolDivisionId: [{ key: "choose" }] });
    const posting = await postingOf(work, typed);
    const wanted = { personId, newName, newUnit: newUnit ?? typed.fromUnit, somebodyElse };
    const who = await whoOf(work, wanted, divisionId);
    await work.tx.teachingSecondment.create({
      data: {
        ...asColumns(posting),
        ...who,
        id,
        divisionId,
        schoolDivisionId,
        postType,
        accountId: work.viewer.accountId,
      },
    });
    noteChanges(work, { entity: "secondment", entityId: id, divisionId }, null, {
      name: who.name,
      ...posting,
    });
    return { id };
  },
  fact: ({ id, repeated }, { divisionId }) => ({
    subject: `secondment:${id}`,
    division: divisionId,
    ...(repeated ? { repeated } : {}),
  }),
});

export const correctSecondment = command({
  name: "secondment.correct",
  tells: "secondment.corrected",
  input: CorrectSecondment,
  subject: (work, { id }) => secondmentOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, ...typed }, before) => {
    if (before.endedOn !== null) throw rule("secondment.endedAlready", { day: before.endedOn });
    const posting = await postingOf(work, typed);
    const [outside] = await work.sql<{ day: string }>`select min(day)::text as day from secondment_check
      where secondment_id = ${id}::uuid and (day < coalesce(${posting.startedOn}::date, 'infinity') or day >= ${posting.toOn}::date)`;
    if (outside?.day) throw rule("secondment.checkedOutside", { day: outside.day });
    const { count } = await work.tx.teachingSecondment.updateMany({
      where: { id, version },
      data: { ...asColumns(posting), version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "secondment", entityId: id, divisionId: before.divisionId };
    noteChanges(work, about, before, posting);
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `secondment:${id}`, division: divisionId }),
});
