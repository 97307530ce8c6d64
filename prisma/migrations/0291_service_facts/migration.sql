-- What R3.4, R3.5 and R3.6 count: cases that were closed and how often the citizen had come, cases whose limit came to its end, and
-- townships and villages with a window.

-- Flow: cases closed in the period. What was withdrawn was not closed.
create function fact_service_closed(first_on date, as_of date) returns table (division_id int, household_id uuid, case_id text, subject_id text, name text, detail text,
  from_on date, to_on date, once boolean, waiting_since date)
language sql stable as $$
  select c.division_id, null::uuid, c.id::text, c.id::text, c.item_name, c.number, c.accepted_on, c.closed_on, c.times_came <= 1, c.closed_on
  from service_case c where c.state = 'CLOSED' and c.closed_on between first_on and as_of
$$;

-- Flow: cases whose limit came to its end in the period. One that was done in time counts on its due day, every other one on the day after, on
-- which it is late: the due day lasts to midnight, and each case counts once. A case that was withdrawn in time was never due.
create function fact_service_due(first_on date, as_of date) returns table (division_id int, household_id uuid, case_id text, subject_id text, name text, detail text,
  from_on date, to_on date, in_time boolean, waiting_since date)
language sql stable as $$
  select c.division_id, null::uuid, c.id::text, c.id::text, c.item_name, c.number, c.accepted_on, case when c.closed_on <= as_of then c.closed_on end, e.in_time, c.due_on
  from service_case c cross join lateral (select c.state = 'CLOSED' and c.closed_on <= c.due_on as in_time) e
  where c.due_on is not null and case when e.in_time then c.due_on else c.due_on + 1 end between first_on and as_of
    and not (c.state = 'WITHDRAWN' and c.closed_on <= c.due_on)
$$;

-- Stock: townships and villages of the day, and whether a window of their own works there; the window of a village that was merged away is its successor's.
create function fact_service_windows(day date) returns table (division_id int, household_id uuid, case_id text, subject_id text, name text, detail text,
  from_on date, to_on date, working boolean, waiting_since date)
language sql stable as $$
  select d.id, null::uuid, d.id::text, d.id::text, d.name, coalesce(w.names, ''), coalesce(w.since, d.opened_on), null::date, w.names is not null, w.ended
  from division d cross join lateral (
    select string_agg(s.name, '、' order by s.name) filter (where s.closed_on is null or s.closed_on > day) as names,
      min(s.opened_on) filter (where s.closed_on is null or s.closed_on > day) as since, max(s.closed_on) filter (where s.closed_on <= day) as ended
    from service_window s join division_closure k on k.node_id = s.division_id and k.ancestor_id = d.id and k.from_on <= day and (k.to_on is null or k.to_on > day)
    join division at on at.id = s.division_id and at.level = d.level
    where s.opened_on <= day) w
  where d.level in ('TOWNSHIP', 'VILLAGE') and d.opened_on <= day and (d.closed_on is null or d.closed_on > day)
$$;
revoke all on function fact_service_closed(date, date), fact_service_due(date, date), fact_service_windows(date) from public;
grant execute on function fact_service_closed(date, date), fact_service_due(date, date), fact_service_windows(date) to app_rw, app_job;

create function mark_service_cases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then insert into rollup_mark (fact, division_id, from_on)
    select 'serviceCases', division_id, min(least(due_on, closed_on)) from new_rows where due_on is not null or closed_on is not null group by division_id;
  else insert into rollup_mark (fact, division_id, from_on)
    select 'serviceCases', n.division_id, min(coalesce(least(n.due_on, n.closed_on, o.due_on, o.closed_on), beijing_today())) from new_rows n join old_rows o on o.id = n.id
    where (n.due_on, n.closed_on, n.state, n.times_came) is distinct from (o.due_on, o.closed_on, o.state, o.times_came) group by n.division_id; end if;
  return null;
end $$;
create function mark_service_windows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'serviceWindows', k.ancestor_id, min(least(r.opened_on, r.closed_on)) from new_rows r join division_closure k on k.node_id = r.division_id
    join division d on d.id = k.ancestor_id and d.level in ('TOWNSHIP', 'VILLAGE') group by k.ancestor_id;
  return null;
end $$;
revoke all on function mark_service_cases(), mark_service_windows() from public;
create trigger mark_insert after insert on service_case referencing new table as new_rows for each statement execute function mark_service_cases();
create trigger mark_update after update on service_case referencing new table as new_rows old table as old_rows for each statement execute function mark_service_cases();
create trigger mark_insert after insert on service_window referencing new table as new_rows for each statement execute function mark_service_windows();
create trigger mark_update after update on service_window referencing new table as new_rows for each statement execute function mark_service_windows();
