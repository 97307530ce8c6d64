/** Tells the days that an attendance sheet brings, and puts right those that it tells otherwise, with its reason. */
import type { Publishing } from "./publish.ts";

export async function publishAttendance({ client, record, viewer, step }: Publishing): Promise<void> {
  await step("attendance");
  await client.query(
    `create temp table marked on commit drop as
     select m.id as member_id, m.team_id, m.division_id, m.name, x."on", x.status, x.old, r.values->'attendance'->>'why' as why
     from import_row r join team_member m on m.id = r.subject_id
     cross join lateral jsonb_to_recordset(r.values->'meant'->'days') as x ("on" date, status text, old text)
     where r.import_id = $1 and r.action in ('ADD', 'UPDATE')`,
    [record.id],
  );
  const who = [viewer.accountId, viewer.name];
  await client.query(
    `insert into team_day (member_id, day, division_id, status, source, why, account_id, account_name)
     select member_id, "on", division_id, status, 'SHEET', case when old is not null or status = 'ABSENT' then why end, $1, $2 from marked
     on conflict (member_id, day) do update set status = excluded.status, source = excluded.source, why = excluded.why,
       account_id = excluded.account_id, account_name = excluded.account_name, created_at = now()`,
    who,
  );
  // What was told otherwise day by day, what is new by the month.
  await client.query(
    `insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
     select $1, $2, 'import.published', 'residentTeam', team_id::text, division_id, 'attendance', old, new from (
       select team_id, division_id, concat_ws(' ', name, "on", old) as old, concat_ws(' ', name, "on", status) as new from marked where old is not null
       union all
       select team_id, division_id, null, concat_ws(' ', name, month, string_agg(status || ' ' || days, ' ' order by status)) from (
         select member_id, team_id, division_id, name, to_char("on", 'YYYY-MM') as month, status, count(*) as days from marked where old is null group by 1, 2, 3, 4, 5, 6) n
       group by member_id, team_id, division_id, name, month) x order by 6`,
    who,
  );
}
