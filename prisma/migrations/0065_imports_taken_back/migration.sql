-- Imports that can be taken back: what each of them wrote is traced row by row, with the row as it was before.
-- And what an import remembers: corrections for all rows, the import whose faulty rows it corrects, and how a unit's columns were matched.

alter table import drop constraint import_status;
alter table import add constraint import_status check (status in
  ('UPLOADED','READ','CHECKING','CHECKED','PUBLISHING','DONE','TAKING_BACK','TAKEN_BACK','CANCELLED','FAILED'));
alter table import add column "published_at" TIMESTAMPTZ(3),
  add column "whole" BOOLEAN NOT NULL DEFAULT false,
  add column "fixes" JSONB NOT NULL DEFAULT '[]',
  add column "follows" UUID,
  add column "taken_back_for" TEXT,
  add column "taken_back_at" TIMESTAMPTZ(3);
update import set published_at = finished_at where status = 'DONE';

-- CreateTable
CREATE TABLE "import_trace" (
    "import_id" UUID NOT NULL,
    "tbl" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "household_id" UUID,
    "person_id" UUID,
    "before" JSONB,
    "after" TEXT NOT NULL,
    "stays" TEXT,

    CONSTRAINT "import_trace_pkey" PRIMARY KEY ("import_id","tbl","key")
);

-- CreateTable
CREATE TABLE "import_column" (
    "division_id" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "column_key" TEXT,
    "account_id" INTEGER NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_column_pkey" PRIMARY KEY ("division_id","sheet","label")
);

-- AddForeignKey
ALTER TABLE "import_trace" ADD CONSTRAINT "import_trace_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_column" ADD CONSTRAINT "import_column_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table import_trace enable row level security;
alter table import_column enable row level security;
create policy own on import_trace for select to app_rw using (import_id in (select unnest(sec.my_imports())));
create policy jobs on import_trace to app_job using (true);
create policy reach on import_column to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy jobs_read on import_column for select to app_job using (true);
grant select on import_trace to app_rw;
grant select, delete on import_trace to app_job;
grant select, insert, update, delete on import_column to app_rw;
grant select on import_column to app_job;

-- A row as it counts for "changed since": not by its version, nor by the day of its last visit, nor by which import wrote it.
create function sec.row_digest(r jsonb) returns text language sql immutable parallel safe set search_path = public, pg_temp as $$
  select md5((jsonb_strip_nulls(r) - '{version,last_visit_on,import_id,created_at}'::text[])::text)
$$;

-- Statement triggers, so that no writer of an import can forget: they sleep unless the transaction says for which import it writes.
-- The arguments name the columns of the key. The first image of a row is the one that counts, the last digest likewise.
create function trace_import() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare of_import uuid := nullif(current_setting('app.import', true), '')::uuid;
begin
  if of_import is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into import_trace as t (import_id, tbl, key, household_id, person_id, before, after)
    select of_import, tg_table_name, concat_ws('|', n->>tg_argv[0], n->>tg_argv[1]),
      (n->>case tg_table_name when 'household' then 'id' else 'household_id' end)::uuid,
      (n->>case tg_table_name when 'person' then 'id' when 'membership_year' then 'person_id' end)::uuid, null, sec.row_digest(n)
    from (select to_jsonb(r) as n from new_rows r) x
    on conflict (import_id, tbl, key) do update set after = excluded.after;
  else
    insert into import_trace as t (import_id, tbl, key, household_id, person_id, before, after)
    select of_import, tg_table_name, n.key, (n.j->>case tg_table_name when 'household' then 'id' else 'household_id' end)::uuid,
      (n.j->>case tg_table_name when 'person' then 'id' when 'membership_year' then 'person_id' end)::uuid, o.j, sec.row_digest(n.j)
    from (select concat_ws('|', j->>tg_argv[0], j->>tg_argv[1]) as key, j from (select to_jsonb(r) as j from new_rows r) x) n
    join (select concat_ws('|', j->>tg_argv[0], j->>tg_argv[1]) as key, j from (select to_jsonb(r) as j from old_rows r) x) o on o.key = n.key
    where sec.row_digest(o.j) <> sec.row_digest(n.j)
    on conflict (import_id, tbl, key) do update set after = excluded.after;
  end if;
  return null;
end $$;
do $$
declare given text[];
begin
  foreach given slice 1 in array array[['household', '''id'''], ['household_year', '''household_id'', ''year'''], ['household_spell', '''household_id'', ''from_on'''],
    ['person', '''id'''], ['membership_year', '''person_id'', ''year'''], ['pairing', '''id''']] loop
    execute format('create trigger trace_insert after insert on %I referencing new table as new_rows for each statement execute function trace_import(%s)', given[1], given[2]);
  end loop;
  foreach given slice 1 in array array[['household', '''id'''], ['household_year', '''household_id'', ''year'''], ['person', '''id'''],
    ['membership_year', '''person_id'', ''year'''], ['pairing', '''id'''], ['search_entry', '''kind'', ''subject_id''']] loop
    execute format('create trigger trace_update after update on %I referencing new table as new_rows old table as old_rows for each statement execute function trace_import(%s)', given[1], given[2]);
  end loop;
end $$;
-- Until now nothing deleted a pairing; numbers must go back with it.
create trigger mark_delete after delete on pairing referencing old table as old_rows for each statement execute function mark_pairings();

-- Whatever refers to these households, persons or pairings besides the rows of this import: by foreign key, or by the name of the column.
-- Asked of the catalog, so that a table that comes later is not forgotten.
create function sec.used_besides(of_import uuid, target text, ids uuid[]) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.relname as tbl, a.attname as col,
      case c.relname when 'household_year' then 'x.household_id || ''|'' || x.year' when 'household_spell' then 'x.household_id || ''|'' || x.from_on'
        when 'membership_year' then 'x.person_id || ''|'' || x.year' when 'person' then 'x.id::text' when 'pairing' then 'x.id::text' end as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('change', 'search_entry', 'import', 'import_row', 'import_trace')
      and not (c.relname = 'household' and a.attname = 'head_person_id')
      and (a.attname = any (case target when 'household' then '{household_id}'::text[] when 'person' then '{person_id,helper_id,head_person_id,member_id}'::text[] else '{pairing_id}'::text[] end)
        or exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = target::regclass and a.attnum = any (f.conkey)))
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1) %s', place.col, place.tbl, place.col,
      case when place.key is null then '' else format('and not exists (select 1 from import_trace t where t.import_id = $2 and t.tbl = %L and t.before is null and t.key = %s)', place.tbl, place.key) end)
    using ids, of_import;
  end loop;
end $$;

-- What would go back and what stays, by household, person or pairing; only for the one who imported, within thirty days.
create function sec.take_back_plan(of_import uuid)
returns table (unit uuid, kind text, created boolean, household_id uuid, stays text) language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  i import; everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status in ('DONE', 'TAKING_BACK')
    and published_at > now() - interval '30 days';
  if not found then return; end if;
  return query
  with t as materialized (
    select x.tbl, x.key, x.household_id, x.person_id, x.before, x.after,
      case when i.sheet = 'household-roster' and x.tbl <> 'search_entry' then x.household_id
           when i.sheet = 'person-roster' and x.tbl in ('person', 'membership_year') then x.person_id
           when i.sheet = 'pairings' and x.tbl = 'pairing' then x.key::uuid end as unit
    from import_trace x where x.import_id = of_import),
  there as (
    select t.tbl, t.key, to_jsonb(h) as r from t join household h on t.tbl = 'household' and h.id = t.household_id
    union all select t.tbl, t.key, to_jsonb(h) from t join household_year h on t.tbl = 'household_year' and h.household_id = t.household_id and h.year::text = split_part(t.key, '|', 2)
    union all select t.tbl, t.key, to_jsonb(h) from t join household_spell h on t.tbl = 'household_spell' and h.household_id = t.household_id and h.from_on::text = split_part(t.key, '|', 2)
    union all select t.tbl, t.key, to_jsonb(h) from t join person h on t.tbl = 'person' and h.id = t.person_id
    union all select t.tbl, t.key, to_jsonb(h) from t join membership_year h on t.tbl = 'membership_year' and h.person_id = t.person_id and h.year::text = split_part(t.key, '|', 2)
    union all select t.tbl, t.key, to_jsonb(h) from t join pairing h on t.tbl = 'pairing' and h.id::text = t.key),
  units as materialized (
    select t.unit, bool_or(t.before is null and t.tbl in ('household', 'person', 'pairing') and t.key = t.unit::text) as created,
      (array_agg(t.household_id) filter (where t.household_id is not null))[1] as household_id,
      bool_or(there.r is null or sec.row_digest(there.r) <> t.after) as edited,
      bool_or(there.r is not null and not (everything or (there.r->>'division_id')::int = any (here))) as beyond,
      bool_or(t.tbl = 'membership_year' and there.r->>'relation' = 'HEAD' and coalesce(t.before->>'relation', '') <> 'HEAD') as became_head,
      bool_or(t.tbl = 'membership_year' and t.before->>'relation' = 'HEAD' and there.r->>'relation' is distinct from 'HEAD') as was_head
    from t left join there on there.tbl = t.tbl and there.key = t.key where t.unit is not null group by t.unit),
  used as (
    select sec.used_besides(of_import, case i.sheet when 'household-roster' then 'household' when 'person-roster' then 'person' else 'pairing' end,
      (select coalesce(array_agg(u.unit), '{}') from units u where u.created)) as unit
    union
    -- The head whom a household's row brought along, and who has since become somebody: a helper, an account, a visitor.
    select p.household_id from t p where i.sheet = 'household-roster' and p.tbl = 'person' and p.before is null and p.person_id in (
      select sec.used_besides(of_import, 'person', (select coalesce(array_agg(q.person_id), '{}') from t q where q.tbl = 'person' and q.before is null)))),
  judged as materialized (
    select u.*, case when u.beyond then 'BEYOND' when u.edited then 'EDITED' when u.unit in (select used.unit from used) then 'USED' end as why from units u),
  -- A household never loses its head: who became head stays while somebody of the household stays and nobody steps up again.
  heads as (
    select j.unit from judged j where i.sheet = 'person-roster' and j.became_head and j.why is null
      and (exists (select 1 from membership_year m where m.household_id = j.household_id and m.year = i.year and m.person_id <> j.unit
             and not exists (select 1 from judged o where o.unit = m.person_id and o.created and o.why is null)
             and not exists (select 1 from judged o where o.household_id = j.household_id and o.was_head and o.why is null))
        or exists (select 1 from judged o where o.household_id = j.household_id and o.was_head and o.why is not null and o.unit <> j.unit)))
  select j.unit, case i.sheet when 'household-roster' then 'household' when 'person-roster' then 'person' else 'pairing' end, j.created, j.household_id,
    case when j.why is not null then j.why
      when j.unit in (select heads.unit from heads) then 'HEAD'
      -- ... and who stepped back stays so while another one keeps the place.
      when j.was_head and exists (select 1 from judged o where o.household_id = j.household_id and o.became_head and (o.why is not null or o.unit in (select heads.unit from heads))) then 'HEAD' end
  from judged j;
end $$;

-- Puts rows back as they were before the import, and removes those that it made; all within the transaction of the caller.
create function sec.take_back(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import; part record; heads text; columns text;
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  create temp table going on commit drop as select * from sec.take_back_plan(of_import);
  create unique index on going (unit);
  analyze going;
  select count(*) filter (where stays is null), count(*) filter (where stays is not null) into went, stayed from going;
  -- Every traced row by what it belongs to; rows beside (the household of a person, a new helper) are told apart.
  create temp table traced on commit drop as
    select x.*, g.unit, coalesce(g.stays is null, false) as goes,
      case when x.tbl = 'household' then (select sec.row_digest(to_jsonb(h)) = x.after from household h where h.id = x.household_id)
           when x.tbl = 'household_year' then (select sec.row_digest(to_jsonb(h)) = x.after from household_year h where h.household_id = x.household_id and h.year::text = split_part(x.key, '|', 2)) end as untouched
    from import_trace x left join going g on g.unit = case
      when i.sheet = 'household-roster' and x.tbl <> 'search_entry' then x.household_id
      when i.sheet = 'person-roster' and x.tbl in ('person', 'membership_year') then x.person_id
      when i.sheet = 'pairings' and x.tbl = 'pairing' then x.key::uuid end
    where x.import_id = of_import;
  create index on traced (tbl, key);
  analyze traced;
  update import_trace x set stays = g.stays from traced t join going g on g.unit = t.unit
    where x.import_id = of_import and x.tbl = t.tbl and x.key = t.key and g.stays is not null;
  -- The household of a person goes back whole when nobody of it stays and nobody touched it.
  update traced t set goes = t.untouched and not exists (select 1 from going g where g.household_id = t.household_id and g.stays is not null)
    where i.sheet = 'person-roster' and t.tbl in ('household', 'household_year');

  for part in select * from (values ('person', 'entity.person_id::text'), ('membership_year', 'entity.person_id::text'), ('household', 'entity.household_id::text'),
      ('household_year', 'entity.household_id::text'), ('pairing', 'entity.key')) v (tbl, id) loop
    execute format(
      'insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
       select $2, (select name from account where id = $2), ''import.takenBack'', case %1$L when ''pairing'' then ''pairing'' when ''household'' then ''household'' when ''household_year'' then ''household'' else ''person'' end,
         %2$s, r.division_id, entity.household_id, lower(left(b.key, 1)) || substr(replace(initcap(replace(b.key, ''_'', '' '')), '' '', ''''), 2), to_jsonb(r)->>b.key, b.value
       from traced entity join %1$I r on %3$s, jsonb_each_text(entity.before) b
       where entity.tbl = %1$L and entity.goes and entity.before is not null and to_jsonb(r)->>b.key is distinct from b.value
         and b.key not in (''version'', ''pinyin'', ''initials'', ''import_id'', ''last_visit_on'', ''id_no_sealed'', ''id_no_digest'', ''id_tail_digest'', ''head_person_id'')',
      part.tbl, part.id, case part.tbl when 'person' then 'r.id = entity.person_id' when 'household' then 'r.id = entity.household_id' when 'pairing' then 'r.id::text = entity.key'
        when 'membership_year' then 'r.person_id = entity.person_id and r.year::text = split_part(entity.key, ''|'', 2)'
        else 'r.household_id = entity.household_id and r.year::text = split_part(entity.key, ''|'', 2)' end) using of_import, i.account_id;
  end loop;

  -- Made rows that go: deeds before people, people before houses.
  delete from pairing p using traced t where t.tbl = 'pairing' and t.goes and t.before is null and p.id::text = t.key;
  delete from membership_year m using traced t where t.tbl = 'membership_year' and t.goes and t.before is null and m.person_id = t.person_id and m.year::text = split_part(t.key, '|', 2);
  if i.sheet = 'pairings' then
    -- Helpers whom the sheet brought along go when nothing else knows them.
    update traced t set goes = true where t.tbl = 'person' and t.before is null
      and exists (select 1 from person p where p.id = t.person_id and sec.row_digest(to_jsonb(p)) = t.after)
      and t.person_id not in (select sec.used_besides('00000000-0000-0000-0000-000000000000', 'person', (select array_agg(q.person_id) from traced q where q.tbl = 'person' and q.before is null)));
  end if;
  delete from search_entry e using traced t where t.goes and t.before is null and ((t.tbl = 'person' and e.kind = 'person' and e.subject_id = t.key) or (t.tbl = 'household' and e.kind = 'household' and e.subject_id = t.key));
  delete from household_spell s using traced t where t.tbl = 'household_spell' and t.goes and t.before is null and s.household_id = t.household_id and s.from_on::text = split_part(t.key, '|', 2);
  delete from household_year y using traced t where t.tbl = 'household_year' and t.goes and t.before is null and y.household_id = t.household_id and y.year::text = split_part(t.key, '|', 2);
  update household h set head_person_id = null from traced t where t.tbl = 'person' and t.goes and t.before is null and h.head_person_id = t.person_id;
  delete from person p using traced t where t.tbl = 'person' and t.goes and t.before is null and p.id = t.person_id;
  delete from household h using traced t where t.tbl = 'household' and t.goes and t.before is null and h.id = t.household_id;

  -- Changed rows that go back; of the members, heads last.
  for part in select * from (values ('person', 'r.id = x.person_id', 'true'), ('membership_year', 'r.person_id = x.person_id and r.year::text = split_part(x.key, ''|'', 2)', 'b.relation <> ''HEAD'''),
      ('membership_year', 'r.person_id = x.person_id and r.year::text = split_part(x.key, ''|'', 2)', 'b.relation = ''HEAD'''), ('household', 'r.id = x.household_id', 'true'),
      ('household_year', 'r.household_id = x.household_id and r.year::text = split_part(x.key, ''|'', 2)', 'true'), ('pairing', 'r.id::text = x.key', 'true')) v (tbl, match, only_these) loop
    select string_agg(format('%1$I = %2$s', attname, case attname when 'version' then 'r.version + 1' else format('b.%I', attname) end), ', ') into columns
      from pg_attribute where attrelid = part.tbl::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'person_id', 'household_id', 'year', 'last_visit_on', 'created_at');
    if part.tbl = 'person' then columns := columns || ', household_id = b.household_id'; end if;
    execute format('update %1$I r set %2$s from traced x, jsonb_populate_record(null::%1$I, x.before) b where x.tbl = %1$L and x.goes and x.before is not null and %3$s and %4$s',
      part.tbl, columns, part.match, part.only_these);
  end loop;

  -- Households that keep somebody say anew how many they are and who heads them.
  update household h set member_count = c.members, head_person_id = coalesce(c.head_id, h.head_person_id), head_name = coalesce(c.head_name, h.head_name), version = h.version + 1
  from (select distinct t.household_id as id from traced t where i.sheet = 'person-roster' and t.household_id is not null
          and not exists (select 1 from traced w where w.tbl = 'household' and w.household_id = t.household_id and w.goes)) w
  join lateral (select count(*)::int as members, (array_agg(m.person_id) filter (where m.relation = 'HEAD'))[1] as head_id, max(m.name) filter (where m.relation = 'HEAD') as head_name
    from membership_year m where m.household_id = w.id and m.year = i.year) c on true
  where h.id = w.id and (h.member_count, h.head_person_id, h.head_name) is distinct from (c.members, coalesce(c.head_id, h.head_person_id), coalesce(c.head_name, h.head_name));
  update household_year y set member_count = h.member_count, head_name = h.head_name from household h
  where i.sheet = 'person-roster' and h.id = y.household_id and y.year = i.year and (y.member_count, y.head_name) is distinct from (h.member_count, h.head_name)
    and h.id in (select t.household_id from traced t where t.household_id is not null);
  update household h set pinyin = p.pinyin, initials = p.initials from person p, traced t
  where i.sheet = 'person-roster' and t.tbl = 'household' and not t.goes and h.id = t.household_id and p.id = h.head_person_id and h.head_name = p.name and h.pinyin <> p.pinyin;

  -- The search finds everybody by the name that now holds.
  update search_entry e set title = b.title, pinyin = b.pinyin, initials = b.initials, grams = b.grams, detail = b.detail, division_id = b.division_id, household_id = b.household_id
  from traced x, jsonb_populate_record(null::search_entry, x.before) b
  where x.tbl = 'search_entry' and x.before is not null and e.kind = b.kind and e.subject_id = b.subject_id
    and b.title = coalesce((select h.head_name from household h where e.kind = 'household' and h.id::text = e.subject_id), (select p.name from person p where e.kind = 'person' and p.id::text = e.subject_id));
  update search_entry e set title = p.name, pinyin = p.pinyin, initials = p.initials,
    grams = array(select distinct substr(p.name, at, size) from generate_series(1, length(p.name)) at, generate_series(1, 2) size where at + size - 1 <= length(p.name))
  from person p, traced x where x.tbl = 'person' and x.goes and x.before is not null and p.id = x.person_id and e.kind = 'person' and e.subject_id = x.key and e.title <> p.name;
end $$;

revoke all on function sec.row_digest(jsonb), sec.used_besides(uuid, text, uuid[]), sec.take_back_plan(uuid), sec.take_back(uuid) from public;
revoke all on function trace_import() from public;
grant execute on function sec.take_back_plan(uuid), sec.take_back(uuid) to app_rw;
