-- Procedures (识别、退出、返贫、清退、监测): their steps by version, each case with its deeds, what is made public, and Era B's second status.
-- A household's status moves in the transaction in which a case moves it and by no other way; what the public sees is one function.

-- CreateTable
CREATE TABLE "procedure_plan" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "steps" JSONB NOT NULL,
    "document_no" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "procedure_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procedure_case" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "plan_version" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,
    "at" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'RUNNING',
    "application" JSONB NOT NULL,
    "from_status" TEXT,
    "drafted_by" INTEGER NOT NULL,
    "opened_on" DATE NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "returned_why" TEXT,
    "closed_on" DATE,
    "closed_why" TEXT,
    "effective_on" DATE,
    "moved_to" TEXT,
    "moved_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "procedure_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procedure_deed" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "case_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "at" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "opinion" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "procedure_deed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity_notice" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "code" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "calendar" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publicity_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "notice_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "at" INTEGER NOT NULL,
    "shown_name" TEXT NOT NULL,
    "group_name" TEXT,
    "persons" INTEGER,
    "item" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "due_on" DATE NOT NULL,
    "pauses" JSONB NOT NULL DEFAULT '[]',
    "paused_on" DATE,
    "closed_on" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "publicity_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_monitoring" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "risks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "ended_how" TEXT,
    "opened_case" UUID NOT NULL,
    "closed_case" UUID,

    CONSTRAINT "household_monitoring_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_exit" (
    "division_id" INTEGER NOT NULL,
    "exited_on" DATE NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "unit_exit_pkey" PRIMARY KEY ("division_id")
);

-- CreateIndex
CREATE INDEX "procedure_plan_account_id_idx" ON "procedure_plan"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "procedure_plan_kind_version_key" ON "procedure_plan"("kind", "version");

-- CreateIndex
CREATE INDEX "procedure_case_division_id_status_since_idx" ON "procedure_case"("division_id", "status", "since");

-- CreateIndex
CREATE INDEX "procedure_case_status_since_idx" ON "procedure_case"("status", "since");

-- CreateIndex
CREATE INDEX "procedure_case_household_id_idx" ON "procedure_case"("household_id");

-- CreateIndex
CREATE INDEX "procedure_case_drafted_by_idx" ON "procedure_case"("drafted_by");

-- CreateIndex
CREATE INDEX "procedure_deed_case_id_created_at_idx" ON "procedure_deed"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "procedure_deed_division_id_idx" ON "procedure_deed"("division_id");

-- CreateIndex
CREATE INDEX "procedure_deed_household_id_idx" ON "procedure_deed"("household_id");

-- CreateIndex
CREATE INDEX "procedure_deed_account_id_idx" ON "procedure_deed"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "publicity_notice_code_key" ON "publicity_notice"("code");

-- CreateIndex
CREATE INDEX "publicity_notice_division_id_from_on_idx" ON "publicity_notice"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "publicity_notice_account_id_idx" ON "publicity_notice"("account_id");

-- CreateIndex
CREATE INDEX "publicity_line_notice_id_idx" ON "publicity_line"("notice_id");

-- CreateIndex
CREATE INDEX "publicity_line_case_id_idx" ON "publicity_line"("case_id");

-- CreateIndex
CREATE INDEX "publicity_line_household_id_idx" ON "publicity_line"("household_id");

-- CreateIndex
CREATE INDEX "publicity_line_division_id_due_on_idx" ON "publicity_line"("division_id", "due_on");

-- CreateIndex
CREATE INDEX "household_monitoring_household_id_idx" ON "household_monitoring"("household_id");

-- CreateIndex
CREATE INDEX "household_monitoring_division_id_from_on_idx" ON "household_monitoring"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "household_monitoring_opened_case_idx" ON "household_monitoring"("opened_case");

-- CreateIndex
CREATE INDEX "household_monitoring_closed_case_idx" ON "household_monitoring"("closed_case");

-- CreateIndex
CREATE INDEX "unit_exit_case_id_idx" ON "unit_exit"("case_id");

-- AddForeignKey
ALTER TABLE "procedure_case" ADD CONSTRAINT "procedure_case_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_case" ADD CONSTRAINT "procedure_case_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_deed" ADD CONSTRAINT "procedure_deed_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "procedure_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_deed" ADD CONSTRAINT "procedure_deed_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procedure_deed" ADD CONSTRAINT "procedure_deed_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_notice" ADD CONSTRAINT "publicity_notice_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_line" ADD CONSTRAINT "publicity_line_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "publicity_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_line" ADD CONSTRAINT "publicity_line_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "procedure_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_line" ADD CONSTRAINT "publicity_line_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_line" ADD CONSTRAINT "publicity_line_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_monitoring" ADD CONSTRAINT "household_monitoring_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_monitoring" ADD CONSTRAINT "household_monitoring_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_monitoring" ADD CONSTRAINT "household_monitoring_opened_case_fkey" FOREIGN KEY ("opened_case") REFERENCES "procedure_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_monitoring" ADD CONSTRAINT "household_monitoring_closed_case_fkey" FOREIGN KEY ("closed_case") REFERENCES "procedure_case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_exit" ADD CONSTRAINT "unit_exit_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table procedure_plan add constraint procedure_plan_kind check (kind in ('IDENTIFICATION', 'EXIT', 'RETURN', 'REMOVAL', 'VILLAGE_EXIT', 'COUNTY_EXIT', 'MONITORING', 'RISK_ELIMINATION')),
  add constraint procedure_plan_steps check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) between 2 and 20);
alter table procedure_case add constraint procedure_case_kind check (kind in ('IDENTIFICATION', 'EXIT', 'RETURN', 'REMOVAL', 'VILLAGE_EXIT', 'COUNTY_EXIT', 'MONITORING', 'RISK_ELIMINATION')),
  add constraint procedure_case_of check ((household_id is null) = (kind in ('VILLAGE_EXIT', 'COUNTY_EXIT'))),
  add constraint procedure_case_status check (status in ('RUNNING', 'OBJECTION', 'DONE', 'REJECTED', 'WITHDRAWN')),
  add constraint procedure_case_closed check ((status in ('RUNNING', 'OBJECTION')) = (closed_on is null) and (status in ('RUNNING', 'OBJECTION', 'DONE') or closed_why is not null)),
  add constraint procedure_case_at check (at between 0 and jsonb_array_length(steps)),
  add constraint procedure_case_moved check ((moved_to is null) = (moved_at is null)),
  -- What is rejected leaves the household as it was.
  add constraint procedure_case_as_before check (status not in ('REJECTED', 'WITHDRAWN') or moved_to is null or moved_to = from_status);
-- One at a time: of the register, of monitoring, of a unit.
create unique index procedure_case_one on procedure_case (household_id, (kind in ('MONITORING', 'RISK_ELIMINATION'))) where status in ('RUNNING', 'OBJECTION') and household_id is not null;
create unique index procedure_case_one_unit on procedure_case (division_id) where status in ('RUNNING', 'OBJECTION') and household_id is null;
create index procedure_case_open on procedure_case (division_id, since) where status in ('RUNNING', 'OBJECTION');
alter table procedure_deed add constraint procedure_deed_outcome check (outcome in ('DONE', 'APPROVED', 'RETURNED', 'REJECTED', 'POSTED', 'CLOSED', 'OBJECTED', 'CONTINUED', 'WITHDRAWN'));
alter table publicity_notice add constraint publicity_notice_step check (step in ('PUBLICITY_1', 'PUBLICITY_2', 'ANNOUNCEMENT')),
  add constraint publicity_notice_days check (days between 1 and 60 and calendar in ('CALENDAR', 'WORKING')),
  add constraint publicity_notice_code check (code ~ '^[0-9a-z]{16}$');
alter table publicity_line add constraint publicity_line_closed check (closed_on is null or (closed_on >= due_on and paused_on is null)),
  -- No number of a person and no telephone can stand in it, whoever writes it.
  add constraint publicity_line_plain check (shown_name !~ '[0-9]{6}' and coalesce(group_name, '') !~ '[0-9]{6}'),
  add constraint publicity_line_masked check (household_id is null or position('*' in shown_name) > 0);
alter table household_monitoring add constraint household_monitoring_type check (type in ('UNSTABLE', 'MARGINAL', 'SUDDEN')),
  add constraint household_monitoring_ended check ((to_on is null) = (ended_how is null) and (to_on is null) = (closed_case is null) and (ended_how is null or ended_how in ('ELIMINATED', 'NATURAL'))),
  add constraint household_monitoring_days check (to_on is null or to_on >= from_on),
  add constraint household_monitoring_one_at_a_time exclude using gist (household_id with =, daterange(from_on, to_on) with &&);

alter table unit_exit add constraint unit_exit_case_id_fkey foreign key (case_id) references procedure_case (id) on delete restrict on update cascade;

do $$
declare t text;
begin
  foreach t in array array['procedure_case', 'procedure_deed', 'publicity_line', 'household_monitoring'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy reach on %I to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())))', t);
  end loop;
  foreach t in array array['procedure_plan', 'publicity_notice', 'unit_exit'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
  foreach t in array array['procedure_case', 'household_monitoring', 'unit_exit'] loop
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
  end loop;
end $$;
create policy signed_in on procedure_plan for select to app_rw using ((select sec.account_id()) is not null);
create policy office on procedure_plan for insert to app_rw with check ((select sec.sees_all()) and account_id = (select sec.account_id()));
create policy reach on publicity_notice for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach_new on publicity_notice for insert to app_rw with check (account_id = (select sec.account_id()) and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
create policy signed_in on unit_exit for select to app_rw using ((select sec.account_id()) is not null);
create policy reach_new on unit_exit for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy own_draft on procedure_case as restrictive for insert to app_rw with check (drafted_by = (select sec.account_id()) and status = 'RUNNING' and moved_to is null);
create policy own_deed on procedure_deed as restrictive for insert to app_rw with check (account_id = (select sec.account_id()));
grant select, insert on procedure_plan, procedure_case, procedure_deed, publicity_notice, publicity_line, household_monitoring, unit_exit to app_rw;
grant update (at, status, application, drafted_by, since, returned_why, closed_on, closed_why, effective_on, moved_to, moved_at, version) on procedure_case to app_rw;
grant update (due_on, pauses, paused_on, closed_on, withdrawn_on) on publicity_line to app_rw;
grant update (to_on, ended_how, closed_case) on household_monitoring to app_rw;

-- Four eyes: who drafted a case approves it at no level, and nobody approves at two levels.
create function sec.four_eyes() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.outcome = 'APPROVED' and (exists (select 1 from procedure_case c where c.id = new.case_id and c.drafted_by = new.account_id)
      or exists (select 1 from procedure_deed d where d.case_id = new.case_id and d.account_id = new.account_id and d.outcome = 'APPROVED' and d.step <> new.step)) then
    raise exception 'four-eyes' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger four_eyes before insert on procedure_deed for each row execute function sec.four_eyes();

-- A case moves a status, or ends as done, only when each step before has its deed, and a reviewer above has approved.
create function sec.every_step() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from generate_series(0, new.at - 1) n where not exists
      (select 1 from procedure_deed d where d.case_id = new.id and d.at = n and d.outcome in ('DONE', 'APPROVED', 'CLOSED')))
    or not exists (select 1 from procedure_deed d where d.case_id = new.id and d.outcome = 'APPROVED')
    or exists (select 1 from publicity_line l where l.case_id = new.id and l.at < new.at and l.withdrawn_on is null and l.closed_on is null
      and exists (select 1 from publicity_notice n where n.id = l.notice_id and n.step <> 'ANNOUNCEMENT')) then
    raise exception 'steps-missing' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger every_step before update on procedure_case for each row
  when ((new.status = 'DONE' and old.status <> 'DONE') or (new.status = 'RUNNING' and new.moved_to is distinct from old.moved_to))
  execute function sec.every_step();

-- The status of a household moves in the transaction in which a case moves it. Dissolving (销户) and taking that back belong to the life of a
-- household and are no procedure. The owner (migrations, the demo) is not asked.
create function sec.status_by_procedure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then return new; end if;
  if new.status = 'DISSOLVED' or (old.status = 'DISSOLVED' and exists (select 1 from household_spell s where s.household_id = new.id and s.status = new.status)) then return new; end if;
  if not exists (select 1 from procedure_case c where c.household_id = new.id and c.moved_to = new.status and c.moved_at = now()) then
    raise exception 'status-by-procedure' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger status_by_procedure before update on household for each row when (new.status is distinct from old.status) execute function sec.status_by_procedure();
-- The running spell and the row of the open year say what the household says.
create function sec.spells_follow_status() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
    and exists (select 1 from new_rows n join household h on h.id = n.household_id where n.to_on is null and n.status <> h.status and n.status <> 'DISSOLVED') then
    raise exception 'status-by-procedure' using errcode = 'P0001';
  end if;
  return null;
end $$;
create trigger follows_status_new after insert on household_spell referencing new table as new_rows for each statement execute function sec.spells_follow_status();
create trigger follows_status after update on household_spell referencing new table as new_rows for each statement execute function sec.spells_follow_status();
create function sec.year_follows_status() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
    and exists (select 1 from new_rows n join registry_year y on y.year = n.year and y.status = 'OPEN' join household h on h.id = n.household_id
      where n.status <> h.status) then
    raise exception 'status-by-procedure' using errcode = 'P0001';
  end if;
  return null;
end $$;
create trigger follows_status_new after insert on household_year referencing new table as new_rows for each statement execute function sec.year_follows_status();
create function sec.year_status_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
    and exists (select 1 from new_rows n join old_rows o on o.household_id = n.household_id and o.year = n.year and o.status <> n.status
      join household h on h.id = n.household_id where n.status <> h.status) then
    raise exception 'status-by-procedure' using errcode = 'P0001';
  end if;
  return null;
end $$;
create trigger follows_status after update on household_year referencing new table as new_rows old table as old_rows for each statement execute function sec.year_status_kept();

-- From a day on a household has another status: the running spell ends, or takes it over where it began that day or later.
create function sec.turn_status(its_household uuid, its_status text, day date) returns void language sql set search_path = public, pg_temp as $$
  update household_spell set status = its_status where household_id = its_household and to_on is null and from_on >= day;
  with ended as (update household_spell set to_on = day where household_id = its_household and to_on is null and from_on < day returning household_id, division_id)
  insert into household_spell (household_id, division_id, status, from_on) select household_id, division_id, its_status, day from ended;
$$;

-- All that the public sees: one list while it hangs. Nothing is hidden here: what is not listed is not read.
create function sec.public_notice(its_code text) returns table (kind text, step text, place text, above text, from_on date, until_on date, days int, calendar text, office text, phone text, lines jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.kind, n.step, d.name, (select string_agg(a.name, '' order by c.depth desc) from division_closure c join division a on a.id = c.ancestor_id
      where c.node_id = d.id and c.depth > 0 and c.to_on is null and a.level <> 'PREFECTURE'),
    n.from_on, max(l.due_on) - 1, n.days, n.calendar, n.office, n.phone,
    jsonb_agg(jsonb_build_object('name', l.shown_name, 'group', l.group_name, 'persons', l.persons, 'item', l.item, 'amountFen', l.amount_fen) order by l.group_name nulls last, l.id)
  from publicity_notice n join publicity_line l on l.notice_id = n.id join division d on d.id = n.division_id
  where n.code = its_code and l.due_on > beijing_today() and l.closed_on is null and l.withdrawn_on is null and l.paused_on is null
  group by n.id, d.id
$$;

-- Papers of a case lie where the case lies.
create or replace function sec.paper_place(its_kind text, its_id text) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select case its_kind
    when 'partyOrg' then (select division_id from party_org where id = case when its_id ~ '^[0-9]{1,9}$' then its_id::int end)
    when 'division' then (select id from division where id = case when its_id ~ '^[0-9]{1,9}$' then its_id::int end)
    when 'treeChange' then (select case e.tree when 'DIVISION' then e.node_id
        else coalesce((e.detail->>'divisionId')::int, (select o.division_id from party_org o where o.id = e.node_id)) end
      from tree_event e where e.id = case when its_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then its_id::uuid end)
    when 'procedure' then (select c.division_id from procedure_case c
      where c.id = case when its_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then its_id::uuid end)
  end
$$;

revoke all on function sec.four_eyes(), sec.every_step(), sec.status_by_procedure(), sec.spells_follow_status(), sec.year_follows_status(), sec.year_status_kept(),
  sec.turn_status(uuid, text, date), sec.public_notice(text) from public;
grant execute on function sec.turn_status(uuid, text, date), sec.public_notice(text) to app_rw;
