/** Looks some households over by all rules and keeps what has come and what has gone since the last time. */
import { type Fragment, nothing, sql } from "#lib/platform/sql.ts";
import { RULE_CODES, RULES } from "../rules.ts";
import { records } from "./record.ts";

const ASKED: readonly Fragment[] = RULE_CODES.map((code) => {
  const rule = RULES[code];
  const detail = "detail" in rule ? sql`coalesce(${rule.detail}, '')` : sql`''`;
  return rule.of === "household"
    ? sql`select h.household_id, h.seat, h.year, ${code}::text as rule, ${rule.severity}::text as severity, null::uuid as person_id, ${detail} as detail from h where ${rule.when}`
    : sql`select m.household_id, m.seat, m.year, ${code}::text, ${rule.severity}::text, m.person_id, ${detail} from m where ${rule.when}`;
});
const FOUND = ASKED.slice(1).reduce((all, one) => sql`${all} union all ${one}`, ASKED[0] ?? nothing);

/**
 * Takes at most so many marks and answers how many it took. What stays as odd as it was keeps its confirmation; with another value it
 * has to be confirmed anew.
 */
export const checkMarked = (today: string, most: number): Fragment => sql`
  with marked as (delete from quality_mark where household_id in (select household_id from quality_mark order by household_id limit ${most} for update skip locked) returning household_id),
  ${records(today)},
  found as materialized (${FOUND}),
  gone as (
    update quality_finding q set gone_on = greatest(${today}::date, q.found_on) from marked
    where q.household_id = marked.household_id and q.gone_on is null
      and not exists (select 1 from found f where f.household_id = q.household_id and f.rule = q.rule and f.person_id is not distinct from q.person_id and f.year = q.year) returning q.id),
  changed as (
    update quality_finding q set detail = f.detail, division_id = f.seat, severity = f.severity,
      confirmed_note = case when q.detail = f.detail then q.confirmed_note end, confirmed_by = case when q.detail = f.detail then q.confirmed_by end,
      confirmed_by_name = case when q.detail = f.detail then q.confirmed_by_name end, confirmed_on = case when q.detail = f.detail then q.confirmed_on end
    from found f where q.household_id = f.household_id and q.gone_on is null and q.rule = f.rule and q.person_id is not distinct from f.person_id and q.year = f.year
      and (q.detail, q.division_id, q.severity) is distinct from (f.detail, f.seat, f.severity) returning q.id),
  new as (
    insert into quality_finding (household_id, division_id, year, rule, severity, person_id, detail, found_on)
    select f.household_id, f.seat, f.year, f.rule, f.severity, f.person_id, f.detail, ${today}::date from found f
    where not exists (select 1 from quality_finding q where q.household_id = f.household_id and q.gone_on is null and q.rule = f.rule
      and q.person_id is not distinct from f.person_id and q.year = f.year) returning id)
  select (select count(*)::int from marked) as looked, (select count(*)::int from new) as found, (select count(*)::int from gone) as gone`;
