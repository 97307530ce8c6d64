/** Households against the registry: known by their number; their place and status are never changed by a sheet. */
import type { Resolver } from "./resolve.ts";
import { ID_ELSEWHERE, PERSON_OF_ROW, problemIf, STAGED, unlessBad } from "./told.ts";

const SAME = `h @> (k.values->'household') and y @> ((k.values->'year') - 'status' - 'member_count')
  and (k.digest is null or k.person_id is not null or k.head_person_id is not null)`;

const RESOLVE = `
  with ${STAGED},
  known as (
    select s.*, h.id as household_id, h.division_id as lives_in, h.status as now_status, h.head_name, h.head_person_id, d.name as lives_at,
      to_jsonb(h) as h, to_jsonb(y) as y, p.id as person_id, m.household_id as member_of, o.household_no as member_of_no
    from staged s
    left join household h on h.household_no = s.values->>'householdNo'
    left join division d on d.id = h.division_id
    left join household_year y on y.household_id = h.id and y.year = $2
    ${PERSON_OF_ROW}
    left join membership_year m on m.person_id = p.id and m.year = $2
    left join household o on o.id = m.household_id),
  judged as (
    select k.row_no, k.household_id, k.person_id, k.told
      || ${problemIf("k.household_id is null and k.row_no = any ($3)", "householdNo", "householdElsewhere", "error")}
      || ${problemIf("k.lives_in <> k.division_id", "village", "householdMoved", "error", "jsonb_build_object('place', k.lives_at)")}
      || ${problemIf("k.member_of <> k.household_id or (k.member_of is not null and k.household_id is null)", "idNo", "personInOtherHousehold", "error", "jsonb_build_object('number', k.member_of_no)")}
      || ${ID_ELSEWHERE}
      || ${problemIf("k.now_status <> k.values->'year'->>'status'", "status", "statusDiffers", "warn")}
      || ${problemIf("k.head_person_id is not null and k.head_name <> k.values->>'name'", "headName", "headDiffers", "warn", "jsonb_build_object('name', k.head_name)")} as problems,
      case when k.household_id is null then 'ADD' when ${SAME} then 'SAME' else 'UPDATE' end as action
    from known k)
  update import_row r set problems = j.problems, action = ${unlessBad("j.problems", "j.action")}, subject_id = j.household_id,
    picked = case when j.person_id is null then null else jsonb_build_object('personId', j.person_id) end
  from judged j where r.import_id = $1 and r.row_no = j.row_no`;

export const resolveHouseholds: Resolver = async (client, record, elsewhere) => {
  await client.query(RESOLVE, [record.id, record.year, elsewhere]);
};
