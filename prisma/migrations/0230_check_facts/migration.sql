-- What M4.2, M4.5 and R1.6 count: the poor of villages whose population is told, doubtful values of the files that were looked over, and
-- families that moved with the last check of who lives there.

create index "quality_finding_found_on_idx" on "quality_finding"("found_on");
grant select (member_count) on household_year to app_job;

-- The register by whose population the incidence is counted: one year for all, or, while the office has named none, each village's latest.
create function population_year(day date) returns int language sql stable as $$
  select coalesce((select (value #>> '{}')::int from setting where key = 'population-year' and from_on <= day order by from_on desc limit 1), 0)
$$;
-- Stock: villages whose population is told, with the members of their poor households. Others are left out on both sides.
create function fact_populations(day date) returns table (division_id int, household_id uuid, base_year int, poor int, population int, since date)
language sql stable as $$
  select v.division_id, null::uuid, v.year, coalesce(p.poor, 0)::int, v.population, null::date
  from (select distinct on (y.division_id) y.division_id, y.year, y.population from village_year y
    where y.population > 0 and case when (select population_year(day)) > 0 then y.year = (select population_year(day)) else y.year <= extract(year from day)::int end
    order by y.division_id, y.year desc) v
  left join lateral (select sum(n.member_count) as poor from household_spell s
    cross join lateral (select y.member_count from household_year y where y.household_id = s.household_id and y.year <= extract(year from day)::int order by y.year desc limit 1) n
    where s.division_id = v.division_id and s.status in ('POOR', 'PRE_EXIT', 'RETURNED') and s.from_on <= day and (s.to_on is null or s.to_on > day)) p on true
$$;

-- Since when files are looked over at all: before that day nothing was found because nobody looked.
create function sec.quality_since() returns date language sql stable security definer set search_path = public, pg_temp as $$
  select min(found_on) from quality_finding
$$;
-- Stock: the files that are kept up on a day, each with its records (the household and its members) and the doubts that are open.
create function fact_data_checks(day date) returns table (division_id int, household_id uuid, records int, doubts int, since date)
language sql stable as $$
  select s.division_id, s.household_id, 1 + coalesce(n.member_count, 0), d.doubts, d.since
  from household_spell s
  left join lateral (select y.member_count from household_year y where y.household_id = s.household_id and y.year <= extract(year from day)::int order by y.year desc limit 1) n on true
  cross join lateral (select count(*)::int as doubts, min(q.found_on) as since from quality_finding q
    where q.household_id = s.household_id and q.found_on <= day and (q.gone_on is null or q.gone_on > day) and (q.confirmed_on is null or q.confirmed_on > day)) d
  where s.status in ('POOR', 'PRE_EXIT', 'EXITED', 'RETURNED') and s.from_on <= day and (s.to_on is null or s.to_on > day)
    and day >= (select sec.quality_since())
$$;

-- Stock: families that have moved by a day, where they live, and what the last check found.
create function fact_relocations(day date) returns table (division_id int, household_id uuid, checked boolean, living boolean, since date)
language sql stable as $$
  select s.division_id, r.household_id, c.checked_on is not null, coalesce(c.living, false), c.checked_on
  from relocation r
  join household_spell s on s.household_id = r.household_id and s.from_on <= day and (s.to_on is null or s.to_on > day)
    and s.status in ('POOR', 'PRE_EXIT', 'EXITED', 'RETURNED')
  left join lateral (select k.living, k.checked_on from relocation_check k where k.household_id = r.household_id and k.withdrawn_at is null and k.checked_on <= day
    order by k.checked_on desc, k.id desc limit 1) c on true
  where r.moved_on <= day
$$;
revoke all on function population_year(date), fact_populations(date), sec.quality_since(), fact_data_checks(date), fact_relocations(date) from public;
grant execute on function population_year(date), fact_populations(date), sec.quality_since(), fact_data_checks(date), fact_relocations(date) to app_rw, app_job;

-- Marks: where the households of the written rows live or lived.
create function mark_relocations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'relocations', s.division_id, min(coalesce(r.moved_on, beijing_today())) from new_rows r join household_spell s on s.household_id = r.household_id group by s.division_id;
  if tg_op = 'UPDATE' then insert into rollup_mark (fact, division_id, from_on)
    select 'relocations', s.division_id, min(coalesce(r.moved_on, beijing_today())) from old_rows r join household_spell s on s.household_id = r.household_id group by s.division_id; end if;
  return null;
end $$;
create function mark_relocation_checks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'relocations', s.division_id, min(r.checked_on) from new_rows r join household_spell s on s.household_id = r.household_id group by s.division_id;
  return null;
end $$;
create function mark_populations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'populations', division_id, make_date(min(year), 1, 1) from new_rows group by division_id;
  return null;
end $$;
-- Another base year is another denominator everywhere.
create function mark_population_year() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'populationYear', d.id, min(r.from_on) from new_rows r cross join division d where r.key = 'population-year' and d.level = 'PREFECTURE' group by d.id;
  return null;
end $$;
create function mark_sizes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then insert into rollup_mark (fact, division_id, from_on)
    select 'sizes', s.division_id, make_date(min(r.year), 1, 1) from new_rows r join household_spell s on s.household_id = r.household_id and s.to_on is null group by s.division_id;
  else insert into rollup_mark (fact, division_id, from_on)
    select 'sizes', s.division_id, make_date(min(r.year), 1, 1) from new_rows r join old_rows o on o.household_id = r.household_id and o.year = r.year and o.member_count <> r.member_count
    join household_spell s on s.household_id = r.household_id group by s.division_id; end if;
  return null;
end $$;
-- The first findings of all begin the count everywhere, also where nothing is doubtful.
create function mark_doubts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into rollup_mark (fact, division_id, from_on)
      select 'doubts', s.division_id, min(r.found_on) from new_rows r join household_spell s on s.household_id = r.household_id group by s.division_id;
    if exists (select 1 from new_rows) and not exists (select 1 from quality_finding q where not exists (select 1 from new_rows n where n.id = q.id)) then
      insert into rollup_mark (fact, division_id, from_on) select 'doubtsBegin', d.id, (select min(found_on) from new_rows) from division d where d.level = 'PREFECTURE';
    end if;
  else insert into rollup_mark (fact, division_id, from_on)
    select 'doubts', s.division_id, min(r.found_on) from new_rows r join old_rows o on o.id = r.id and (o.gone_on, o.confirmed_on) is distinct from (r.gone_on, r.confirmed_on)
    join household_spell s on s.household_id = r.household_id group by s.division_id; end if;
  return null;
end $$;
revoke all on function mark_relocations(), mark_relocation_checks(), mark_populations(), mark_population_year(), mark_sizes(), mark_doubts() from public;
create trigger mark_insert after insert on relocation referencing new table as new_rows for each statement execute function mark_relocations();
create trigger mark_update after update on relocation referencing new table as new_rows old table as old_rows for each statement execute function mark_relocations();
create trigger mark_insert after insert on relocation_check referencing new table as new_rows for each statement execute function mark_relocation_checks();
create trigger mark_update after update on relocation_check referencing new table as new_rows for each statement execute function mark_relocation_checks();
create trigger mark_insert after insert on village_year referencing new table as new_rows for each statement execute function mark_populations();
create trigger mark_update after update on village_year referencing new table as new_rows for each statement execute function mark_populations();
create trigger mark_insert after insert on setting referencing new table as new_rows for each statement execute function mark_population_year();
create trigger mark_update after update on setting referencing new table as new_rows for each statement execute function mark_population_year();
create trigger mark_insert after insert on household_year referencing new table as new_rows for each statement execute function mark_sizes();
create trigger mark_update after update on household_year referencing new table as new_rows old table as old_rows for each statement execute function mark_sizes();
create trigger mark_insert after insert on quality_finding referencing new table as new_rows for each statement execute function mark_doubts();
create trigger mark_update after update on quality_finding referencing new table as new_rows old table as old_rows for each statement execute function mark_doubts();
