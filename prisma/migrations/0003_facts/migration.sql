-- Facts that indicators count, with a fixed contract (house.md §3.6), and the marks that keep roll-ups true.

-- The day on which exited households stop being helped; open until the office sets it (decisions 34).
create function policy_period_end() returns date language sql stable as $$
  select coalesce((select (value #>> '{}')::date from setting where key = 'policy-period-end' and from_on <= beijing_today() order by from_on desc limit 1), 'infinity'::date)
$$;

-- Stock: active households on a day, at the node where they lived that day.
create function fact_households(day date) returns table (division_id int, household_id uuid, status text, paired boolean)
language sql stable as $$
  select s.division_id, s.household_id, s.status,
    exists (select 1 from pairing p where p.household_id = s.household_id and p.from_on <= day and (p.to_on is null or p.to_on > day))
  from household_spell s
  where s.from_on <= day and (s.to_on is null or s.to_on > day)
    and (s.status in ('POOR', 'PRE_EXIT', 'RETURNED') or (s.status = 'EXITED' and day < (select policy_period_end())))
$$;

-- What each kind of helper owes between two days: months times the monthly rule, quarters times the quarterly one; exempt months owe nothing.
create function visit_dues(first_on date, last_on date) returns table (helper_kind text, required int, remote_counts boolean)
language sql stable as $$
  select r.helper_kind,
    case r.period
      when 'MONTH' then r.min_count * (select count(*)::int from generate_series(first_on, last_on, interval '1 month') m
                                       where not extract(month from m)::int = any (r.exempt_months))
      else case when last_on - first_on < 80 then 0 else r.min_count * (select count(*)::int from (
             select extract(quarter from m) from generate_series(first_on, last_on, interval '1 month') m
             where not extract(month from m)::int = any (r.exempt_months) group by 1) q) end
    end, r.remote_counts
  from visit_rule r where r.from_on <= last_on and (r.to_on is null or r.to_on > last_on)
$$;

-- Flow: pairings that held for the whole period so far, what they owe and how many days of visits they made.
create function fact_duties(first_on date, as_of date, last_on date)
returns table (division_id int, household_id uuid, pairing_id uuid, helper_id uuid, helper_kind text, required int, done int)
language sql stable as $$
  select s.division_id, p.household_id, p.id, p.helper_id, p.kind, d.required,
    (select count(distinct v.visited_on)::int from visit_visitor v
     where v.household_id = p.household_id and v.person_id = p.helper_id and v.counts
       and v.visited_on >= first_on and v.visited_on <= as_of and (d.remote_counts or not v.remote))
  from household_spell s
  join pairing p on p.household_id = s.household_id and p.from_on <= first_on and (p.to_on is null or p.to_on > as_of)
  join visit_dues(first_on, last_on) d on d.helper_kind = p.kind and d.required > 0
  where s.from_on <= as_of and (s.to_on is null or s.to_on > as_of)
    and (s.status in ('POOR', 'PRE_EXIT', 'RETURNED') or (s.status = 'EXITED' and as_of < (select policy_period_end())))
$$;

-- Marks: whoever writes a deed says in the same transaction what must be counted again. Statement triggers, so no writer can forget.
create function mark_spells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'households', division_id, min(from_on), case when bool_or(to_on is null) then null else max(to_on) end from new_rows group by division_id; end if;
  if tg_op <> 'INSERT' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'households', division_id, min(from_on), case when bool_or(to_on is null) then null else max(to_on) end from old_rows group by division_id; end if;
  return null;
end $$;
create function mark_pairings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'households', s.division_id, min(r.from_on), case when bool_or(r.to_on is null) then null else max(r.to_on) end
    from new_rows r join household_spell s on s.household_id = r.household_id group by s.division_id; end if;
  if tg_op <> 'INSERT' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'households', s.division_id, min(r.from_on), case when bool_or(r.to_on is null) then null else max(r.to_on) end
    from old_rows r join household_spell s on s.household_id = r.household_id group by s.division_id; end if;
  return null;
end $$;
create function mark_visits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'duties', s.division_id, min(r.visited_on), max(r.visited_on) + 1 from new_rows r join household_spell s on s.household_id = r.household_id
    group by s.division_id; end if;
  if tg_op <> 'INSERT' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'duties', s.division_id, min(r.visited_on), max(r.visited_on) + 1 from old_rows r join household_spell s on s.household_id = r.household_id
    group by s.division_id; end if;
  return null;
end $$;
create function mark_rules() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'rules', id, coalesce((select min(from_on) from new_rows), beijing_today()) from division where level = 'PREFECTURE';
  return null;
end $$;
create trigger mark_insert after insert on household_spell referencing new table as new_rows for each statement execute function mark_spells();
create trigger mark_update after update on household_spell referencing new table as new_rows old table as old_rows for each statement execute function mark_spells();
create trigger mark_delete after delete on household_spell referencing old table as old_rows for each statement execute function mark_spells();
create trigger mark_insert after insert on pairing referencing new table as new_rows for each statement execute function mark_pairings();
create trigger mark_update after update on pairing referencing new table as new_rows old table as old_rows for each statement execute function mark_pairings();
create trigger mark_insert after insert on visit_visitor referencing new table as new_rows for each statement execute function mark_visits();
create trigger mark_update after update on visit_visitor referencing new table as new_rows old table as old_rows for each statement execute function mark_visits();
create trigger mark_insert after insert on visit_rule referencing new table as new_rows for each statement execute function mark_rules();
create trigger mark_update after update on visit_rule referencing new table as new_rows for each statement execute function mark_rules();
revoke all on function mark_spells(), mark_pairings(), mark_visits(), mark_rules() from public;
revoke all on function policy_period_end(), fact_households(date), visit_dues(date, date), fact_duties(date, date, date) from public;
grant execute on function policy_period_end(), fact_households(date), visit_dues(date, date), fact_duties(date, date, date), beijing_today(), new_id() to app_rw, app_job;
