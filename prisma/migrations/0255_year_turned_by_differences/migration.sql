-- Turning the year compares the whole of it with what was prepared: by joins, so that it costs the same whatever memory a sort may take,
-- and rows that are the same are not touched. What differs is little: what was written while the villages were prepared.

-- As before, and besides: by what a row finds its like of the other year, and each value with the name and type of its column.
drop function sec.handed_on(regclass, int);
create function sec.handed_on(kept regclass, of_year int, out key text, out same text, out columns text, out taken text, out updated text)
language sql stable set search_path = public, pg_temp as $$
  select (select string_agg(quote_ident(a.attname), ', ') from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = kept and i.indisprimary),
    (select string_agg(format('n.%1$I = o.%1$I', a.attname), ' and ') from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = kept and i.indisprimary and a.attname <> 'year'),
    string_agg(quote_ident(attname), ', ' order by attnum),
    string_agg(format('%s as %I', case
      when attname = 'year' then of_year::text
      when attname = 'division_id' then 'h.division_id'
      when attname in ('import_id', 'income_per_head_fen', 'remark', 'summary', 'filled_on', 'filler_name', 'head_signed', 'food_secure', 'clothes_secure', 'sold')
        then format('null::%s', format_type(atttypid, atttypmod))
      else 'o.' || quote_ident(attname) end, attname), ', ' order by attnum),
    string_agg(format('%1$I = o.%1$I', attname), ', ' order by attnum)
  from pg_attribute where attrelid = kept and attnum > 0 and not attisdropped
$$;

create or replace function sec.turn_year(of_year int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare its regclass; c record; source text;
begin
  if not exists (select 1 from registry_year where year = of_year and status = 'PREPARING') then
    raise exception 'year-not-prepared' using errcode = 'P0001'; end if;
  -- The rows of the new year are younger than what the planner knows.
  analyze household_year, membership_year, living_year, production_year, livestock;
  lock table household_year, membership_year, living_year, production_year, livestock in share row exclusive mode;
  foreach its in array sec.handed_tables() loop
    c := sec.handed_on(its, of_year);
    source := format('household h join %s o on o.household_id = h.id and o.year = $1 - 1 and h.status not in (''REMOVED'', ''DISSOLVED'')', its);
    execute format('delete from %1$s n where n.year = $1 and not exists (select 1 from %2$s where %3$s and o.household_id = n.household_id)', its, source, c.same)
      using of_year;
    execute format('update %1$s n set %2$s from (select %3$s from %4$s) o where n.year = $1 and %5$s and n is distinct from o',
      its, c.updated, c.taken, source, c.same) using of_year;
    execute format('insert into %1$s (%2$s) select %3$s from %4$s where not exists (select 1 from %1$s n where n.year = $1 and %5$s)',
      its, c.columns, c.taken, source, c.same) using of_year;
  end loop;
  update registry_year set status = 'CLOSED' where status = 'OPEN';
  update registry_year set status = 'OPEN', opened_on = beijing_today() where year = of_year;
  update household set income_per_head_fen = null where income_per_head_fen is not null;
  update year_opening o set status = 'DONE', finished_at = now(),
    households = (select count(*) from household_year where year = of_year), members = (select count(*) from membership_year where year = of_year)
    where o.year = of_year;
end $$;
revoke all on function sec.handed_on(regclass, int) from public;
