/**
 * Visits against the registry: the household by number, or by village and head; whoever went by name, as the helper of that household on
 * that day, or as who was there by a visit that is known, before anybody else who is called so. Known by household, day and any of the visitors: what is there already is not stored twice.
 */
import { headFindings, householdFindings, namedHouseholds } from "./known-households.ts";
import type { Resolver } from "./resolve.ts";
import { problemIf, tableOf, toldAnd, unlessBad } from "./told.ts";

const WENT = `
  select k.row_no, k.household_id, (r.values->'visit'->>'visited_on')::date as day, r.values->'visit'->>'unit' as unit, w.name, w.at
  from homes k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no
  cross join lateral jsonb_array_elements_text(r.values->'visit'->'visitors') with ordinality as w (name, at)`;

/** Whoever helps somebody, sits in a team, signs in here or has a unit: of herders, many share a name. */
const CANDIDATES = `
  select c.name, c.id, array_agg(distinct c.unit) filter (where c.unit is not null) as units from (
    select g.helper_name as name, g.helper_id as id, g.helper_unit as unit from pairing g where g.helper_name in (select name from went)
    union all select m.name, m.person_id, m.unit from team_member m where m.name in (select name from went)
    union all select a.name, a.person_id, null from account a where a.person_id is not null and a.name in (select name from went)
    union all select p.name, p.id, p.unit_name from person p where p.unit_name is not null and p.name in (select name from went)) c
  where c.id is not null group by 1, 2`;

const KNOWN = `
  select w.*, p.mine, coalesce(p.mine, v.there, case when c.with_unit = 1 then c.by_unit when c.all_of = 1 then c.only end) as person_id, c.all_of
  from went w
  left join lateral (select case when count(distinct g.helper_id) = 1 then (array_agg(g.helper_id))[1] end as mine from pairing g
    where g.household_id = w.household_id and g.helper_name = w.name and g.from_on <= w.day and (g.to_on is null or g.to_on > w.day)) p on true
  left join lateral (select (array_agg(o.person_id))[1] as there from visit v join visit_visitor o on o.visit_id = v.id
    where v.household_id = w.household_id and v.visited_on = w.day and v.status <> 'WITHDRAWN' and o.person_name = w.name having count(distinct o.person_id) = 1) v on true
  left join lateral (select count(*)::int as all_of, (array_agg(c.id))[1] as only, count(*) filter (where w.unit = any (c.units))::int as with_unit,
    (array_agg(c.id) filter (where w.unit = any (c.units)))[1] as by_unit from candidate c where c.name = w.name) c on true`;

const TOGETHER = `
  select k.row_no, k.household_id, k.day, array_agg(k.person_id) filter (where k.person_id is not null) as people, bool_or(k.mine is not null) as mine,
    min(k.name) filter (where k.person_id is null and coalesce(k.all_of, 0) = 0) as unknown, min(k.name) filter (where k.person_id is null and k.all_of > 0) as unclear,
    jsonb_agg(jsonb_build_object('id', k.person_id, 'name', k.name) order by k.at) as visitors
  from known k group by 1, 2, 3`;

const JUDGE = `
  with judged as (
    select k.*, t.mine, t.visitors, v.id as visit_id, ${toldAnd("k.told", [
      ...householdFindings("$2"),
      ...headFindings,
      problemIf(
        "k.household_id is not null and t.unknown is not null",
        "visitors",
        "visitorUnknown",
        "error",
        "jsonb_build_object('name', t.unknown)",
      ),
      problemIf(
        "k.household_id is not null and t.unclear is not null",
        "unit",
        "visitorUnclear",
        "error",
        "jsonb_build_object('name', t.unclear)",
      ),
      problemIf(
        "k.household_id is not null and t.unknown is null and t.unclear is null and not t.mine and v.id is null and r.values->'visit'->>'stand_in' is null",
        "standIn",
        "standInMissing",
        "error",
      ),
      problemIf(
        "f.row_no is not null",
        "visitedOn",
        "duplicateInFile",
        "error",
        "jsonb_build_object('row', f.row_no)",
      ),
    ])} as problems
    from homes k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no
    left join together t on t.row_no = k.row_no
    left join lateral (select v.id from visit v join visit_visitor w on w.visit_id = v.id where v.household_id = t.household_id and v.visited_on = t.day
      and v.status <> 'WITHDRAWN' and w.person_id = any (t.people) order by v.id limit 1) v on true
    left join lateral (select f.row_no from together f where f.household_id = t.household_id and f.day = t.day and f.people && t.people and f.row_no < t.row_no
      order by f.row_no limit 1) f on true offset 0)
  update import_row r set problems = k.problems, subject_id = k.visit_id, division_id = coalesce(k.lives_in, k.division_id),
    values = r.values || jsonb_build_object('meant', jsonb_build_object('householdId', k.household_id, 'visitors', k.visitors, 'mine', coalesce(k.mine, false))),
    action = ${unlessBad("k.problems", "case when k.visit_id is null then 'ADD' else 'SAME' end")}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolveVisits: Resolver = async (client, record, elsewhere) => {
  await namedHouseholds(client, record, true);
  await tableOf(client, "went", WENT, ["row_no"], [record.id]);
  await tableOf(client, "candidate", CANDIDATES, ["name"]);
  await tableOf(client, "known", KNOWN, null);
  await tableOf(client, "together", TOGETHER, ["row_no", "household_id"]);
  await client.query(JUDGE, [record.id, elsewhere]);
};
