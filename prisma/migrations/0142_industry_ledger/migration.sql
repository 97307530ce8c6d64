-- The ledger of the industry chain as a sheet: what an entity reports of a year, and an import that can be taken back.

-- CreateTable
CREATE TABLE "industry_year" (
    "entity_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "poor_members" INTEGER,
    "output_fen" BIGINT,
    "raised_fen" BIGINT,

    CONSTRAINT "industry_year_pkey" PRIMARY KEY ("entity_id","year")
);

-- CreateIndex
CREATE INDEX "industry_year_entity_id_division_id_idx" ON "industry_year"("entity_id", "division_id");

-- AddForeignKey
ALTER TABLE "industry_year" ADD CONSTRAINT "industry_year_entity_id_division_id_fkey" FOREIGN KEY ("entity_id", "division_id") REFERENCES "industry_entity"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table industry_year add constraint industry_year_year check (year between 2000 and 2100),
  add constraint industry_year_counts check (poor_members >= 0 and output_fen >= 0 and raised_fen >= 0),
  add constraint industry_year_something check (coalesce(poor_members, output_fen, raised_fen) is not null);
alter table industry_year enable row level security;
create policy signed_in on industry_year for select to app_rw using ((select sec.account_id()) is not null);
create policy at_seat_new on industry_year for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy at_seat on industry_year for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
grant select, insert on industry_year to app_rw;
grant update (poor_members, output_fen, raised_fen) on industry_year to app_rw;

create trigger trace_insert after insert on industry_entity referencing new table as new_rows for each statement execute function trace_import('id');
create trigger trace_update after update on industry_entity referencing new table as new_rows old table as old_rows for each statement execute function trace_import('id');
create trigger trace_insert after insert on industry_village referencing new table as new_rows for each statement execute function trace_import('entity_id', 'village_id');
create trigger trace_insert after insert on industry_party referencing new table as new_rows for each statement execute function trace_import('entity_id', 'id');
create trigger trace_update after update on industry_party referencing new table as new_rows old table as old_rows for each statement execute function trace_import('entity_id', 'id');
create trigger trace_insert after insert on industry_year referencing new table as new_rows for each statement execute function trace_import('entity_id', 'year');
create trigger trace_update after update on industry_year referencing new table as new_rows old table as old_rows for each statement execute function trace_import('entity_id', 'year');

-- Of these entities, those to which anything refers besides what an import writes: asked of the catalog, so that a table that comes later is not forgotten.
create function sec.entities_used(ids uuid[]) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.relname as tbl, a.attname as col from pg_constraint f join pg_class c on c.oid = f.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (f.conkey) and a.atttypid = 'uuid'::regtype
    where f.contype = 'f' and f.confrelid = 'industry_entity'::regclass
      and c.relname not in ('industry_village', 'industry_party', 'industry_year', 'industry_spell')
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1)', place.col, place.tbl, place.col) using ids;
  end loop;
end $$;

-- What would go back and what stays; only for the one who imported, within thirty days.
create function sec.take_back_industry_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  if not exists (select 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'industry-ledger'
      and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days') then return; end if;
  return query
  with t as materialized (
    select x.tbl, x.key, split_part(x.key, '|', 1)::uuid as unit, split_part(x.key, '|', 2) as part, x.before, x.after from import_trace x
    where x.import_id = of_import and x.tbl in ('industry_entity', 'industry_village', 'industry_party', 'industry_year')),
  there as (
    select t.tbl, t.key, to_jsonb(r) as r from t join industry_entity r on t.tbl = 'industry_entity' and r.id = t.unit
    union all select t.tbl, t.key, to_jsonb(r) from t join industry_village r on t.tbl = 'industry_village' and r.entity_id = t.unit and r.village_id::text = t.part
    union all select t.tbl, t.key, to_jsonb(r) from t join industry_party r on t.tbl = 'industry_party' and r.id::text = t.part
    union all select t.tbl, t.key, to_jsonb(r) from t join industry_year r on t.tbl = 'industry_year' and r.entity_id = t.unit and r.year::text = t.part),
  units as materialized (
    select t.unit, bool_or(t.tbl = 'industry_entity' and t.before is null) as created,
      bool_or(a.r is null or sec.row_digest(a.r) <> t.after) as edited
    from t left join there a on a.tbl = t.tbl and a.key = t.key group by t.unit),
  -- Rows of a new one that somebody else wrote.
  besides (unit) as (
    select v.entity_id from industry_village v where v.entity_id in (select u.unit from units u where u.created)
      and not exists (select 1 from t where t.tbl = 'industry_village' and t.unit = v.entity_id and t.part = v.village_id::text)
    union select p.entity_id from industry_party p where p.entity_id in (select u.unit from units u where u.created)
      and not exists (select 1 from t where t.tbl = 'industry_party' and t.part = p.id::text)
    union select y.entity_id from industry_year y where y.entity_id in (select u.unit from units u where u.created)
      and not exists (select 1 from t where t.tbl = 'industry_year' and t.unit = y.entity_id and t.part = y.year::text)),
  used (unit) as (select sec.entities_used((select coalesce(array_agg(u.unit), '{}') from units u where u.created)))
  select u.unit, u.created, case when e.id is not null and not (everything or e.division_id = any (here)) then 'BEYOND'
    when u.edited or u.unit in (select b.unit from besides b) then 'EDITED' when u.unit in (select s.unit from used s) then 'USED' end
  from units u left join industry_entity e on e.id = u.unit;
end $$;

create function sec.take_back_industry(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import; gone uuid[]; back uuid[];
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  create temp table entities_going on commit drop as select * from sec.take_back_industry_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null), coalesce(array_agg(unit) filter (where stays is null and created), '{}'),
    coalesce(array_agg(unit) filter (where stays is null and not created), '{}') into went, stayed, gone, back from entities_going;
  update import_trace x set stays = g.stays from entities_going g
    where x.import_id = of_import and x.tbl like 'industry\_%' and split_part(x.key, '|', 1) = g.unit::text and g.stays is not null;

  -- What the import wrote of those that were there goes, or is as before.
  delete from industry_village v using import_trace x where x.import_id = of_import and x.tbl = 'industry_village' and x.key = v.entity_id::text || '|' || v.village_id::text and v.entity_id = any (back);
  delete from industry_party p using import_trace x where x.import_id = of_import and x.tbl = 'industry_party' and x.before is null and x.key = p.entity_id::text || '|' || p.id::text and p.entity_id = any (back);
  update industry_party p set coverage = x.before->>'coverage', party_org_id = (x.before->>'party_org_id')::int, mode = x.before->>'mode', to_on = (x.before->>'to_on')::date
    from import_trace x where x.import_id = of_import and x.tbl = 'industry_party' and x.before is not null and x.key = p.entity_id::text || '|' || p.id::text and p.entity_id = any (back);
  delete from industry_year y using import_trace x where x.import_id = of_import and x.tbl = 'industry_year' and x.before is null and x.key = y.entity_id::text || '|' || y.year::text and y.entity_id = any (back);
  update industry_year y set poor_members = (x.before->>'poor_members')::int, output_fen = (x.before->>'output_fen')::bigint, raised_fen = (x.before->>'raised_fen')::bigint
    from import_trace x where x.import_id = of_import and x.tbl = 'industry_year' and x.before is not null and x.key = y.entity_id::text || '|' || y.year::text and y.entity_id = any (back);
  insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'industryEntity', e.id::text, e.division_id, f.field, f.old, f.new
    from import_trace x join industry_entity e on x.key = e.id::text
    cross join lateral (values ('kind', e.kind, x.before->>'kind'), ('creditNo', e.credit_no, x.before->>'credit_no'), ('operator', e.operator, x.before->>'operator'),
      ('memberCount', e.member_count::text, x.before->>'member_count'), ('partyMembers', e.party_members::text, x.before->>'party_members'),
      ('fullMembers', e.full_members::text, x.before->>'full_members')) f (field, old, new)
    where x.import_id = of_import and x.tbl = 'industry_entity' and x.before is not null and e.id = any (back) and f.old is distinct from f.new;
  update industry_entity e set kind = x.before->>'kind', credit_no = x.before->>'credit_no', operator = x.before->>'operator', member_count = (x.before->>'member_count')::int,
      party_members = (x.before->>'party_members')::int, full_members = (x.before->>'full_members')::int, version = e.version + 1
    from import_trace x where x.import_id = of_import and x.tbl = 'industry_entity' and x.before is not null and x.key = e.id::text and e.id = any (back);

  delete from industry_year y where y.entity_id = any (gone);
  delete from industry_party p where p.entity_id = any (gone);
  delete from industry_village v where v.entity_id = any (gone);
  delete from industry_entity e where e.id = any (gone);
end $$;

revoke all on function sec.entities_used(uuid[]), sec.take_back_industry_plan(uuid), sec.take_back_industry(uuid) from public;
grant execute on function sec.take_back_industry_plan(uuid), sec.take_back_industry(uuid) to app_rw;
