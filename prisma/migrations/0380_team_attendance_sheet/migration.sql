-- A month's attendance of resident teams (the second half of sheet 9) comes in, and can be taken back day by day.
create trigger trace_insert after insert on team_day referencing new table as new_rows for each statement execute function trace_import('member_id', 'day');
create trigger trace_update after update on team_day referencing new table as new_rows old table as old_rows for each statement execute function trace_import('member_id', 'day');

-- Days that came with the sheet go, days that it put right are as before; what somebody put right since stays. Only for the one who imported,
-- within thirty days.
create function sec.take_back_attendance_plan(of_import uuid) returns table (unit text, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  perform 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'team-attendance'
    and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  select x.key, x.before is null, case
    when not (everything or d.division_id = any (here)) then 'BEYOND'
    when sec.row_digest(to_jsonb(d)) <> x.after then 'EDITED' end
  from import_trace x join team_day d on d.member_id = split_part(x.key, '|', 1)::uuid and d.day = split_part(x.key, '|', 2)::date
  where x.import_id = of_import and x.tbl = 'team_day';
end $$;

create function sec.take_back_attendance(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  perform 1 from team_day d join import_trace x on x.import_id = of_import and x.tbl = 'team_day' and d.member_id = split_part(x.key, '|', 1)::uuid
    and d.day = split_part(x.key, '|', 2)::date order by d.member_id, d.day for update of d;
  create temp table days_going on commit drop as
    select p.*, split_part(p.unit, '|', 1)::uuid as member_id, split_part(p.unit, '|', 2)::date as day from sec.take_back_attendance_plan(of_import) p;
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from days_going;
  update import_trace x set stays = g.stays from days_going g where x.import_id = of_import and g.stays is not null and x.tbl = 'team_day' and x.key = g.unit;
  insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'residentTeam', m.team_id::text, m.division_id, 'attendance',
      concat_ws(' ', m.name, g.day, d.status), case when not g.created then concat_ws(' ', m.name, g.day, x.before->>'status') end
    from days_going g join team_member m on m.id = g.member_id join team_day d on d.member_id = g.member_id and d.day = g.day
    join import_trace x on x.import_id = of_import and x.tbl = 'team_day' and x.key = g.unit where g.stays is null order by m.team_id, m.name, g.day;
  update team_day d set (status, source, why, account_id, account_name, created_at) =
      (select b.status, b.source, b.why, b.account_id, b.account_name, b.created_at from jsonb_populate_record(null::team_day, x.before) b)
    from days_going g join import_trace x on x.import_id = of_import and x.tbl = 'team_day' and x.key = g.unit
    where d.member_id = g.member_id and d.day = g.day and g.stays is null and not g.created;
  delete from team_day d using days_going g where d.member_id = g.member_id and d.day = g.day and g.stays is null and g.created;
end $$;
revoke all on function sec.take_back_attendance_plan(uuid), sec.take_back_attendance(uuid) from public;
grant execute on function sec.take_back_attendance_plan(uuid), sec.take_back_attendance(uuid) to app_rw;
