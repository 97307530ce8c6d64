-- The roster of resident teams (sheet 9) comes in and can be taken back, member by member.
ALTER TABLE "resident_team" ADD COLUMN "import_id" UUID;
ALTER TABLE "team_member" ADD COLUMN "import_id" UUID;
CREATE INDEX "resident_team_import_id_idx" ON "resident_team"("import_id");
CREATE INDEX "team_member_import_id_idx" ON "team_member"("import_id");
create trigger trace_insert after insert on team_member referencing new table as new_rows for each statement execute function trace_import('id');
create trigger trace_update after update on team_member referencing new table as new_rows old table as old_rows for each statement execute function trace_import('id');

-- Who came with the roster goes, with a team that has nobody left by it; what was changed is as before. A member of whom a day, leave, a
-- diary or a spot check is written down stays. Only for the one who imported, within thirty days.
create function sec.take_back_teams_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  perform 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'team-roster'
    and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  select m.id, x.before is null, case
    when not (everything or m.division_id = any (here)) then 'BEYOND'
    when sec.row_digest(to_jsonb(m)) <> x.after then 'EDITED'
    when x.before is null and (exists (select 1 from team_day d where d.member_id = m.id) or exists (select 1 from team_leave l where l.member_id = m.id)
      or exists (select 1 from team_diary y where y.member_id = m.id) or exists (select 1 from team_check k where k.member_id = m.id)) then 'USED' end
  from import_trace x join team_member m on m.id = x.key::uuid where x.import_id = of_import and x.tbl = 'team_member';
end $$;

create function sec.take_back_teams(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import; one uuid;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  perform 1 from team_member m where m.id in (select p.unit from sec.take_back_teams_plan(of_import) p) order by m.id for update;
  create temp table teams_going on commit drop as select * from sec.take_back_teams_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from teams_going;
  update import_trace x set stays = g.stays from teams_going g where x.import_id = of_import and g.stays is not null and x.tbl = 'team_member' and x.key = g.unit::text;
  insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'residentTeam', m.team_id::text, m.division_id, 'teamMember',
      m.name || ' ' || case when g.created then m.from_on::text else m.unit end, case when not g.created then m.name || ' ' || (x.before->>'unit') end
    from teams_going g join team_member m on m.id = g.unit join import_trace x on x.import_id = of_import and x.tbl = 'team_member' and x.key = g.unit::text where g.stays is null;
  update team_member m set (unit, post, roles, org_moved, version) = (select b.unit, b.post, b.roles, b.org_moved, m.version + 1 from jsonb_populate_record(null::team_member, x.before) b)
    from teams_going g join import_trace x on x.import_id = of_import and x.tbl = 'team_member' and x.key = g.unit::text where m.id = g.unit and g.stays is null and not g.created;
  delete from team_member m using teams_going g where m.id = g.unit and g.stays is null and g.created;
  delete from resident_team t where t.import_id = of_import and t.version = 1 and not exists (select 1 from team_member m where m.team_id = t.id);
  -- A person who came with it and is nothing else by now goes as well.
  for one in select x.key::uuid from import_trace x where x.import_id = of_import and x.tbl = 'person' and x.before is null loop
    begin
      delete from person p where p.id = one;
      if found then delete from search_entry s where s.kind = 'person' and s.subject_id = one::text; end if;
    exception when foreign_key_violation or restrict_violation then null;
    end;
  end loop;
end $$;
revoke all on function sec.take_back_teams_plan(uuid), sec.take_back_teams(uuid) from public;
grant execute on function sec.take_back_teams_plan(uuid), sec.take_back_teams(uuid) to app_rw;
