/** A check and a drawn household as the subject of a deed; and who may see which row. */

import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { conflict, invalid } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Kind } from "../check.ts";

const named = (viewer: Viewer, check: string): Fragment =>
  sql`exists (select 1 from sample_checker k where k.check_id = ${raw(check)} and k.account_id = ${viewer.accountId})`;

/** Where it was ordered, to its checkers, and to the village once it is closed. */
export const seesRow = (viewer: Viewer, alias: "w" | "f" | "m"): Fragment =>
  sql`(${reachable(viewer, { division: `${alias}.ordered_in` })} or ${named(viewer, `${alias}.check_id`)}
    or (${raw(alias)}.closed and ${reachable(viewer, { division: `${alias}.division_id` })}))`;
export const seesCheck = (viewer: Viewer): Fragment =>
  sql`(${reachable(viewer, { division: "c.division_id" })} or ${named(viewer, "c.id")}
    or (c.closed_on is not null and exists (select 1 from sample_draw w where w.check_id = c.id and w.active and ${reachable(viewer, { division: "w.division_id" })})))`;

export type CheckSubject = {
  id: string;
  divisionId: number;
  kind: Kind;
  referenceOn: string;
  closedOn: string | null;
  checker: boolean;
};

export async function heldCheck(
  work: { sql: Sql; viewer: Viewer },
  id: string,
): Promise<CheckSubject | null> {
  const [row] = await work.sql<CheckSubject>`
    select c.id, c.division_id as "divisionId", c.kind, c.reference_on::text as "referenceOn", c.closed_on::text as "closedOn", ${named(work.viewer, "c.id")} as checker
    from sample_check c where c.id = ${id}::uuid and ${seesCheck(work.viewer)}`;
  return row ?? null;
}

export type DrawSubject = CheckSubject & {
  draw: string;
  householdId: string;
  placeId: number;
  countedIn: number;
  stratumId: number;
  active: boolean;
};
export async function heldDraw(work: { sql: Sql; viewer: Viewer }, id: string): Promise<DrawSubject | null> {
  const [row] = await work.sql<DrawSubject>`
    select c.id, c.division_id as "divisionId", c.kind, c.reference_on::text as "referenceOn", c.closed_on::text as "closedOn", ${named(work.viewer, "c.id")} as checker,
      w.id as draw, w.household_id as "householdId", w.division_id as "placeId", w.counted_in as "countedIn", w.stratum_id as "stratumId", w.active
    from sample_draw w join sample_check c on c.id = w.check_id where w.id = ${id}::uuid and ${seesRow(work.viewer, "w")} for update of w`;
  return row ?? null;
}

export function stillOpen({ closedOn }: CheckSubject): void {
  if (closedOn !== null) throw conflict("sample.closed");
}

/** A day on which a household can have been visited: since the day by whose registry it was drawn, and not to come. */
export function dayOfCheck(
  typed: string,
  check: { referenceOn: string },
  today: string,
  field: string,
): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  if (day < check.referenceOn)
    throw invalid({ [field]: [{ key: "sample.beforeReference", values: { day: check.referenceOn } }] });
  return day;
}
