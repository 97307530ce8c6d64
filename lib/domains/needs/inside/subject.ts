/** A need as the subject of a step: held until it is done, with the place whose people answer for it now. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Level, State } from "../need.ts";
import { handledBefore, isHandler, OWN, SEAT } from "../policy.ts";

export type NeedSubject = {
  id: string;
  householdId: string | null;
  divisionId: number;
  about: string;
  level: Level;
  status: State;
  /** The village, township or county whose people answer for it. */
  seatId: number;
  raisedOn: string;
  raisedBy: number | null;
  handlerAccount: number | null;
  dueOn: string;
  limitDays: number;
  pausedOn: string | null;
  doneOn: string | null;
  doneBy: number | null;
  version: number;
};

/** Within reach, or put into the viewer's hands by name, also before it was opened again. */
export const sees = (viewer: Viewer): Fragment =>
  sql`(${reachable(viewer, OWN)} or ${isHandler(viewer)} or ${handledBefore})`;

export async function heldNeed(work: Work, { id }: { id: string }): Promise<NeedSubject | null> {
  // Held through its id alone: the row itself is changed by its steps only.
  await work.sql`select pg_advisory_xact_lock(hashtextextended(${id}, 280))::text`;
  const [row] = await work.sql<NeedSubject>`
    select n.id, n.household_id as "householdId", n.division_id as "divisionId", n.about, n.level, n.status, ${raw(SEAT)} as "seatId",
      n.raised_on::text as "raisedOn", n.raised_by as "raisedBy", n.handler_account as "handlerAccount", n.due_on::text as "dueOn",
      n.limit_days as "limitDays", n.paused_on::text as "pausedOn", n.done_on::text as "doneOn", n.done_by as "doneBy", n.version
    from need n where n.id = ${id}::uuid and ${sees(work.viewer)}`;
  return row ?? null;
}

/** Somebody else was quicker: what is on the screen is not how it stands. */
export function asShown({ version }: NeedSubject, shown: number): void {
  if (version !== shown) throw conflict();
}
