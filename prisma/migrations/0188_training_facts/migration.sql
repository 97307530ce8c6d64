-- Whom trainings reach (F2.3, F2.4, F3.4, F3.5): two rosters, and what each person of them was at since a day.

-- The tenure by which somebody is counted, however many he holds: the one that leads, else the oldest. One person is one case in every
-- sum, also when half of his posts are out of the viewer's sight: so a viewer asks with its owner's rights, of each person in reach.
create function sec.main_tenure(person uuid, day date) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select t.id from tenure t join post p on p.id = t.post_id join division d on d.id = t.division_id left join party_org o on o.id = p.party_org_id
  where t.person_id = person and t.from_on <= day and (t.to_on is null or t.to_on > day)
    and (d.closed_on is null or d.closed_on > day) and (o.closed_on is null or o.closed_on > day)
  order by p.principal desc, t.from_on, t.id limit 1
$$;

-- The roster of cadres on a day: whoever holds a post of a team. Nothing else says who counts as a cadre. Who sees everything, as
-- jobs do, takes the same tenure of all at once, which is many times as fast.
create function roster_cadres(day date) returns table (person_id uuid, division_id int, village boolean) language sql stable as $$
  select t.person_id, t.division_id, (select d.level = 'VILLAGE' from division d where d.id = t.division_id) from tenure t
  where current_user = 'app_rw' and not (select sec.sees_all()) and t.from_on <= day and (t.to_on is null or t.to_on > day) and t.id = sec.main_tenure(t.person_id, day)
  union all
  select m.person_id, m.division_id, m.level = 'VILLAGE' from (
    select distinct on (t.person_id) t.person_id, t.division_id, d.level
    from tenure t join post p on p.id = t.post_id join division d on d.id = t.division_id left join party_org o on o.id = p.party_org_id
    where t.from_on <= day and (t.to_on is null or t.to_on > day)
      and (d.closed_on is null or d.closed_on > day) and (o.closed_on is null or o.closed_on > day)
    order by t.person_id, p.principal desc, t.from_on, t.id) m
  where current_user <> 'app_rw' or (select sec.sees_all())
$$;

-- The roster of Party members on a day, and who of them herds or farms: whoever stands in an organization's. Nothing else says it.
create function roster_members(day date) returns table (person_id uuid, division_id int, herder boolean) language sql stable as $$
  select m.person_id, s.division_id, m.member_group = 'HERDER' from party_membership s join party_member m on m.id = s.member_id
  where s.from_on <= day and (s.to_on is null or s.to_on > day)
$$;

-- What somebody was at up to a day: counted wherever it was held, since who was trained elsewhere is trained; so it is asked likewise.
create function trained_of(person uuid, since_on date, as_of date)
returns table (times int, course boolean, study_tour boolean, on_site boolean, tenths int, last_on date) language sql stable as $$
  select count(*) filter (where t.from_on >= since_on)::int, coalesce(bool_or(t.mode = 'COURSE' and t.from_on >= since_on), false),
    coalesce(bool_or(t.mode = 'STUDY_TOUR' and t.from_on >= since_on), false), coalesce(bool_or(t.mode = 'ON_SITE' and t.from_on >= since_on), false),
    coalesce((sum(t.hours) filter (where t.from_on >= since_on) * 10)::int, 0), max(t.from_on)
  from training_attendee a join training t on t.id = a.training_id
  where a.person_id = person and a.standing = 'KNOWN' and t.status = 'HELD' and t.from_on <= as_of
$$;
create function sec.trained(person uuid, since_on date, as_of date)
returns table (times int, course boolean, study_tour boolean, on_site boolean, tenths int, last_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.* from trained_of(person, since_on, as_of) s
$$;
-- Both in one, for whoever asks.
create function trainings_of(person uuid, since_on date, as_of date)
returns table (times int, course boolean, study_tour boolean, on_site boolean, tenths int, last_on date) language sql stable as $$
  select s.* from trained_of(person, since_on, as_of) s where current_user <> 'app_rw' or (select sec.sees_all())
  union all select s.* from sec.trained(person, since_on, as_of) s where current_user = 'app_rw' and not (select sec.sees_all())
$$;

-- Stock and flow in one: who is on the roster on a day, and the trainings since another that he was at.
create function fact_cadres(since_on date, as_of date) returns table (division_id int, household_id uuid, person_id uuid, village boolean,
  trained boolean, course boolean, study_tour boolean, on_site boolean, tenths int, times int, since date)
language sql stable as $$
  select r.division_id, null::uuid, r.person_id, r.village, s.times > 0, s.course, s.study_tour, s.on_site, s.tenths, s.times, s.last_on
  from roster_cadres(as_of) r cross join lateral trainings_of(r.person_id, since_on, as_of) s
$$;
create function fact_herder_members(since_on date, as_of date) returns table (division_id int, household_id uuid, person_id uuid,
  trained boolean, course boolean, study_tour boolean, on_site boolean, tenths int, times int, since date)
language sql stable as $$
  select r.division_id, null::uuid, r.person_id, s.times > 0, s.course, s.study_tour, s.on_site, s.tenths, s.times, s.last_on
  from roster_members(as_of) r cross join lateral trainings_of(r.person_id, since_on, as_of) s where r.herder
$$;

-- Marks: what must be counted again (see 0003). A training counts from its first day to the end of that year, at every place where
-- somebody who was there is, or was, on a roster; a change of the rosters from its day on.
-- Every place where somebody is, or was, on one of the two rosters.
create function sec.trained_at(person uuid) returns setof int language sql stable security definer set search_path = public, pg_temp as $$
  select t.division_id from tenure t where t.person_id = person
  union select s.division_id from party_membership s join party_member m on m.id = s.member_id where m.person_id = person
$$;
revoke all on function sec.trained_at(uuid) from public;

create function mark_attendees() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on, to_on)
    select distinct 'trainings', w.division_id, t.from_on, make_date(extract(year from t.from_on)::int + 1, 1, 1)
    from attendee_rows a join training t on t.id = a.training_id cross join lateral sec.trained_at(a.person_id) w (division_id) where a.person_id is not null;
  return null;
end $$;
create function mark_trainings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on, to_on)
    select distinct 'trainings', w.division_id, e.from_on, make_date(extract(year from e.from_on)::int + 1, 1, 1)
    from new_rows n join old_rows o on o.id = n.id and (n.from_on, n.status, n.mode, n.hours) is distinct from (o.from_on, o.status, o.mode, o.hours)
    cross join lateral (select n.from_on union select o.from_on) e
    join training_attendee a on a.training_id = n.id and a.person_id is not null cross join lateral sec.trained_at(a.person_id) w (division_id);
  return null;
end $$;
create function mark_cadres() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'cadres', t.division_id, min(n.from_on) from new_rows n join tenure t on t.person_id = n.person_id group by t.division_id;
  if tg_op = 'UPDATE' then insert into rollup_mark (fact, division_id, from_on)
    select 'cadres', t.division_id, min(o.from_on) from old_rows o join tenure t on t.person_id = o.person_id group by t.division_id; end if;
  return null;
end $$;
create function mark_memberships() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'members', division_id, min(from_on), case when bool_or(to_on is null) then null else max(to_on) end from new_rows group by division_id;
  if tg_op = 'UPDATE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'members', division_id, min(from_on), case when bool_or(to_on is null) then null else max(to_on) end from old_rows group by division_id; end if;
  return null;
end $$;
create function mark_member_groups() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'members', s.division_id, min(s.from_on) from new_rows n join old_rows o on o.id = n.id and o.member_group <> n.member_group
    join party_membership s on s.member_id = n.id group by s.division_id;
  return null;
end $$;
create trigger mark_insert after insert on training_attendee referencing new table as attendee_rows for each statement execute function mark_attendees();
create trigger mark_update after update on training_attendee referencing new table as attendee_rows for each statement execute function mark_attendees();
create trigger mark_delete after delete on training_attendee referencing old table as attendee_rows for each statement execute function mark_attendees();
create trigger mark_update after update on training referencing new table as new_rows old table as old_rows for each statement execute function mark_trainings();
create trigger mark_cadres_insert after insert on tenure referencing new table as new_rows for each statement execute function mark_cadres();
create trigger mark_cadres_update after update on tenure referencing new table as new_rows old table as old_rows for each statement execute function mark_cadres();
create trigger mark_insert after insert on party_membership referencing new table as new_rows for each statement execute function mark_memberships();
create trigger mark_update after update on party_membership referencing new table as new_rows old table as old_rows for each statement execute function mark_memberships();
create trigger mark_group after update on party_member referencing new table as new_rows old table as old_rows for each statement execute function mark_member_groups();

revoke all on function sec.main_tenure(uuid, date), sec.trained(uuid, date, date),
  mark_attendees(), mark_trainings(), mark_cadres(), mark_memberships(), mark_member_groups() from public;
revoke all on function trained_of(uuid, date, date), trainings_of(uuid, date, date), roster_cadres(date), roster_members(date), fact_cadres(date, date), fact_herder_members(date, date) from public;
grant execute on function sec.main_tenure(uuid, date), trained_of(uuid, date, date), sec.trained(uuid, date, date),
  trainings_of(uuid, date, date), roster_cadres(date), roster_members(date),
  fact_cadres(date, date), fact_herder_members(date, date) to app_rw, app_job;
