/** What the rules look at: every household of some, with the sums of its open year, and every member of it. Read by the job. */
import { RELATION_SEX } from "#lib/domains/households/codes.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";

/** Statuses under which a file is kept up: others are history. */
export const KEPT = ["POOR", "PRE_EXIT", "EXITED", "RETURNED"] as const;

/** Common table expressions m and h, over a common table expression "marked (household_id)". */
export const records = (today: string): Fragment => sql`
  open_year as (select max(year) as year from registry_year where status = 'OPEN'),
  roll as (select y.household_id, y.year, h.status, y.attribute, y.main_cause, y.other_causes, y.income_per_head_fen, y.housing_grade, y.water_safe, h.division_id as seat
    from household_year y join open_year o on o.year = y.year join household h on h.id = y.household_id
    where y.household_id in (select household_id from marked) and h.status = any (${[...KEPT]}::text[])),
  people as materialized (select * from sec.quality_persons(array(select person_id from membership_year where household_id in (select household_id from marked)
    union select helper_id from pairing where household_id in (select household_id from marked)))),
  m as (
    select b.*, p.sex, extract(year from p.birth_on)::int as born, b.year - extract(year from p.birth_on)::int as age, roll.seat,
      ${JSON.stringify(RELATION_SEX)}::jsonb ->> b.relation as relation_sex,
      coalesce(b.school_status not in ('NOT_IN_SCHOOL', 'BELOW_SCHOOL_AGE'), false) as at_school,
      (select a.school_status from membership_year a where a.person_id = b.person_id and a.year = b.year - 1) as school_before,
      (select a.school_status from membership_year a where a.person_id = b.person_id and a.year = b.year - 2) as school_two_before
    from (select person_id, year, household_id, relation, education, school_status, dropout_reason, health, labor, work_months, work_place, public_post,
        low_allowance, destitute_support, resident_medical, employee_medical from membership_year
      where household_id in (select household_id from marked)) b
    join roll on roll.household_id = b.household_id and roll.year = b.year join people p on p.id = b.person_id),
  family as (
    select m.household_id, count(*)::int as members, count(*) filter (where relation = 'HEAD')::int as heads, count(*) filter (where relation = 'SPOUSE')::int as spouses,
      max(sex) filter (where relation = 'HEAD') as head_sex, max(sex) filter (where relation = 'SPOUSE') as spouse_sex,
      count(*) filter (where health ~ 'CHRONIC|SERIOUS')::int as ill, count(*) filter (where health ~ 'DISABLED')::int as disabled, count(*) filter (where health is null)::int as health_open,
      count(*) filter (where at_school)::int as students, count(*) filter (where low_allowance)::int as on_allowance, count(*) filter (where low_allowance is null)::int as allowance_open,
      count(*) filter (where labor in ('ORDINARY', 'SKILLED') and age between 16 and 65)::int as able,
      count(*) filter (where work_months > 0)::int as working, count(*) filter (where work_months is null)::int as work_open, count(*) filter (where public_post is not null)::int as on_post,
      count(*) filter (where age between 6 and 15 and school_status = 'NOT_IN_SCHOOL')::int as dropouts,
      count(*) filter (where health ~ 'CHRONIC|SERIOUS' and resident_medical = false and employee_medical is not true)::int as ill_uninsured
    from m group by m.household_id),
  earned as (
    select i.household_id, sum(amount_fen) filter (where code like 'WAGE.%') as wage_fen, sum(amount_fen) filter (where code like 'BUSINESS.%') as business_fen,
      sum(amount_fen) filter (where code like 'COST.%') as cost_fen, sum(amount_fen) filter (where code = 'TRANSFER.LOW_ALLOWANCE_MONEY') as allowance_fen,
      sum(amount_fen) filter (where code = 'TRANSFER.DESTITUTE_MONEY') as support_fen
    from income_item i join open_year o on o.year = i.year where i.household_id in (select household_id from marked) group by i.household_id),
  h as (
    select roll.household_id, roll.seat, roll.year, roll.status, roll.attribute, roll.main_cause, roll.other_causes, roll.income_per_head_fen, roll.housing_grade, roll.water_safe,
      coalesce(f.members, 0) as members, coalesce(f.heads, 0) as heads, coalesce(f.spouses, 0) as spouses, f.head_sex, f.spouse_sex, coalesce(f.ill, 0) as ill, coalesce(f.disabled, 0) as disabled,
      coalesce(f.health_open, 0) as health_open, coalesce(f.students, 0) as students, coalesce(f.on_allowance, 0) as on_allowance, coalesce(f.allowance_open, 0) as allowance_open, coalesce(f.able, 0) as able,
      coalesce(f.working, 0) as working, coalesce(f.work_open, 0) as work_open, coalesce(f.on_post, 0) as on_post, coalesce(f.dropouts, 0) as dropouts, coalesce(f.ill_uninsured, 0) as ill_uninsured,
      e.household_id is not null as told_income, e.wage_fen, e.business_fen, e.cost_fen, e.allowance_fen, e.support_fen, l.road_km100, w.farmland_mu100, line.amount_fen as line_fen,
      exists (select 1 from pairing g where g.household_id = roll.household_id and g.from_on <= ${today}::date and (g.to_on is null or g.to_on > ${today}::date)) as helped,
      exists (select 1 from pairing g join people p on p.id = g.helper_id join household own on own.id = p.household_id and own.status in ('POOR', 'PRE_EXIT', 'RETURNED')
        where g.household_id = roll.household_id and g.from_on <= ${today}::date and (g.to_on is null or g.to_on > ${today}::date)) as helper_poor
    from roll left join family f on f.household_id = roll.household_id left join earned e on e.household_id = roll.household_id
    left join living_year l on l.household_id = roll.household_id and l.year = roll.year left join production_year w on w.household_id = roll.household_id and w.year = roll.year
    left join lateral (select i.amount_fen from income_line i join division_closure c on c.ancestor_id = i.division_id and c.node_id = roll.seat and c.to_on is null
      where i.kind = 'POVERTY' and i.year = roll.year order by c.depth limit 1) line on true)`;
