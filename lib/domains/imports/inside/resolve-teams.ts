/**
 * Members of resident teams against the registry: the team is the one that lives in the village, or is founded; the person is known by
 * phone, or by name and unit, else comes into the registry with the village. A roster changes nobody's days and sends nobody home.
 */
import type { Resolver } from "./resolve.ts";
import { problemIf, stagedTable, tableOf, toldAnd, unlessBad } from "./told.ts";

const MEANT = `
  select s.row_no, s.division_id, s.name, s.told, n.*, t.id as team_id, t.batch as team_batch, t.from_on as team_from,
    m.id as member_id, m.person_id as member_person, m.unit as member_unit, m.post as member_post, m.roles as member_roles, m.org_moved as member_moved,
    first_value(n.batch) over (partition by s.division_id order by s.row_no) as first_batch, first_value(s.row_no) over (partition by s.division_id, s.name order by s.row_no) as first_row
  from staged s join import_row r on r.import_id = $1::uuid and r.row_no = s.row_no
  cross join lateral jsonb_to_record(r.values->'team') as n (unit text, post text, roles text[], batch text, from_on date, due_on date, org_moved boolean, mobile text)
  left join resident_team t on t.division_id = s.division_id and t.to_on is null
  left join lateral (select (array_agg(m.id))[1] as id from team_member m where m.team_id = t.id and m.name = s.name and m.to_on is null having count(*) = 1) one on true
  left join team_member m on m.id = one.id`;

/** By phone, else by name and unit, if that leaves one; the namesakes are told. */
const KNOWN = `
  select k.*, coalesce(k.member_person, p.sure) as person_id, coalesce(p.namesakes, 0) as namesakes, e.village as elsewhere
  from meant k
  left join lateral (
    select case when count(*) filter (where c.phone = k.mobile) = 1 then (array_agg(c.id) filter (where c.phone = k.mobile))[1]
        when count(*) filter (where c.unit_name = k.unit) = 1 then (array_agg(c.id) filter (where c.unit_name = k.unit))[1] end as sure,
      count(*) filter (where c.unit_name is not null)::int as namesakes
    from person c where c.name = k.name and k.member_id is null) p on true
  left join lateral (select d.name as village from team_member m join division d on d.id = m.division_id
    where m.person_id = coalesce(k.member_person, p.sure) and m.id is distinct from k.member_id and (m.to_on is null or m.to_on > k.from_on) limit 1) e on true`;

/** Somebody else leads, or is the first secretary: of the team as it is, or by an earlier row. */
const taken = (
  role: string,
) => `(k.roles @> array['${role}'] and k.member_roles is distinct from k.roles and (
  exists (select 1 from team_member m where m.team_id = k.team_id and m.to_on is null and m.id is distinct from k.member_id and m.roles @> array['${role}']
    and not exists (select 1 from known f where f.member_id = m.id and f.roles is not null and not f.roles @> array['${role}']))
  or exists (select 1 from known f where f.division_id = k.division_id and f.row_no < k.row_no and f.roles @> array['${role}'])))`;

const DIFFERS = `(k.unit is distinct from k.member_unit or coalesce(k.post, k.member_post) is distinct from k.member_post
  or (k.roles is not null and not (k.roles @> k.member_roles and k.member_roles @> k.roles)) or coalesce(k.org_moved, k.member_moved) is distinct from k.member_moved)`;

const JUDGE = `
  with judged as (
    select k.*, ${toldAnd("k.told", [
      problemIf(
        "k.division_id is not null and k.first_row <> k.row_no",
        "name",
        "duplicateInFile",
        "error",
        "jsonb_build_object('row', k.first_row)",
      ),
      problemIf(
        "k.team_id is not null and k.batch <> k.team_batch",
        "batch",
        "teamOtherBatch",
        "error",
        "jsonb_build_object('batch', k.team_batch)",
      ),
      problemIf(
        "k.team_id is null and k.division_id is not null and k.batch <> k.first_batch",
        "batch",
        "teamBatchDiffers",
        "error",
        "jsonb_build_object('batch', k.first_batch)",
      ),
      problemIf(
        "k.member_id is null and k.from_on < k.team_from",
        "fromOn",
        "teamBefore",
        "error",
        "jsonb_build_object('day', k.team_from)",
      ),
      problemIf(
        "k.elsewhere is not null",
        "name",
        "teamElsewhere",
        "error",
        "jsonb_build_object('village', k.elsewhere)",
      ),
      problemIf(taken("LEADER"), "roles", "teamLeaderTwice", "error"),
      problemIf(taken("FIRST_SECRETARY"), "roles", "teamSecretaryTwice", "error"),
      problemIf(
        "k.person_id is null and k.namesakes > 0",
        "unit",
        "teamNamesake",
        "warn",
        "jsonb_build_object('name', k.name, 'count', k.namesakes)",
      ),
    ])} as problems from known k offset 0)
  update import_row r set problems = k.problems, subject_id = k.member_id,
    values = r.values || jsonb_build_object('meant', jsonb_build_object('teamId', k.team_id, 'personId', k.person_id)),
    action = ${unlessBad("k.problems", `case when k.member_id is null then 'ADD' when ${DIFFERS} then 'UPDATE' else 'SAME' end`)}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolveTeams: Resolver = async (client, record) => {
  await stagedTable(client, record.id);
  await tableOf(client, "meant", MEANT, null, [record.id]);
  await tableOf(client, "known", KNOWN, ["row_no", "division_id"]);
  await client.query(JUDGE, [record.id]);
};
