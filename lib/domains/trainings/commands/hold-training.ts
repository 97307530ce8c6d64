/** trainings.hold: records a training with whoever was there: names recognized at once, the others left open to be settled. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { notFound } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { HoldTraining } from "../input.ts";
import { factsOf } from "../inside/facts.ts";
import { mayKeep } from "../inside/subject.ts";
import { writeAttendees } from "../inside/write.ts";
import { recognize } from "../recognize.ts";

export const holdTraining = command({
  name: "trainings.hold",
  tells: "training.held",
  input: HoldTraining,
  subject: async ({ sql, viewer }, { divisionId }) => {
    const [place] = await sql<{ divisionId: number }>`
      select d.id as "divisionId" from division d where d.id = ${divisionId} and d.closed_on is null
        and ${reachable(viewer, { division: "d.id" })}`;
    return place ?? null;
  },
  may: mayKeep,
  run: async (work, { id, divisionId, names, ...typed }) => {
    const { fromOn, toOn, ...facts } = factsOf(typed, work.today);
    const attendees = await recognize(work, divisionId, { names });
    const made = await work.tx.training.createMany({
      data: {
        ...facts,
        id,
        divisionId,
        fromOn: dayToColumn(fromOn),
        toOn: dayToColumn(toOn),
        recordedBy: work.viewer.accountId,
      },
      skipDuplicates: true,
    });
    if (made.count === 0) return { ...(await sameAsBefore(work, id)), repeated: true };
    const written = await writeAttendees(work, id, divisionId, attendees);
    return { id, divisionId, ...written, repeated: false };
  },
  fact: (result, input) => ({
    subject: `training:${result.id}`,
    division: result.divisionId,
    mode: input.mode,
    audience: input.audience,
    known: result.known,
    unknown: result.unknown,
    repeated: result.repeated,
  }),
});

/** Sent twice, stored once; somebody else's training under this id is not mine to see. */
async function sameAsBefore({ sql, viewer }: Work, id: string) {
  const [before] = await sql<{ id: string; divisionId: number; known: number; unknown: number }>`
    select t.id, t.division_id as "divisionId",
      (select count(*)::int from training_attendee a where a.training_id = t.id and a.standing = 'KNOWN') as known,
      (select count(*)::int from training_attendee a where a.training_id = t.id and a.standing = 'UNKNOWN') as unknown
    from training t where t.id = ${id}::uuid and t.recorded_by = ${viewer.accountId}`;
  if (!before) throw notFound();
  return before;
}
