-- A citizen's case stands at the window that took it in: when the household moves, the case stays where it was.
create or replace function sec.take_along(households uuid[], target int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare its regclass;
begin
  if not sec.may_touch(target) or exists (select 1 from household where id = any (households) and not sec.may_touch(division_id)) then
    raise exception 'out-of-reach' using errcode = '42501'; end if;
  for its in select c.oid::regclass from pg_class c
    join pg_attribute h on h.attrelid = c.oid and h.attname = 'household_id' and not h.attisdropped
    join pg_attribute d on d.attrelid = c.oid and d.attname = 'division_id' and not d.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname not in ('household_spell', 'service_case')
    order by c.relname loop
    execute format('update %s set division_id = $2 where household_id = any ($1) and division_id <> $2', its) using households, target;
  end loop;
end $$;
