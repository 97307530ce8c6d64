-- The ledger of trainings (培训台账) comes in and goes out as a sheet: what it says of how many were there, besides their names,
-- and imports of it that can be taken back.

alter table training
  add column stated_cadres integer, add column stated_village_cadres integer, add column stated_members integer, add column stated_villagers integer,
  add constraint training_stated check (stated_cadres >= 0 and stated_village_cadres >= 0 and stated_members >= 0 and stated_villagers >= 0);
grant update (stated_cadres, stated_village_cadres, stated_members, stated_villagers) on training to app_rw;

create trigger trace_insert after insert on training referencing new table as new_rows for each statement execute function trace_import('id');
create trigger trace_update after update on training referencing new table as new_rows old table as old_rows for each statement execute function trace_import('id');
create trigger trace_insert after insert on training_attendee referencing new table as new_rows for each statement execute function trace_import('id');
create trigger trace_update after update on training_attendee referencing new table as new_rows old table as old_rows for each statement execute function trace_import('id');

-- What would go back and what stays, training by training; only for the one who imported, within thirty days.
-- A training whose list somebody has added to, settled or shortened since is as touched as one that was corrected.
create function sec.take_back_trainings_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach(); done timestamptz;
begin
  select i.published_at into done from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'trainings'
    and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  with traced as materialized (
    select t.id, x.before is null as created, sec.row_digest(to_jsonb(t)) <> x.after as edited
    from import_trace x join training t on t.id = x.key::uuid where x.import_id = of_import and x.tbl = 'training'),
  came as materialized (
    select a.training_id as id, a.id as attendee, sec.row_digest(to_jsonb(a)) <> x.after as edited
    from import_trace x join training_attendee a on a.id = x.key::uuid where x.import_id = of_import and x.tbl = 'training_attendee'),
  units as (
    select u.id, bool_or(u.created) as created, bool_or(u.edited) as edited
    from (select t.id, t.created, t.edited from traced t union all select c.id, false, c.edited from came c) u group by u.id)
  select u.id, u.created, case
    when not (everything or t.division_id = any (here)) then 'BEYOND'
    when u.edited or exists (select 1 from change c where c.entity = 'training' and c.entity_id = u.id::text and c.field = 'attendee' and c.at > done)
      or u.created and exists (select 1 from training_attendee a where a.training_id = u.id and a.id not in (select c.attendee from came c)) then 'EDITED' end
  from units u join training t on t.id = u.id;
end $$;

create function sec.take_back_trainings(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  -- Nobody corrects a training, or who was at it, between the judgement and the deed.
  perform 1 from training t where t.id in (select p.unit from sec.take_back_trainings_plan(of_import) p) order by t.id for update;
  create temp table trainings_going on commit drop as select * from sec.take_back_trainings_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from trainings_going;
  update import_trace x set stays = g.stays from trainings_going g
    where x.import_id = of_import and g.stays is not null and x.tbl = 'training' and x.key = g.unit::text;
  update import_trace x set stays = g.stays from trainings_going g join training_attendee a on a.training_id = g.unit
    where x.import_id = of_import and g.stays is not null and x.tbl = 'training_attendee' and x.key = a.id::text;

  insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'training', t.id::text, t.division_id, f.name, now_is.value, was.value
    from trainings_going g join training t on t.id = g.unit
    join import_trace x on x.import_id = of_import and x.tbl = 'training' and x.key = g.unit::text
    cross join lateral jsonb_each_text(to_jsonb(t)) now_is (key, value)
    cross join lateral (select x.before->>now_is.key as value) was
    cross join lateral (select regexp_replace(initcap(replace(now_is.key, '_', ' ')), '^(.)|\s', '', 'g') as tail) camel
    cross join lateral (select left(now_is.key, 1) || camel.tail as name) f
    where g.stays is null and not g.created and now_is.key <> 'version' and now_is.value is distinct from was.value;
  update training t set (mode, audience, topic, level, organizer, venue, to_on, hours, cost_fen, note, stated_cadres, stated_village_cadres, stated_members, stated_villagers, version) =
      (select b.mode, b.audience, b.topic, b.level, b.organizer, b.venue, b.to_on, b.hours, b.cost_fen, b.note, b.stated_cadres, b.stated_village_cadres, b.stated_members, b.stated_villagers, t.version + 1
       from jsonb_populate_record(null::training, x.before) b)
    from trainings_going g join import_trace x on x.import_id = of_import and x.tbl = 'training' and x.key = g.unit::text
    where t.id = g.unit and g.stays is null and not g.created;
  delete from training_attendee a using trainings_going g, import_trace x
    where a.training_id = g.unit and g.stays is null and x.import_id = of_import and x.tbl = 'training_attendee' and x.key = a.id::text;
  delete from training t using trainings_going g where t.id = g.unit and g.stays is null and g.created;
end $$;

revoke all on function sec.take_back_trainings_plan(uuid), sec.take_back_trainings(uuid) from public;
grant execute on function sec.take_back_trainings_plan(uuid), sec.take_back_trainings(uuid) to app_rw;
