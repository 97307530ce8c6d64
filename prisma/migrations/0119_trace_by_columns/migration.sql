-- The trace of an import costs a third: the digest of a row is worked out of its columns, no longer out of JSON made of them,
-- and the row as it was becomes JSON only where it is kept. What is traced, and what counts as changed since, stay the same.

-- Traces are written by the trigger alone, for an import that is being published, and imports are never deleted:
-- looking the import up once for every row told nothing.
alter table import_trace drop constraint import_trace_import_id_fkey;

-- Kept until what is traced already is turned into the new digests below.
alter function sec.row_digest(jsonb) rename to row_digest_before;

-- Column=value, in the order of the names, without what never counts and without what is empty (so that a new column changes nothing).
create function sec.row_digest(r jsonb) returns text language sql immutable parallel safe as $$
  select pg_catalog.md5(pg_catalog.string_agg(e.key operator(pg_catalog.||) '=' operator(pg_catalog.||) e.value, pg_catalog.chr(1) order by e.key collate pg_catalog."C"))
  from pg_catalog.jsonb_each_text(r operator(pg_catalog.-) '{version,last_visit_on,import_id,created_at}'::pg_catalog.text[]) e where e.value is not null
$$;

-- The same of a row at hand, as an expression over its columns: types whose text is that of JSON are taken as they are.
create function sec.digest_of(tbl oid, alias text) returns text language sql stable set search_path = public, pg_temp as $$
  select format('md5(concat_ws(chr(1), %s))', string_agg(format('%L || %s', a.attname || '=', case
    when a.atttypid = any ('{text,int4,int8,int2,bool,uuid,date,bytea}'::regtype[]) then format('%s.%I::text', alias, a.attname)
    else format('(to_jsonb(%s.%I) #>> ''{}'')', alias, a.attname) end), ', ' order by a.attname::text collate "C"))
  from pg_attribute a where a.attrelid = tbl and a.attnum > 0 and not a.attisdropped and a.attname not in ('version', 'last_visit_on', 'import_id', 'created_at')
$$;
revoke all on function sec.row_digest(jsonb), sec.digest_of(oid, text) from public;

-- The arguments name the columns of the key. The first image of a row is the one that counts, the last digest likewise.
-- New rows are traced without asking of each whether it is traced already: only one that was removed and made again within
-- the same import is, and then the statement is done once more, asking.
create or replace function trace_import() returns trigger language plpgsql security definer set search_path = public, pg_temp set datestyle = 'ISO, YMD' set bytea_output = 'hex' as $$
declare
  of_import uuid := nullif(current_setting('app.import', true), '')::uuid;
  key text; household text; person text; tracing text;
begin
  if of_import is null or not exists (select 1 from new_rows) then return null; end if;
  key := format(case when tg_nargs > 1 then 'n.%I::text || ''|'' || n.%I::text' else 'n.%I::text' end, tg_argv[0], tg_argv[1]);
  household := case when tg_table_name = 'household' then 'n.id'
    when exists (select 1 from pg_attribute a where a.attrelid = tg_relid and a.attname = 'household_id' and not a.attisdropped) then 'n.household_id' else 'null::uuid' end;
  person := case tg_table_name when 'person' then 'n.id' when 'membership_year' then 'n.person_id' else 'null::uuid' end;
  if tg_op = 'INSERT' then
    tracing := format('insert into import_trace as t (import_id, tbl, key, household_id, person_id, before, after)
      select $1, $2, %s, %s, %s, null, %s from new_rows n', key, household, person, sec.digest_of(tg_relid, 'n'));
    begin
      execute tracing using of_import, tg_table_name;
    exception when unique_violation then
      execute tracing || ' on conflict (import_id, tbl, key) do update set after = excluded.after' using of_import, tg_table_name;
    end;
  else
    execute format('insert into import_trace as t (import_id, tbl, key, household_id, person_id, before, after)
      select $1, $2, n.key, n.household_id, n.person_id, to_jsonb(o.r), n.digest
      from (select %1$s as key, %2$s as household_id, %3$s as person_id, %4$s as digest from new_rows n offset 0) n
      join (select %5$s as key, %6$s as digest, o as r from old_rows o offset 0) o on o.key = n.key
      where o.digest <> n.digest
      on conflict (import_id, tbl, key) do update set after = excluded.after',
      key, household, person, sec.digest_of(tg_relid, 'n'), replace(key, 'n.', 'o.'), sec.digest_of(tg_relid, 'o')) using of_import, tg_table_name;
  end if;
  return null;
end $$;

-- What can still be taken back: whoever is as the import left it gets the new digest, whoever was touched since has neither.
do $$
declare traced record;
begin
  for traced in select distinct t.tbl, array_to_string(array(select format('r.%I::text', a.attname) from pg_trigger g
      cross join lateral unnest(string_to_array(encode(g.tgargs, 'escape'), '\000')) with ordinality x (name, at)
      join pg_attribute a on a.attrelid = g.tgrelid and a.attname = x.name
      where g.tgrelid = format('public.%I', t.tbl)::regclass and g.tgname in ('trace_insert', 'trace_update') and x.name <> ''
      group by a.attname order by min(x.at)), ' || ''|'' || ') as key from import_trace t loop
    execute format('update import_trace t set after = sec.row_digest(to_jsonb(r)) from %I r where t.tbl = %L and t.key = %s and sec.row_digest_before(to_jsonb(r)) = t.after',
      traced.tbl, traced.tbl, traced.key);
  end loop;
end $$;
drop function sec.row_digest_before(jsonb);
