/** What the reasons look at: each family of some that is out of poverty, in the open year, beside last year and the line. Read by the job. */
import { type Fragment, sql } from "#lib/platform/sql.ts";

/** From which on it strikes: an income that fell by so many percent, or is below so many percent of the monitoring line. */
export type Thresholds = { drop: number; line: number };

/** The common table expression h, over a common table expression "marked (household_id)". */
export const records = ({ drop, line }: Thresholds): Fragment => sql`
  open_year as (select max(year) as year from registry_year where status = 'OPEN'),
  roll as (select y.household_id, y.year, y.income_per_head_fen, y.housing_grade, y.water_safe, h.division_id as seat
    from household_year y join open_year o on o.year = y.year join household h on h.id = y.household_id
    where y.household_id in (select household_id from marked) and h.status = 'EXITED'),
  people as materialized (select * from sec.quality_persons(array(
    select m.person_id from membership_year m join roll on roll.household_id = m.household_id and roll.year = m.year))),
  family as (
    select m.household_id, count(*) filter (where m.year - extract(year from p.birth_on) between 6 and 15 and m.school_status = 'NOT_IN_SCHOOL')::int as dropouts,
      count(*) filter (where m.health ~ 'CHRONIC|SERIOUS' and m.resident_medical = false and m.employee_medical is not true)::int as ill_uninsured
    from membership_year m join roll on roll.household_id = m.household_id and roll.year = m.year join people p on p.id = m.person_id group by m.household_id),
  h as (
    select roll.household_id, roll.seat, roll.year, roll.income_per_head_fen as income_fen, before.income_per_head_fen as before_fen, ${drop}::bigint as drop_percent,
      line.amount_fen as line_fen, ${line}::bigint as line_percent, roll.housing_grade, roll.water_safe, f.dropouts, f.ill_uninsured,
      last.living as living_there, last.checked_on as living_checked_on
    from roll left join family f on f.household_id = roll.household_id
    left join household_year before on before.household_id = roll.household_id and before.year = roll.year - 1
    left join lateral (select i.amount_fen from income_line i join division_closure c on c.ancestor_id = i.division_id and c.node_id = roll.seat and c.to_on is null
      where i.kind = 'MONITORING' and i.year = roll.year order by c.depth limit 1) line on true
    left join lateral (select k.living, k.checked_on from relocation_check k where k.household_id = roll.household_id and k.withdrawn_at is null
      order by k.checked_on desc, k.created_at desc limit 1) last on true)`;
