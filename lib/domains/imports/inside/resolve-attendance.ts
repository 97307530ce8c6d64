/**
 * A month of attendance against what is told already: days nobody told are added, days told otherwise are put right with a reason. What the
 * township or a spot check settled stays as it is and is said so; nobody brings in his own days; leave of either kind is leave.
 */
import type { Resolver } from "./resolve.ts";
import { problemIf, stagedTable, tableOf, toldAnd, unlessBad } from "./told.ts";

const MEANT = `
  select s.row_no, s.division_id, s.name, s.told, n.month, nullif(trim(n.why), '') as why, coalesce(c.members, 0) as members, c.id as member_id, m.team_id, m.person_id,
    m.from_on, m.to_on, first_value(s.row_no) over (partition by s.division_id, s.name, n.unit, n.month order by s.row_no) as first_row
  from staged s join import_row r on r.import_id = $1::uuid and r.row_no = s.row_no
  cross join lateral jsonb_to_record(r.values->'attendance') as n (month date, unit text, why text)
  left join lateral (
    select count(*)::int as members, case when count(*) = 1 then (array_agg(m.id))[1] when count(*) filter (where m.unit = n.unit) = 1 then (array_agg(m.id) filter (where m.unit = n.unit))[1] end as id
    from team_member m where m.division_id = s.division_id and m.name = s.name and m.from_on < n.month + interval '1 month' and (m.to_on is null or m.to_on > n.month)) c on true
  left join team_member m on m.id = c.id`;

/** Each marked day, and what is told of it: by somebody, or by leave that was granted. */
const DAYS = `
  select k.row_no, x.key, x."on", x.status, d.status as old, d.source, x."on" < k.from_on or (k.to_on is not null and x."on" >= k.to_on) as outside,
    d.status is null as fresh, d.status = x.status or (d.status = 'SICK' and x.status = 'VACATION') as same, coalesce(d.source in ('DESK', 'CHECK'), false) as settled
  from meant k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no
  cross join lateral jsonb_to_recordset(r.values->'attendance'->'marks') as x (key text, "on" date, status text)
  left join team_sheet((select min(month) from meant), (select (max(month) + interval '1 month')::date from meant)) d on d.member_id = k.member_id and d.day = x."on"
  where k.member_id is not null and not k.told @> '[{"level": "error"}]'`;

const WEIGHED = `
  select k.*, g.* from meant k left join lateral (
    select bool_or(fresh) as adds, bool_or(not fresh and not same and not settled) as changes, bool_or(fresh and status = 'ABSENT') as absent,
      string_agg(extract(day from "on")::text, '、' order by "on") filter (where outside) as outside,
      string_agg(extract(day from "on")::text, '、' order by "on") filter (where not fresh and not same and settled) as settled,
      coalesce(jsonb_agg(jsonb_build_object('on', "on", 'key', key, 'status', status, 'old', old) order by "on") filter (where fresh or (not same and not settled)), '[]') as days
    from days d where d.row_no = k.row_no) g on true`;

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
        "k.division_id is not null and k.month is not null and k.members = 0",
        "name",
        "attendanceNobody",
        "error",
      ),
      problemIf("k.members > 0 and k.member_id is null", "unit", "attendanceTwice", "error"),
      problemIf("k.person_id = $2::uuid", "name", "attendanceOwn", "error"),
      problemIf(
        "k.outside is not null",
        "name",
        "attendanceOutside",
        "error",
        "jsonb_build_object('days', k.outside)",
      ),
      problemIf("k.changes and k.why is null", "why", "attendanceWhy", "error"),
      problemIf("k.absent and k.changes is not true and k.why is null", "why", "attendanceAbsent", "error"),
      problemIf(
        "k.settled is not null",
        "name",
        "attendanceSettled",
        "warn",
        "jsonb_build_object('days', k.settled)",
      ),
    ])} as problems from weighed k offset 0)
  update import_row r set problems = k.problems, subject_id = k.member_id,
    values = r.values || jsonb_build_object('meant', jsonb_build_object('days', k.days)),
    action = ${unlessBad("k.problems", "case when k.changes then 'UPDATE' when k.adds then 'ADD' else 'SAME' end")}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolveAttendance: Resolver = async (client, record, _elsewhere, viewer) => {
  await stagedTable(client, record.id);
  await tableOf(client, "meant", MEANT, ["row_no"], [record.id]);
  await tableOf(client, "days", DAYS, ["row_no"], [record.id]);
  await tableOf(client, "weighed", WEIGHED, ["row_no"]);
  await client.query(JUDGE, [record.id, viewer.personId]);
};
