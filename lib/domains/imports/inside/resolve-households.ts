/** Households against the registry: known by their number; their place and status are never changed by a sheet. */
import { gateTable, windowClosed, yearFrozen } from "./gates.ts";
import type { Resolver } from "./resolve.ts";
import { ID_ELSEWHERE, problemIf, stagedTable, tableOf, takenTable, toldAnd, unlessBad } from "./told.ts";
import { goneTable, LEFT, leftFindings } from "./who-left.ts";

/** Who bears a number of the file, and in which household they are this year. Most numbers of a new roster are nobody's yet. */
const BEARERS = `
  select s.row_no, b.id as person_id, m.household_id as member_of, o.household_no as member_of_no
  from staged s
  cross join lateral (
    select p.id from person p where p.id_no_digest = s.digest
    union all
    select a.id from person a where a.id_no_digest = s.also and not exists (select 1 from person p where p.id_no_digest = s.digest)
    limit 1) b
  left join membership_year m on m.person_id = b.id and m.year = $1::int
  left join household o on o.id = m.household_id
  where s.digest is not null or s.also is not null`;

const KNOWN = `
  select s.*, h.id as household_id, h.division_id as lives_in, h.status as now_status, h.head_name, h.head_person_id, d.name as lives_at,
    b.person_id, b.member_of, b.member_of_no, w.members
  from staged s
  left join household h on h.household_no = s.household_no
  left join division d on d.id = h.division_id
  left join bearer b on b.row_no = s.row_no
  left join lateral (select count(*)::int as members from membership_year w where w.household_id = h.id and w.year = $1::int) w on s.stated is not null`;

/** While only the head is registered, the others are still to come; from then on the two rosters should agree. */
const MEMBERS_DIFFER = problemIf(
  "k.members > 1 and k.members <> k.stated",
  "memberCount",
  "membersDiffer",
  "warn",
  "jsonb_build_object('members', k.members)",
);

/** A file that has ended is not begun again by a sheet. */
const ENDED = problemIf("k.now_status = 'DISSOLVED'", "householdNo", "householdEnded", "error");

/** A status moves by a procedure and never by a sheet: the row is refused, and says by which. */
const OTHER = "k.now_status <> 'DISSOLVED' and k.now_status <> k.status";
const WAYS: [key: string, to: string][] = [
  ["statusByIdentification", "k.now_status in ('NOT_REGISTERED', 'REMOVED') and k.status = 'POOR'"],
  ["statusByExit", "k.now_status in ('POOR', 'PRE_EXIT', 'RETURNED') and k.status in ('PRE_EXIT', 'EXITED')"],
  ["statusByReturn", "k.now_status = 'EXITED' and k.status in ('RETURNED', 'POOR')"],
  ["statusByRemoval", "k.now_status in ('POOR', 'EXITED', 'RETURNED') and k.status = 'REMOVED'"],
];
const STATUS_MOVES = [
  ...WAYS.map(([key, when]) => problemIf(`${OTHER} and ${when}`, "status", key, "error")),
  problemIf(
    `${OTHER} and not (${WAYS.map(([, when]) => `(${when})`).join(" or ")})`,
    "status",
    "statusDiffers",
    "error",
  ),
];

/** Asked of the households that are there alone; in most rosters of a new place nobody is. */
const SAME = `(select to_jsonb(h) @> (r.values->'household') and to_jsonb(y) @> ((r.values->'year') - 'status' - 'member_count')
        and (k.digest is null or k.person_id is not null or k.head_person_id is not null)
      from household h left join household_year y on y.household_id = h.id and y.year = $2::int
      join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no where h.id = k.household_id)`;

/** Only rows that come out otherwise than before are written: at publishing most stand as the dry run left them. */
const JUDGE = `
  with judged as (
    select k.*, ${toldAnd("k.told", [
      problemIf(
        "k.household_id is null and k.row_no = any ($3)",
        "householdNo",
        "householdElsewhere",
        "error",
      ),
      problemIf(
        "k.lives_in <> k.division_id",
        "village",
        "householdMoved",
        "error",
        "jsonb_build_object('place', k.lives_at)",
      ),
      problemIf(
        "k.member_of <> k.household_id or (k.member_of is not null and k.household_id is null)",
        "idNo",
        "personInOtherHousehold",
        "error",
        "jsonb_build_object('number', k.member_of_no)",
      ),
      ID_ELSEWHERE,
      ENDED,
      windowClosed("k.household_id is null"),
      yearFrozen(`k.household_id is not null and not coalesce(${SAME}, false)`, "yearFrozenFile"),
      ...leftFindings("idNo", "k.household_id is null").slice(0, 1),
      ...STATUS_MOVES,
      MEMBERS_DIFFER,
      problemIf(
        "k.head_person_id is not null and k.head_name <> k.name",
        "headName",
        "headDiffers",
        "warn",
        "jsonb_build_object('name', k.head_name)",
      ),
    ])} as problems
    from known k left join gate g on g.place = coalesce(k.lives_in, k.division_id) ${LEFT} offset 0),
  meant as (
    select k.*, case when k.household_id is not null then k.household_id when k.stands = 'ADD' then coalesce(k.stands_for, new_id()) else new_id() end as subject_id,
      case when k.person_id is null then null else jsonb_build_object('personId', k.person_id) end as pick,
      ${unlessBad("k.problems", `case when k.household_id is null then 'ADD' when ${SAME} then 'SAME' else 'UPDATE' end`)} as action
    from judged k offset 0)
  update import_row r set problems = k.problems, subject_id = k.subject_id, picked = k.pick, action = k.action
  from meant k where r.import_id = $1::uuid and r.row_no = k.row_no
    and (k.stands_told, k.stands_for, k.picked, k.stands) is distinct from (k.problems, k.subject_id, k.pick, k.action)`;

export const resolveHouseholds: Resolver = async (client, record, elsewhere, viewer) => {
  await stagedTable(client, record.id);
  await tableOf(client, "bearer", BEARERS, ["row_no"], [record.year]);
  await tableOf(client, "known", KNOWN, null, [record.year]);
  await takenTable(client);
  await goneTable(client);
  await gateTable(client, {
    record,
    viewer,
    places: "select coalesce(lives_in, division_id) as place from known",
  });
  await client.query(JUDGE, [record.id, record.year, elsewhere]);
};
