-- Doubtful data of the open year (疑点, domain.md §2.11): which household has to be looked at anew is marked by triggers, a job reads the
-- rules over those marked, and what it finds stands dated, so that a past day can still be told. Villages hand in their year.

CREATE TABLE "quality_finding" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "person_id" UUID,
    "detail" TEXT NOT NULL DEFAULT '',
    "found_on" DATE NOT NULL,
    "gone_on" DATE,
    "confirmed_note" TEXT,
    "confirmed_by" INTEGER,
    "confirmed_by_name" TEXT,
    "confirmed_on" DATE,

    CONSTRAINT "quality_finding_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "quality_mark" (
    "household_id" UUID NOT NULL,

    CONSTRAINT "quality_mark_pkey" PRIMARY KEY ("household_id")
);
CREATE TABLE "quality_submission" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "households" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "returned_by" INTEGER,
    "returned_by_name" TEXT,
    "returned_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "quality_submission_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "quality_finding_household_id_idx" ON "quality_finding"("household_id");
CREATE INDEX "quality_finding_division_id_gone_on_rule_idx" ON "quality_finding"("division_id", "gone_on", "rule");
CREATE INDEX "quality_finding_person_id_idx" ON "quality_finding"("person_id");
CREATE INDEX "quality_finding_confirmed_by_idx" ON "quality_finding"("confirmed_by");
CREATE INDEX "quality_submission_division_id_year_submitted_at_idx" ON "quality_submission"("division_id", "year", "submitted_at");
CREATE INDEX "quality_submission_account_id_idx" ON "quality_submission"("account_id");
CREATE INDEX "quality_submission_returned_by_idx" ON "quality_submission"("returned_by");
ALTER TABLE "quality_finding" ADD CONSTRAINT "quality_finding_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "quality_finding" ADD CONSTRAINT "quality_finding_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quality_submission" ADD CONSTRAINT "quality_submission_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
alter table quality_finding add constraint quality_finding_severity check (severity in ('ERROR', 'WARN')),
  add constraint quality_finding_confirmed check ((confirmed_note is null) = (confirmed_by is null) and (severity = 'WARN' or confirmed_note is null)),
  add constraint quality_finding_days check (gone_on is null or gone_on >= found_on);
alter table quality_submission add constraint quality_submission_status check (status in ('SUBMITTED', 'RETURNED'));
-- A finding is open once; the index is what a recheck compares with.
create unique index quality_finding_open on quality_finding (household_id, year, rule, coalesce(person_id, household_id)) where gone_on is null;

alter table quality_finding enable row level security;
alter table quality_mark enable row level security;
alter table quality_submission enable row level security;
create policy within on quality_finding for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())));
create policy confirming on quality_finding for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy checking on quality_finding to app_job using (true);
create policy checking on quality_mark to app_job using (true);
create policy within on quality_submission for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy handing_in on quality_submission for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id));
create policy returning_it on quality_submission for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
grant select on quality_finding to app_rw;
grant update (confirmed_note, confirmed_by, confirmed_by_name, confirmed_on) on quality_finding to app_rw;
grant select, insert, update on quality_finding to app_job;
grant select, insert, delete, update on quality_mark to app_job;
grant select, insert on quality_submission to app_rw;
grant update (status, returned_by, returned_by_name, returned_at, reason) on quality_submission to app_rw;

-- What the rules read, for the job alone: classes and sums, no number of a paper, no telephone.
create policy checking on household_year for select to app_job using (true);
create policy checking on membership_year for select to app_job using (true);
create policy checking on income_item for select to app_job using (true);
create policy checking on income_line for select to app_job using (true);
create policy checking on living_year for select to app_job using (true);
create policy checking on production_year for select to app_job using (true);
grant select (household_id, year, division_id, status, attribute, main_cause, other_causes, income_per_head_fen, housing_grade, water_safe) on household_year to app_job;
grant select (person_id, year, household_id, relation, education, school_status, dropout_reason, health, labor, work_months, work_place, public_post, low_allowance,
  destitute_support, resident_medical, employee_medical) on membership_year to app_job;
grant select on income_item, income_line, living_year, production_year to app_job;

-- Which household has to be looked at anew: every table that a rule reads says so, one mark a household however many rows change.
create function sec.mark_quality() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare open_year int := (select year from registry_year where status = 'OPEN');
begin
  if tg_op = 'DELETE' then
    execute format('insert into quality_mark select distinct household_id from old_rows where %s on conflict do nothing', tg_argv[0]) using open_year;
  else
    execute format('insert into quality_mark select distinct household_id from new_rows where %s on conflict do nothing', tg_argv[0]) using open_year;
    if tg_op = 'UPDATE' then
      execute format('insert into quality_mark select distinct household_id from old_rows where %s on conflict do nothing', tg_argv[0]) using open_year;
    end if;
  end if;
  return null;
end $$;
do $$
declare one text; wanted text; event text; shown text;
begin
  foreach one in array array['household_year', 'membership_year', 'income_item', 'living_year', 'production_year', 'pairing'] loop
    wanted := case one when 'pairing' then 'household_id is not null and $1 is not null' else 'year = $1' end;
    foreach event in array array['insert', 'update', 'delete'] loop
      shown := case event when 'insert' then 'new table as new_rows' when 'delete' then 'old table as old_rows' else 'new table as new_rows old table as old_rows' end;
      execute format('create trigger quality_%s after %s on %I referencing %s for each statement execute function sec.mark_quality(%L)', event, event, one, shown, wanted);
    end loop;
  end loop;
end $$;
create function sec.mark_quality_of_households() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into quality_mark select n.id from new_rows n join old_rows o on o.id = n.id where (n.division_id, n.status) is distinct from (o.division_id, o.status) on conflict do nothing;
  return null;
end $$;
create trigger quality_update after update on household referencing new table as new_rows old table as old_rows for each statement execute function sec.mark_quality_of_households();
create function sec.mark_quality_of_persons() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into quality_mark select distinct n.household_id from new_rows n join old_rows o on o.id = n.id
    where n.household_id is not null and (n.sex, n.birth_on) is distinct from (o.sex, o.birth_on) on conflict do nothing;
  return null;
end $$;
create trigger quality_update after update on person referencing new table as new_rows old table as old_rows for each statement execute function sec.mark_quality_of_persons();
-- Another line, another year: all are looked at anew.
create function sec.mark_quality_of_all() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into quality_mark select y.household_id from household_year y join registry_year r on r.year = y.year and r.status = 'OPEN' on conflict do nothing;
  return null;
end $$;
create trigger quality_line after insert or update or delete on income_line for each statement execute function sec.mark_quality_of_all();
create trigger quality_year after insert or update on registry_year for each statement execute function sec.mark_quality_of_all();
revoke all on function sec.mark_quality(), sec.mark_quality_of_households(), sec.mark_quality_of_persons(), sec.mark_quality_of_all() from public;

insert into quality_mark select y.household_id from household_year y join registry_year r on r.year = y.year and r.status = 'OPEN';

-- Of persons the job learns sex, birth and home, and nothing else: the table itself stays shut to it.
create function sec.quality_persons(ids uuid[]) returns table (id uuid, sex text, birth_on date, household_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.sex, p.birth_on, p.household_id from person p where p.id = any (ids)
$$;
revoke all on function sec.quality_persons(uuid[]) from public;
grant execute on function sec.quality_persons(uuid[]) to app_job;

-- Is something under this place still to be looked over? Yes or no, for whoever hands a village in.
create function sec.quality_waits(place int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sec.may_touch(place) and exists (select 1 from quality_mark m join household h on h.id = m.household_id
    join division_closure c on c.node_id = h.division_id and c.to_on is null where c.ancestor_id = place)
$$;
revoke all on function sec.quality_waits(int) from public;
grant execute on function sec.quality_waits(int) to app_rw;

-- What the checks found about a household is no use of it: it goes with an import that is taken back.
create or replace function sec.used_besides(of_import uuid, target text, ids uuid[]) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.relname as tbl, a.attname as col,
      case c.relname when 'household_year' then 'x.household_id || ''|'' || x.year' when 'household_spell' then 'x.household_id || ''|'' || x.from_on'
        when 'membership_year' then 'x.person_id || ''|'' || x.year' when 'person' then 'x.id::text' when 'pairing' then 'x.id::text' end as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('change', 'search_entry', 'import', 'import_row', 'import_trace', 'quality_mark', 'quality_finding')
      and not (c.relname = 'household' and a.attname = 'head_person_id')
      and (a.attname = any (case target when 'household' then '{household_id}'::text[] when 'person' then '{person_id,helper_id,head_person_id,member_id}'::text[] else '{pairing_id}'::text[] end)
        or exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = target::regclass and a.attnum = any (f.conkey)))
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1) %s', place.col, place.tbl, place.col,
      case when place.key is null then '' else format('and not exists (select 1 from import_trace t where t.import_id = $2 and t.tbl = %L and t.before is null and t.key = %s)', place.tbl, place.key) end)
    using ids, of_import;
  end loop;
end $$;
