/** Looks some families over for all reasons and keeps what has come and what has gone since the last time. */
import { type Fragment, nothing, sql } from "#lib/platform/sql.ts";
import { REASON_CODES, REASONS } from "../reasons.ts";
import { records, type Thresholds } from "./record.ts";

const ASKED: readonly Fragment[] = REASON_CODES.map(
  (code) =>
    sql`select h.household_id, h.seat, h.year, ${code}::text as reason, coalesce(${REASONS[code].detail}, '') as detail from h where ${REASONS[code].when}`,
);
const FOUND = ASKED.slice(1).reduce((all, one) => sql`${all} union all ${one}`, ASKED[0] ?? nothing);
const SAME = sql`w.household_id = f.household_id and w.reason = f.reason and w.gone_on is null`;

/**
 * Takes at most so many marks and answers how many it took. What a visit has closed stays closed while the values are those that it was
 * closed for, and goes when they are others: the reason then stands there anew.
 */
export const lookOver = (today: string, thresholds: Thresholds, most: number): Fragment => sql`
  with marked as (delete from watch_mark where household_id in (select household_id from watch_mark order by household_id limit ${most} for update skip locked) returning household_id),
  ${records(thresholds)},
  found as materialized (${FOUND}),
  gone as (
    update watch_entry w set gone_on = greatest(${today}::date, w.found_on), version = version + 1 from marked
    where w.household_id = marked.household_id and w.gone_on is null
      and not exists (select 1 from found f where ${SAME} and (w.closed_on is null or (w.detail, w.year) = (f.detail, f.year))) returning w.id),
  changed as (
    update watch_entry w set detail = f.detail, division_id = f.seat, year = f.year, version = version + 1 from found f
    where ${SAME} and (w.closed_on is null or (w.detail, w.year) = (f.detail, f.year))
      and (w.detail, w.division_id, w.year) is distinct from (f.detail, f.seat, f.year) returning w.id),
  new as (
    insert into watch_entry (household_id, division_id, year, reason, detail, found_on)
    select f.household_id, f.seat, f.year, f.reason, f.detail, ${today}::date from found f
    where not exists (select 1 from watch_entry w where ${SAME} and (w.closed_on is null or (w.detail, w.year) = (f.detail, f.year))) returning id)
  select (select count(*)::int from marked) as looked, (select count(*)::int from new) as found, (select count(*)::int from gone) as gone`;
