/** The training acted upon, as far as the viewer reaches it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type TrainingSubject = { id: string; divisionId: number; status: string };

/** Held within reach, or attended by somebody within reach: what the policy says, said by the program as well. */
export const concernsViewer = (
  viewer: Viewer,
): Fragment => sql`(${reachable(viewer, { division: "t.division_id" })}
  or exists (select 1 from training_attendee mine where mine.training_id = t.id and ${reachable(viewer, { division: "mine.division_id" })}))`;

export async function trainingOf({ sql: ask, viewer }: Work, id: string): Promise<TrainingSubject | null> {
  const [row] = await ask<TrainingSubject>`
    select t.id, t.division_id as "divisionId", t.status from training t where t.id = ${id}::uuid and ${concernsViewer(viewer)}`;
  return row ?? null;
}

/** Whoever keeps the trainings of the unit that held it. */
export const mayKeep = (viewer: Viewer, training: { divisionId: number }) =>
  may(viewer, "training.edit", training.divisionId);

/** One after the other: two lists pasted at once must not write one name twice. A withdrawn training changes no more. */
export async function keepStill({ sql: ask }: Work, id: string): Promise<void> {
  const [row] = await ask<{ status: string }>`select status from training where id = ${id}::uuid for update`;
  if (!row) throw notFound();
  if (row.status === "WITHDRAWN") throw rule("training.withdrawnAlready");
}
