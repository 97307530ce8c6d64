-- The watch after exit (脱贫后关注, domain.md §2.7): families out of poverty for which a rule strikes stand on a list with the reason,
-- until it is gone, or until a visit made since found out how things are. What the data checks have looked over is handed on to it.

CREATE TABLE "watch_entry" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "found_on" DATE NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "gone_on" DATE,
    "closed_on" DATE,
    "visit_id" UUID,
    "words" TEXT,
    "closed_by" INTEGER,
    "closed_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "watch_entry_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "watch_mark" (
    "household_id" UUID NOT NULL,

    CONSTRAINT "watch_mark_pkey" PRIMARY KEY ("household_id")
);
CREATE INDEX "watch_entry_household_id_idx" ON "watch_entry"("household_id");
CREATE INDEX "watch_entry_division_id_gone_on_closed_on_idx" ON "watch_entry"("division_id", "gone_on", "closed_on");
CREATE INDEX "watch_entry_visit_id_idx" ON "watch_entry"("visit_id");
CREATE INDEX "watch_entry_closed_by_idx" ON "watch_entry"("closed_by");
ALTER TABLE "watch_entry" ADD CONSTRAINT "watch_entry_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "watch_entry" ADD CONSTRAINT "watch_entry_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "watch_entry" ADD CONSTRAINT "watch_entry_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
alter table watch_entry add constraint watch_entry_closed check (num_nulls(closed_on, visit_id, words, closed_by, closed_by_name) in (0, 5)),
  add constraint watch_entry_days check ((gone_on is null or gone_on >= found_on) and (closed_on is null or closed_on >= found_on));
-- A reason is open once.
create unique index watch_entry_open on watch_entry (household_id, reason) where gone_on is null and closed_on is null;

alter table watch_entry enable row level security;
alter table watch_mark enable row level security;
create policy within on watch_entry for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())));
create policy closing on watch_entry for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())));
create policy watching on watch_entry to app_job using (true);
create policy watching on watch_mark to app_job using (true);
grant select on watch_entry to app_rw;
grant update (closed_on, visit_id, words, closed_by, closed_by_name, version) on watch_entry to app_rw;
grant select, insert, update on watch_entry to app_job;
grant select, insert, delete, update on watch_mark to app_job;

-- Only families that are out of poverty, and those that still stand on the list.
create function sec.watch_these(ids uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into watch_mark select h.id from household h where h.id = any (ids)
    and (h.status = 'EXITED' or exists (select 1 from watch_entry w where w.household_id = h.id and w.gone_on is null))
  on conflict do nothing
$$;
create function sec.mark_watch() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform sec.watch_these(array(select household_id from old_rows));
  return null;
end $$;
create trigger watch_delete after delete on quality_mark referencing old table as old_rows for each statement execute function sec.mark_watch();
create function sec.mark_watch_of_checks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform sec.watch_these(array(select distinct household_id from new_rows));
  return null;
end $$;
create trigger watch_insert after insert on relocation_check referencing new table as new_rows for each statement execute function sec.mark_watch_of_checks();
create trigger watch_update after update on relocation_check referencing new table as new_rows for each statement execute function sec.mark_watch_of_checks();
-- Of the year before only the income counts, and it is corrected rarely.
create function sec.mark_watch_of_last_year() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform sec.watch_these(array(select household_id from new_rows where year = (select year - 1 from registry_year where status = 'OPEN')));
  return null;
end $$;
create trigger watch_update after update on household_year referencing new table as new_rows for each statement execute function sec.mark_watch_of_last_year();
-- A visit that is taken back, or given back, closes nothing.
create function sec.watch_opens_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update watch_entry set closed_on = null, visit_id = null, words = null, closed_by = null, closed_by_name = null, version = version + 1 where visit_id = new.id;
  return null;
end $$;
create trigger watch_opens_again after update of status on visit for each row
  when (old.status in ('SUBMITTED', 'CONFIRMED') and new.status not in ('SUBMITTED', 'CONFIRMED')) execute function sec.watch_opens_again();
revoke all on function sec.watch_these(uuid[]), sec.mark_watch(), sec.mark_watch_of_checks(), sec.mark_watch_of_last_year(), sec.watch_opens_again() from public;

insert into watch_mark select id from household where status = 'EXITED';

-- Standing on the list is no use of a household either: it goes with an import that is taken back.
create or replace function sec.used_besides(of_import uuid, target text, ids uuid[]) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.relname as tbl, a.attname as col,
      case c.relname when 'household_year' then 'x.household_id || ''|'' || x.year' when 'household_spell' then 'x.household_id || ''|'' || x.from_on'
        when 'membership_year' then 'x.person_id || ''|'' || x.year' when 'person' then 'x.id::text' when 'pairing' then 'x.id::text' end as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('change', 'search_entry', 'import', 'import_row', 'import_trace', 'quality_mark', 'quality_finding', 'watch_mark', 'watch_entry')
      and not (c.relname = 'household' and a.attname = 'head_person_id')
      and (a.attname = any (case target when 'household' then '{household_id}'::text[] when 'person' then '{person_id,helper_id,head_person_id,member_id}'::text[] else '{pairing_id}'::text[] end)
        or exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = target::regclass and a.attnum = any (f.conkey)))
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1) %s', place.col, place.tbl, place.col,
      case when place.key is null then '' else format('and not exists (select 1 from import_trace t where t.import_id = $2 and t.tbl = %L and t.before is null and t.key = %s)', place.tbl, place.key) end)
    using ids, of_import;
  end loop;
end $$;
