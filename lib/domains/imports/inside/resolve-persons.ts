/** Persons against the registry: known by ID number, or by name in their household when the registry has no number for them. */
import type { Resolver } from "./resolve.ts";
import { ID_ELSEWHERE, PERSON_OF_ROW, problemIf, STAGED, unlessBad } from "./told.ts";

const HEAD_IN_FILE = `exists (select 1 from known f where f.household_id = k.household_id and f.values->'member'->>'relation' = 'HEAD')`;
const HEAD_STEPS_BACK = `exists (select 1 from known f where f.person_id = k.head_id and f.values->'member'->>'relation' <> 'HEAD')`;
const IS_HEAD = `k.values->'member'->>'relation' = 'HEAD'`;

const RESOLVE = `
  with ${STAGED},
  known as materialized (
    select s.*, h.id as household_id, h.division_id as lives_in, to_jsonb(h) as h, coalesce(p.id, unnumbered.id) as person_id,
      coalesce(p.name, s.values->>'name') as now_name, to_jsonb(p) as p, to_jsonb(m) as m, m.household_id as member_of, o.household_no as member_of_no,
      head.person_id as head_id, head.name as head_name,
      h.id is not null and not exists (select 1 from division_closure c where c.ancestor_id = $4 and c.node_id = h.division_id and c.to_on is null) as outside
    from staged s
    left join household h on h.household_no = s.values->>'householdNo'
    ${PERSON_OF_ROW}
    left join lateral (
      select n.id from membership_year w join person n on n.id = w.person_id
      where p.id is null and w.household_id = h.id and w.year = $2 and w.name = s.values->>'name' and n.id_no_digest is null
      order by n.id limit 1) unnumbered on true
    left join membership_year m on m.person_id = coalesce(p.id, unnumbered.id) and m.year = $2
    left join household o on o.id = m.household_id
    left join membership_year head on head.household_id = h.id and head.year = $2 and head.relation = 'HEAD'),
  judged as (
    select k.row_no, k.person_id, k.lives_in,
      case when k.head_id is null then k.told else jsonb_path_query_array(k.told, '$[*] ? (@.key != "noHead")') end
      || ${problemIf("k.household_id is null and k.row_no = any ($3)", "householdNo", "householdElsewhere", "error")}
      || ${problemIf("k.household_id is null and k.values->>'householdNo' is not null and not k.row_no = any ($3)", "householdNo", "householdUnknown", "error")}
      || ${problemIf("k.outside", "householdNo", "householdOutside", "error")}
      || ${problemIf("k.member_of <> k.household_id", "idNo", "personInOtherHousehold", "error", "jsonb_build_object('number', k.member_of_no)")}
      || ${ID_ELSEWHERE}
      || ${problemIf("k.now_name <> k.values->>'name'", "name", "nameDiffers", "warn", "jsonb_build_object('name', k.now_name)")}
      || ${problemIf(`${IS_HEAD} and k.head_id is not null and k.head_id is distinct from k.person_id and not ${HEAD_STEPS_BACK}`, "relation", "headTaken", "error", "jsonb_build_object('name', k.head_name)")}
      || ${problemIf(`not ${IS_HEAD} and k.head_id = k.person_id and not ${HEAD_IN_FILE}`, "relation", "headLost", "error")} as problems,
      case when k.m is null then 'ADD'
        when k.m @> (k.values->'member') and k.p @> (k.values->'person') and k.h @> (k.values->'household') then 'SAME' else 'UPDATE' end as action
    from known k)
  update import_row r set problems = j.problems, action = ${unlessBad("j.problems", "j.action")}, subject_id = j.person_id,
    division_id = j.lives_in, picked = null
  from judged j where r.import_id = $1 and r.row_no = j.row_no`;

export const resolvePersons: Resolver = async (client, record, elsewhere) => {
  await client.query(RESOLVE, [record.id, record.year, elsewhere, record.divisionId]);
};
