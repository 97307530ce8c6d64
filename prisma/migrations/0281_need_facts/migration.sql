-- R2.4: needs that were due, and whether they were done in time and confirmed by whoever had them.

-- Flow: the needs whose first limit ended within the days. Confirmed after the period all the same: the household's word comes when it is asked.
-- A limit that stood still before it ended has not ended.
create function fact_needs(first date, day date) returns table (division_id int, household_id uuid, case_id text, subject_id text, name text, detail text, from_on date, to_on date,
  resolved boolean, waiting_since date)
language sql stable as $$
  select n.counted_in, n.household_id, n.id::text, n.id::text, n.about, coalesce(n.words, ''), n.raised_on, n.closed_on,
    n.status = 'CLOSED' and n.done_on <= n.first_due_on, n.first_due_on
  from need n where n.status <> 'WITHDRAWN' and n.first_due_on between first and day and (n.paused_on is null or n.first_due_on < n.paused_on)
$$;
revoke all on function fact_needs(date, date) from public;
grant execute on function fact_needs(date, date) to app_rw, app_job;

create function mark_needs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'needs', counted_in, min(first_due_on) from new_rows group by counted_in;
  return null;
end $$;
-- A pause or its end moves the limit: where it stood and where it stands.
create function mark_needs_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'needs', u.counted_in, min(u.first_due_on) from (select counted_in, first_due_on from old_rows union all select counted_in, first_due_on from new_rows) u group by u.counted_in;
  return null;
end $$;
revoke all on function mark_needs(), mark_needs_moved() from public;
create trigger mark_insert after insert on need referencing new table as new_rows for each statement execute function mark_needs();
create trigger mark_update after update on need referencing old table as old_rows new table as new_rows for each statement execute function mark_needs_moved();
