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
