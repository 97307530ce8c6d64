-- A case moves a status as its kind says, at the moment of its own transaction, and once: a case that is over lets nothing follow it any more.
create function sec.moved_as_its_kind() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if session_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then return new; end if;
  if new.moved_at is distinct from now() or new.moved_to is null or new.moved_to is not distinct from old.moved_to or not (case
      -- Proposed while it runs, back to what it was while it is open, and out at its end.
      when old.status in ('RUNNING', 'OBJECTION') then new.kind = 'EXIT' and (
        (new.moved_to = 'PRE_EXIT' and new.status = 'RUNNING') or (new.moved_to = new.from_status and old.moved_to = 'PRE_EXIT'))
      when old.status = 'DONE' then coalesce(old.moved_to, 'PRE_EXIT') = 'PRE_EXIT' and new.moved_to = case new.kind
        when 'IDENTIFICATION' then 'POOR' when 'EXIT' then 'EXITED' when 'RETURN' then 'RETURNED' when 'REMOVAL' then 'REMOVED' end
      else false end) then
    raise exception 'moved-once' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger moved_as_its_kind before update on procedure_case for each row
  when ((new.moved_to, new.moved_at) is distinct from (old.moved_to, old.moved_at)) execute function sec.moved_as_its_kind();
revoke all on function sec.moved_as_its_kind() from public;

-- A case is done when each of its steps has its deed, wherever it says that it stands.
create or replace function sec.every_step() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from generate_series(0, case new.status when 'DONE' then jsonb_array_length(new.steps) else new.at end - 1) n where not exists
      (select 1 from procedure_deed d where d.case_id = new.id and d.at = n and d.outcome in ('DONE', 'APPROVED', 'CLOSED')))
    or not exists (select 1 from procedure_deed d where d.case_id = new.id and d.outcome = 'APPROVED')
    or exists (select 1 from publicity_line l where l.case_id = new.id and l.at < new.at and l.withdrawn_on is null and l.closed_on is null
      and exists (select 1 from publicity_notice n where n.id = l.notice_id and n.step <> 'ANNOUNCEMENT')) then
    raise exception 'steps-missing' using errcode = 'P0001';
  end if;
  return new;
end $$;

-- A file that comes back after it ended has the state that it had last, and no earlier one.
create or replace function sec.status_by_procedure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then return new; end if;
  if new.status = 'DISSOLVED' then return new; end if;
  if old.status = 'DISSOLVED' and new.status = (select s.status from household_spell s where s.household_id = new.id and s.status <> 'DISSOLVED'
      order by s.from_on desc limit 1) then return new; end if;
  if not exists (select 1 from procedure_case c where c.household_id = new.id and c.moved_to = new.status and c.moved_at = now()) then
    raise exception 'status-by-procedure' using errcode = 'P0001';
  end if;
  return new;
end $$;
