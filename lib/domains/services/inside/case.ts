/** A case as the subject of a deed, who sees it, and what is written down with every deed on it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { type ContactKind, isEnded, type State } from "../service.ts";

/** At its place, and to whom a part was handed by name. */
export const seesCase = (viewer: Viewer, alias = "c"): Fragment =>
  sql`(${reachable(viewer, { division: `${alias}.division_id` })} or exists (select 1 from service_part mine
    where mine.case_id = ${raw(alias)}.id and mine.handler_id = ${viewer.accountId}))`;

export type CaseSubject = {
  id: string;
  divisionId: number;
  number: string;
  state: State;
  limitDays: number;
  receivedOn: string;
  dueOn: string | null;
  rating: string | null;
  closedOn: string | null;
};

/** Held until the deed is done: two windows never count one case twice. */
export async function heldCase(work: Pick<Work, "sql" | "viewer">, id: string): Promise<CaseSubject | null> {
  const [row] = await work.sql<CaseSubject>`
    select c.id, c.division_id as "divisionId", c.number, c.state, c.limit_days as "limitDays", c.received_on::text as "receivedOn",
      c.due_on::text as "dueOn", c.rating, c.closed_on::text as "closedOn"
    from service_case c where c.id = ${id}::uuid and ${seesCase(work.viewer)} for update of c`;
  return row ?? null;
}

export const atDesk = (viewer: Viewer, { divisionId }: { divisionId: number }): boolean =>
  may(viewer, "service.accept", divisionId);
export const atDeskOrHandling = (viewer: Viewer, place: { divisionId: number }): boolean =>
  atDesk(viewer, place) || may(viewer, "service.handle", place.divisionId);

/** The places that a case lies in, by their level. */
export const PLACES_ABOVE =
  raw(`(select json_object_agg(up.level, up.id) from division_closure above join division up on up.id = above.ancestor_id
  where above.node_id = c.division_id and above.to_on is null)`);

/** Who handles parts of a level handles those of its departments; a township decides nothing for a bureau of its county. */
export function handlesFor(
  viewer: Viewer,
  level: string | null,
  places: Record<string, number>,
  own: number,
): boolean {
  return may(viewer, "service.handle", (level === null ? undefined : places[level]) ?? own);
}

export function stillRunning({ state }: { state: State }): void {
  if (isEnded(state)) throw conflict("service.ended");
}

type Contact = { kind: ContactKind; came?: boolean; note?: string | null };

/** One line of the case's history; when the citizen came for it, that is counted. */
export async function writeDown(
  { sql: ask, viewer, today }: Work,
  { id, divisionId }: { id: string; divisionId: number },
  { kind, came = false, note = null }: Contact,
): Promise<void> {
  await ask`
    insert into service_contact (case_id, division_id, kind, on_day, came, note, account_id, account_name)
    values (${id}::uuid, ${divisionId}, ${kind}, ${today}::date, ${came}, ${note}, ${viewer.accountId}, ${viewer.name})`;
  if (came && kind !== "ACCEPTED")
    await ask`update service_case set times_came = least(times_came + 1, 99) where id = ${id}::uuid`;
}

export const told = <More extends Record<string, string | number | boolean | null>>(
  { id, divisionId }: { id: string; divisionId: number },
  more?: More,
) => ({ subject: `serviceCase:${id}`, division: divisionId, ...more });
