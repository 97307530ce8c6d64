/**
 * Persons against the registry: known by ID number; by name in their household when the registry has no number for them; by member
 * number and name when the sheet has none, as when a masked export comes back.
 */
import { gateTable, yearFrozen } from "./gates.ts";
import type { Resolver } from "./resolve.ts";
import { ID_ELSEWHERE, problemIf, stagedTable, tableOf, takenTable, toldAnd, unlessBad } from "./told.ts";
import { goneTable, LEFT, leftFindings } from "./who-left.ts";

/** The households that the file names. */
const HOMES = `
  select h.household_no, h.id, h.division_id, h.status = 'DISSOLVED' as ended, c.node_id is null as outside
  from (select distinct household_no from staged) s join household h on h.household_no = s.household_no
  left join division_closure c on c.ancestor_id = $1::int and c.node_id = h.division_id and c.to_on is null`;

const KNOWN = `
  select s.*, h.id as household_id, h.division_id as lives_in, h.ended, coalesce(p.id, a.id, u.id, n.person_id) as person_id,
    coalesce(p.name, a.name, u.name, n.name) as now_name,
    m.household_id as member_of, o.household_no as member_of_no, head.person_id as head_id, head.name as head_name,
    coalesce(h.outside, false) as outside
  from staged s
  left join home h on h.household_no = s.household_no
  left join person p on p.id_no_digest = s.digest
  left join person a on a.id_no_digest = s.also and p.id is null
  left join (
    select distinct on (w.household_id, w.name) w.household_id, w.name, n.id from home join membership_year w on w.household_id = home.id join person n on n.id = w.person_id
    where w.year = $1::int and n.id_no_digest is null order by w.household_id, w.name, n.id) u
    on u.household_id = h.id and u.name = s.name and p.id is null and a.id is null
  left join import_row r on r.import_id = $2::uuid and r.row_no = s.row_no and s.digest is null and s.also is null
  left join membership_year n on n.household_id = h.id and n.year = $1::int and n.member_no = r.values->'member'->>'member_no' and n.name = s.name
    and p.id is null and a.id is null and u.id is null
  left join membership_year m on m.person_id = coalesce(p.id, a.id, u.id, n.person_id) and m.year = $1::int
  left join household o on o.id = m.household_id
  left join membership_year head on head.household_id = h.id and head.year = $1::int and head.relation = 'HEAD'`;

const HEAD_IN_FILE =
  "exists (select 1 from known f where f.household_id = k.household_id and f.relation = 'HEAD')";
const HEAD_STEPS_BACK =
  "exists (select 1 from known f where f.person_id = k.head_id and f.relation <> 'HEAD')";

/** What the sheet says of a member and of the household is what stands there. */
const SAME = `exists (select 1 from import_row r join membership_year m on m.person_id = k.person_id and m.year = $2::int
    join person p on p.id = k.person_id left join household h on h.id = k.household_id
  where r.import_id = $1::uuid and r.row_no = k.row_no and m.household_id = k.household_id
    and to_jsonb(m) @> (r.values->'member') and to_jsonb(p) @> (r.values->'person') and to_jsonb(h) @> (r.values->'household'))`;

/** Only rows that come out otherwise than before are written: at publishing most stand as the dry run left them. */
const JUDGE = `
  with judged as (
    select k.*,
      ${toldAnd(
        `case when k.head_id is null then k.told else jsonb_path_query_array(k.told, '$[*] ? (@.key != "noHead")') end`,
        [
          problemIf(
            "k.household_id is null and k.row_no = any ($3)",
            "householdNo",
            "householdElsewhere",
            "error",
          ),
          problemIf(
            "k.household_id is null and k.household_no is not null and not k.row_no = any ($3)",
            "householdNo",
            "householdUnknown",
            "error",
          ),
          problemIf("k.outside", "householdNo", "householdOutside", "error"),
          problemIf("k.ended", "householdNo", "householdEnded", "error"),
          ...leftFindings("name", "k.member_of is null"),
          yearFrozen(`k.household_id is not null and not ${SAME}`, "yearFrozenFile"),
          problemIf(
            "k.member_of <> k.household_id",
            "idNo",
            "personInOtherHousehold",
            "error",
            "jsonb_build_object('number', k.member_of_no)",
          ),
          ID_ELSEWHERE,
          problemIf(
            'k.digest is null and k.also is null and k.person_id is null and not k.told @> \'[{"column": "idNo"}]\'',
            "idNo",
            "idMasked",
            "error",
          ),
          problemIf(
            "k.now_name <> k.name",
            "name",
            "nameDiffers",
            "warn",
            "jsonb_build_object('name', k.now_name)",
          ),
          problemIf(
            `k.relation = 'HEAD' and k.head_id is not null and k.head_id is distinct from k.person_id and not ${HEAD_STEPS_BACK}`,
            "relation",
            "headTaken",
            "error",
            "jsonb_build_object('name', k.head_name)",
          ),
          problemIf(
            `k.relation <> 'HEAD' and k.head_id = k.person_id and not ${HEAD_IN_FILE}`,
            "relation",
            "headLost",
            "error",
          ),
        ],
      )} as problems
    from known k left join gate g on g.place = k.lives_in ${LEFT} offset 0),
  meant as (
    select k.row_no, k.problems, k.person_id, k.lives_in, case when r.picked->'new' is not null then r.subject_id end as made, ${unlessBad(
      "k.problems",
      `case when k.member_of is null then 'ADD'
        when to_jsonb(m) @> (r.values->'member') and to_jsonb(p) @> (r.values->'person') and to_jsonb(h) @> (r.values->'household') then 'SAME' else 'UPDATE' end`,
    )} as action
    from judged k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no
    left join membership_year m on m.person_id = k.person_id and m.year = $2::int
    left join person p on p.id = k.person_id
    left join household h on h.id = k.household_id offset 0),
  -- Who is nobody yet gets the number under which they go in, so that the rows need not be written again for it.
  numbered as (
    select m.*, case when m.person_id is not null then m.person_id when m.action = 'ADD' then coalesce(m.made, new_id()) end as subject_id,
      case when m.person_id is null and m.action = 'ADD' then '{"new": true}'::jsonb end as picked
    from meant m offset 0)
  update import_row r set problems = k.problems, subject_id = k.subject_id, division_id = k.lives_in, picked = k.picked, action = k.action
  from numbered k where r.import_id = $1::uuid and r.row_no = k.row_no
    and (r.problems, r.subject_id, r.division_id, r.picked, r.action) is distinct from (k.problems, k.subject_id, k.lives_in, k.picked, k.action)`;

export const resolvePersons: Resolver = async (client, record, elsewhere, viewer) => {
  await stagedTable(client, record.id);
  await tableOf(client, "home", HOMES, ["household_no", "id"], [record.divisionId]);
  await tableOf(client, "known", KNOWN, ["row_no", "household_id", "person_id"], [record.year, record.id]);
  await takenTable(client);
  await goneTable(client);
  await gateTable(client, { record, viewer, places: "select lives_in as place from known" });
  await client.query(JUDGE, [record.id, record.year, elsewhere]);
};
