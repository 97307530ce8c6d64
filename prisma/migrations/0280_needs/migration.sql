-- Needs of households and villages: they move by their deeds alone, and the moves that are allowed stand here.

-- CreateTable
CREATE TABLE "need" (
    "id" UUID NOT NULL,
    "household_id" UUID,
    "division_id" INTEGER NOT NULL,
    "counted_in" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "visit_id" UUID,
    "source" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "words" TEXT,
    "raised_on" DATE NOT NULL,
    "raised_by" INTEGER,
    "raised_by_name" TEXT,
    "level" TEXT NOT NULL DEFAULT 'VILLAGE',
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "handler_account" INTEGER,
    "handler_unit" TEXT,
    "handler_name" TEXT,
    "asked_on" DATE,
    "limit_days" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "first_due_on" DATE NOT NULL,
    "paused_on" DATE,
    "result" TEXT,
    "done_on" DATE,
    "done_by" INTEGER,
    "verdict" TEXT,
    "closed_on" DATE,
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need_deed" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "need_id" UUID NOT NULL,
    "household_id" UUID,
    "division_id" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "words" TEXT,
    "level" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "to_account" INTEGER,
    "to_unit" TEXT,
    "to_name" TEXT,
    "asked_on" DATE,
    "due_on" DATE,
    "verdict" TEXT,
    "account_id" INTEGER,
    "account_name" TEXT,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "need_deed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "need_household_id_raised_on_idx" ON "need"("household_id", "raised_on");

-- CreateIndex
CREATE INDEX "need_division_id_raised_on_id_idx" ON "need"("division_id", "raised_on" DESC, "id");

-- CreateIndex
CREATE INDEX "need_raised_on_id_idx" ON "need"("raised_on" DESC, "id");

-- CreateIndex
CREATE INDEX "need_counted_in_first_due_on_idx" ON "need"("counted_in", "first_due_on");

-- CreateIndex
CREATE INDEX "need_visit_id_idx" ON "need"("visit_id");

-- CreateIndex
CREATE INDEX "need_handler_account_idx" ON "need"("handler_account");

-- CreateIndex
CREATE INDEX "need_raised_by_idx" ON "need"("raised_by");

-- CreateIndex
CREATE INDEX "need_done_by_idx" ON "need"("done_by");

-- CreateIndex
CREATE INDEX "need_import_id_idx" ON "need"("import_id");

-- CreateIndex
CREATE INDEX "need_deed_household_id_idx" ON "need_deed"("household_id");

-- CreateIndex
CREATE INDEX "need_deed_division_id_idx" ON "need_deed"("division_id");

-- CreateIndex
CREATE INDEX "need_deed_to_account_idx" ON "need_deed"("to_account");

-- CreateIndex
CREATE INDEX "need_deed_account_id_idx" ON "need_deed"("account_id");

-- CreateIndex
CREATE INDEX "need_deed_import_id_idx" ON "need_deed"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "need_deed_need_id_nth_key" ON "need_deed"("need_id", "nth");

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_counted_in_fkey" FOREIGN KEY ("counted_in") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_deed" ADD CONSTRAINT "need_deed_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_deed" ADD CONSTRAINT "need_deed_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table need add constraint need_source check (source in ('VISIT', 'SELF', 'VILLAGE', 'OTHER')),
  add constraint need_urgency check (urgency in ('NORMAL', 'URGENT')),
  add constraint need_level check (level in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'DEPARTMENT')),
  add constraint need_status check (status in ('OPEN', 'HANDLING', 'DONE', 'CLOSED', 'WITHDRAWN')),
  add constraint need_limit check (limit_days between 0 and 400 and due_on >= raised_on and first_due_on >= raised_on),
  add constraint need_handled check (status <> 'HANDLING' or handler_account is not null or handler_unit is not null),
  add constraint need_paused check (paused_on is null or status in ('OPEN', 'HANDLING')),
  -- Closed only with a result and with the word of whoever had the need.
  add constraint need_done check (status not in ('DONE', 'CLOSED') or (result is not null and done_on >= raised_on)),
  add constraint need_closed check ((status = 'CLOSED') = (closed_on is not null) and (status <> 'CLOSED' or verdict in ('SATISFIED', 'BASICALLY') and closed_on >= done_on)),
  add constraint need_verdict check (verdict in ('SATISFIED', 'BASICALLY', 'DISSATISFIED')),
  add constraint need_reopened check (reopened >= 0);
alter table need_deed add constraint need_deed_kind check (kind in ('RAISED', 'ASSIGNED', 'ESCALATED', 'HANDED_DOWN', 'RETURNED', 'PAUSED', 'RESUMED', 'RESULT', 'VERDICT', 'WITHDRAWN')),
  add constraint need_deed_words check (length(words) <= 500),
  -- Who sends it somewhere else, stops its clock or says that it is done, says why or what.
  add constraint need_deed_why check (kind not in ('HANDED_DOWN', 'RETURNED', 'PAUSED', 'RESULT', 'WITHDRAWN') or length(words) >= 2),
  add constraint need_deed_verdict check ((kind = 'VERDICT') = (verdict is not null) and (verdict is null or verdict in ('SATISFIED', 'BASICALLY', 'DISSATISFIED')));
-- What waits is looked for every day, what is closed seldom.
create index need_waits on need (division_id, due_on) where status in ('OPEN', 'HANDLING', 'DONE');

-- One step: is it allowed from where the need stands, and what does it make of it.
create function need_step() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare n need; busy boolean; ends boolean;
begin
  select * into n from need where id = new.need_id for update;
  if not found then raise exception 'need-gone' using errcode = 'P0001'; end if;
  busy := n.status in ('OPEN', 'HANDLING');
  new.nth := n.steps + 1;
  new.division_id := n.division_id;
  new.household_id := n.household_id;
  if new.on_day < n.raised_on then raise exception 'need-day' using errcode = 'P0001'; end if;
  if not coalesce(case new.kind
    when 'RAISED' then n.steps = 0
    when 'ASSIGNED' then busy and (new.to_account is not null or new.to_unit is not null)
      and (new.level = n.level or (new.level in ('COUNTY', 'DEPARTMENT') and n.level in ('COUNTY', 'DEPARTMENT')))
    when 'ESCALATED' then busy and n.level in ('VILLAGE', 'TOWNSHIP')
    when 'HANDED_DOWN' then busy and n.level <> 'VILLAGE'
    when 'RETURNED' then n.status = 'HANDLING'
    when 'PAUSED' then busy and n.paused_on is null
    when 'RESUMED' then busy and new.on_day >= n.paused_on and new.due_on is not null
    when 'RESULT' then busy and n.paused_on is null
    -- Nobody says in the household's name that his own work was good.
    when 'VERDICT' then n.status = 'DONE' and new.on_day >= n.done_on and (new.verdict <> 'DISSATISFIED' or new.due_on is not null)
      and (new.account_id is distinct from n.done_by or new.import_id is not null or new.account_id is null)
    when 'WITHDRAWN' then busy end, false)
  then raise exception 'need-move' using errcode = 'P0001'; end if;
  new.level := case new.kind when 'ASSIGNED' then new.level
    when 'ESCALATED' then case n.level when 'VILLAGE' then 'TOWNSHIP' else 'COUNTY' end
    when 'HANDED_DOWN' then case n.level when 'DEPARTMENT' then 'COUNTY' when 'COUNTY' then 'TOWNSHIP' else 'VILLAGE' end
    when 'RETURNED' then case n.level when 'DEPARTMENT' then 'COUNTY' else n.level end
    when 'VERDICT' then case when new.verdict = 'DISSATISFIED' and n.level = 'DEPARTMENT' then 'COUNTY' else n.level end
    else n.level end;
  new.status := case new.kind when 'ASSIGNED' then 'HANDLING' when 'RESULT' then 'DONE' when 'WITHDRAWN' then 'WITHDRAWN'
    when 'VERDICT' then case new.verdict when 'DISSATISFIED' then 'OPEN' else 'CLOSED' end
    when 'RAISED' then 'OPEN' when 'ESCALATED' then 'OPEN' when 'HANDED_DOWN' then 'OPEN' when 'RETURNED' then 'OPEN' else n.status end;
  ends := new.status = 'OPEN' and new.kind not in ('PAUSED', 'RESUMED');
  update need set status = new.status, level = new.level, steps = new.nth, version = version + 1,
    handler_account = case when new.kind = 'ASSIGNED' then new.to_account when not ends then handler_account end,
    handler_unit = case when new.kind = 'ASSIGNED' then new.to_unit when not ends then handler_unit end,
    handler_name = case when new.kind = 'ASSIGNED' then new.to_name when not ends then handler_name end,
    asked_on = case when new.kind = 'ASSIGNED' then new.asked_on when not ends then asked_on end,
    paused_on = case new.kind when 'PAUSED' then new.on_day when 'RESUMED' then null when 'WITHDRAWN' then null else paused_on end,
    first_due_on = case when new.kind = 'RESUMED' and reopened = 0 then new.due_on else first_due_on end,
    due_on = coalesce(new.due_on, due_on),
    result = case when new.kind = 'RESULT' then new.words when new.verdict = 'DISSATISFIED' then null else result end,
    done_on = case when new.kind = 'RESULT' then new.on_day when new.verdict = 'DISSATISFIED' then null else done_on end,
    done_by = case when new.kind = 'RESULT' then new.account_id when new.verdict = 'DISSATISFIED' then null else done_by end,
    verdict = coalesce(new.verdict, verdict),
    closed_on = case when new.status = 'CLOSED' then new.on_day end,
    reopened = reopened + (new.verdict is not distinct from 'DISSATISFIED')::int
  where id = n.id;
  return new;
end $$;
create trigger steps before insert on need_deed for each row execute function need_step();

-- A need begins at the village with nothing done; its first step is that it was raised.
create function need_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status <> 'OPEN' or new.level <> 'VILLAGE' or new.steps <> 0 or new.reopened <> 0 or new.due_on <> new.first_due_on or num_nonnulls(
      new.handler_account, new.handler_unit, new.handler_name, new.asked_on, new.paused_on, new.result, new.done_on, new.done_by, new.verdict, new.closed_on) > 0
    then raise exception 'need-begins' using errcode = 'P0001'; end if;
  return new;
end $$;
create trigger begins before insert on need for each row execute function need_begins();
create function need_raised() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into need_deed (need_id, division_id, household_id, nth, kind, on_day, words, level, status, account_id, account_name, import_id)
    values (new.id, new.division_id, new.household_id, 1, 'RAISED', new.raised_on, new.words, 'VILLAGE', 'OPEN', new.raised_by, new.raised_by_name, new.import_id);
  return null;
end $$;
create trigger raised after insert on need for each row execute function need_raised();

-- What was put into my hands by name, wherever it comes from: the only rows of the registry that a county department sees.
create function sec.my_needs() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from need where handler_account = sec.account_id()
$$;
-- To whom one may hand a need at a place: the accounts that sit there or hold a role there; and the helpers of the household.
create function sec.need_handlers(place int, household uuid) returns table (id int, name text, unit text, department boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.name, coalesce(nullif(p.unit_name, ''), d.name), bool_or(g.role = 'DEPARTMENT_USER')
  from account a join division d on d.id = a.division_id left join person p on p.id = a.person_id
  join role_grant g on g.account_id = a.id and g.from_at <= now() and (g.to_at is null or g.to_at > now())
  where a.status = 'ACTIVE' and sec.may_touch(place) and (
    (g.division_id = place and g.role in ('FIRST_SECRETARY', 'TEAM_MEMBER', 'VILLAGE_CADRE', 'TOWNSHIP_ADMIN', 'TOWNSHIP_REVIEWER', 'COUNTY_ADMIN', 'COUNTY_POVERTY_OFFICE', 'DEPARTMENT_USER'))
    or a.person_id in (select h.helper_id from pairing h join household o on o.id = h.household_id where h.household_id = household and sec.may_touch(o.division_id)
      and h.from_on <= beijing_today() and (h.to_on is null or h.to_on > beijing_today())))
  group by a.id, a.name, p.unit_name, d.name order by 4, 3, a.name, a.id limit 200
$$;
revoke all on function need_step(), need_begins(), need_raised(), sec.my_needs(), sec.need_handlers(int, uuid) from public;
grant execute on function sec.my_needs(), sec.need_handlers(int, uuid) to app_rw;

do $$
declare t text;
begin
  foreach t in array array['need', 'need_deed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
    execute format('grant select, insert on %I to app_rw', t);
  end loop;
end $$;
create policy reach on need for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))
  or handler_account = (select sec.account_id()));
create policy raising on need for insert to app_rw with check (raised_by = (select sec.account_id())
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))));
create policy reach on need_deed for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))
  or need_id in (select unnest(sec.my_needs())));
-- A handler who gives a need back hands it out of his own sight: the check asks as things stood before the step.
create policy acting on need_deed for insert to app_rw with check (account_id = (select sec.account_id())
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))
    or need_id in (select unnest(sec.my_needs()))));
