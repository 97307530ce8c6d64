-- One-stop service: windows, items and cases. Windows and items are known to everybody signed in; a case is known at its place and to whom a part
-- was handed by name; the public sees the state of one case by its code, nothing of the person, and rates it once.

-- CreateTable
CREATE TABLE "service_window" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "closed_why" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_item" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "limit_days" INTEGER NOT NULL,
    "parts" TEXT[],
    "papers" TEXT[],
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_case" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "window_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "item_id" UUID NOT NULL,
    "item_name" TEXT NOT NULL,
    "limit_days" INTEGER NOT NULL,
    "applicant" TEXT NOT NULL,
    "household_id" UUID,
    "accepted_on" DATE NOT NULL,
    "received_on" DATE NOT NULL,
    "due_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "times_came" INTEGER NOT NULL DEFAULT 1,
    "result" TEXT,
    "result_note" TEXT,
    "closed_on" DATE,
    "closed_by_name" TEXT,
    "rating" TEXT,
    "rated_on" DATE,
    "rated_at" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_paper" (
    "case_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "handed_on" DATE,

    CONSTRAINT "service_paper_pkey" PRIMARY KEY ("case_id","position")
);

-- CreateTable
CREATE TABLE "service_part" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "case_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "department" TEXT NOT NULL,
    "handler_id" INTEGER,
    "handler_name" TEXT,
    "result" TEXT,
    "note" TEXT,
    "done_on" DATE,
    "done_by_name" TEXT,

    CONSTRAINT "service_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_pause" (
    "case_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "position" INTEGER NOT NULL,

    CONSTRAINT "service_pause_pkey" PRIMARY KEY ("case_id","position")
);

-- CreateTable
CREATE TABLE "service_contact" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "case_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "came" BOOLEAN NOT NULL,
    "note" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_contact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "service_window_division_id_idx" ON "service_window"("division_id");

-- CreateIndex
CREATE INDEX "service_window_account_id_idx" ON "service_window"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_window_id_division_id_key" ON "service_window"("id", "division_id");

-- CreateIndex
CREATE INDEX "service_item_division_id_name_idx" ON "service_item"("division_id", "name");

-- CreateIndex
CREATE INDEX "service_item_account_id_idx" ON "service_item"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_case_number_key" ON "service_case"("number");

-- CreateIndex
CREATE UNIQUE INDEX "service_case_code_key" ON "service_case"("code");

-- CreateIndex
CREATE INDEX "service_case_division_id_state_due_on_idx" ON "service_case"("division_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "service_case_division_id_closed_on_idx" ON "service_case"("division_id", "closed_on");

-- CreateIndex
CREATE INDEX "service_case_window_id_division_id_idx" ON "service_case"("window_id", "division_id");

-- CreateIndex
CREATE INDEX "service_case_item_id_idx" ON "service_case"("item_id");

-- CreateIndex
CREATE INDEX "service_case_household_id_idx" ON "service_case"("household_id");

-- CreateIndex
CREATE INDEX "service_case_account_id_idx" ON "service_case"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_case_id_division_id_key" ON "service_case"("id", "division_id");

-- CreateIndex
CREATE INDEX "service_paper_case_id_division_id_idx" ON "service_paper"("case_id", "division_id");

-- CreateIndex
CREATE INDEX "service_part_case_id_division_id_idx" ON "service_part"("case_id", "division_id");

-- CreateIndex
CREATE INDEX "service_part_handler_id_idx" ON "service_part"("handler_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_part_case_id_position_key" ON "service_part"("case_id", "position");

-- CreateIndex
CREATE INDEX "service_pause_case_id_division_id_idx" ON "service_pause"("case_id", "division_id");

-- CreateIndex
CREATE INDEX "service_contact_case_id_division_id_idx" ON "service_contact"("case_id", "division_id");

-- CreateIndex
CREATE INDEX "service_contact_account_id_idx" ON "service_contact"("account_id");

-- AddForeignKey
ALTER TABLE "service_window" ADD CONSTRAINT "service_window_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_item" ADD CONSTRAINT "service_item_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_case" ADD CONSTRAINT "service_case_window_id_division_id_fkey" FOREIGN KEY ("window_id", "division_id") REFERENCES "service_window"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_case" ADD CONSTRAINT "service_case_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "service_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_case" ADD CONSTRAINT "service_case_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_case" ADD CONSTRAINT "service_case_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_paper" ADD CONSTRAINT "service_paper_case_id_division_id_fkey" FOREIGN KEY ("case_id", "division_id") REFERENCES "service_case"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_part" ADD CONSTRAINT "service_part_case_id_division_id_fkey" FOREIGN KEY ("case_id", "division_id") REFERENCES "service_case"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_pause" ADD CONSTRAINT "service_pause_case_id_division_id_fkey" FOREIGN KEY ("case_id", "division_id") REFERENCES "service_case"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_contact" ADD CONSTRAINT "service_contact_case_id_division_id_fkey" FOREIGN KEY ("case_id", "division_id") REFERENCES "service_case"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table service_window add constraint service_window_name check (length(name) between 1 and 40 and length(place) between 1 and 80 and length(hours) between 1 and 80),
  add constraint service_window_days check (closed_on is null or closed_on >= opened_on),
  add constraint service_window_why check ((closed_on is null) = (closed_why is null));
create unique index service_window_one_name on service_window (division_id, name) where closed_on is null;
alter table service_item add constraint service_item_name check (length(name) between 1 and 40),
  add constraint service_item_limit check (limit_days between 0 and 365),
  add constraint service_item_lists check (cardinality(parts) between 1 and 8 and cardinality(papers) <= 15),
  add constraint service_item_days check (to_on is null or to_on >= from_on);
alter table service_case add constraint service_case_state check (state in ('OPEN', 'PAUSED', 'CLOSED', 'WITHDRAWN')),
  add constraint service_case_number check (number ~ '^[0-9]{6}-[0-9]{6}$' and code ~ '^[0-9a-z]{16}$'),
  add constraint service_case_applicant check (length(applicant) between 1 and 30),
  add constraint service_case_came check (times_came between 0 and 99),
  add constraint service_case_ended check ((state in ('CLOSED', 'WITHDRAWN')) = (closed_on is not null)),
  add constraint service_case_result check ((state = 'CLOSED') = (result is not null) and (result is null or result in ('GRANTED', 'REFUSED'))),
  add constraint service_case_due check (due_on is not null or state in ('PAUSED', 'WITHDRAWN')),
  add constraint service_case_rating check ((rating is null) = (rated_on is null) and (rating is null) = (rated_at is null)
    and (rating is null or (state = 'CLOSED' and rating in ('SATISFIED', 'BASICALLY', 'DISSATISFIED') and rated_at in ('WINDOW', 'CITIZEN'))));
alter table service_paper add constraint service_paper_name check (length(name) between 1 and 60);
alter table service_part add constraint service_part_department check (length(department) between 1 and 40),
  add constraint service_part_done check ((result is null) = (done_on is null) and (result is null or result in ('AGREED', 'REFUSED')));
alter table service_pause add constraint service_pause_days check (to_on is null or to_on >= from_on);
alter table service_contact add constraint service_contact_kind
  check (kind in ('ACCEPTED', 'PAPERS', 'PAPERS_ASKED', 'ASKED', 'HANDED', 'PART', 'TOLD', 'RATED', 'WITHDRAWN'));

-- In which cases a part was handed to me by name: a department without the registry sees these and no others.
create function sec.my_service_cases() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct case_id), '{}') from service_part where handler_id = sec.account_id()
$$;
revoke all on function sec.my_service_cases() from public;
grant execute on function sec.my_service_cases() to app_rw, app_job;

do $$
declare t text; sees text;
begin
  foreach t in array array['service_window', 'service_item', 'service_case', 'service_paper', 'service_part', 'service_pause', 'service_contact'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
    execute format('grant select, insert on %I to app_rw', t);
  end loop;
  foreach t in array array['service_window', 'service_item'] loop
    execute format('create policy signed_in on %I for select to app_rw using ((select sec.account_id()) is not null)', t);
    execute format('create policy at_place_new on %I for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy at_place on %I for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
  end loop;
  -- The rows of a case carry its place by foreign key, so they cannot claim another one.
  foreach t in array array['service_paper', 'service_part', 'service_pause', 'service_contact'] loop
    sees := '(select sec.sees_all()) or division_id in (select unnest(sec.reach())) or case_id in (select unnest(sec.my_service_cases()))';
    execute format('create policy within on %I for select to app_rw using (%s)', t, sees);
    execute format('create policy working on %I for insert to app_rw with check (%s)', t, sees);
    execute format('create policy handling on %I for update to app_rw using (%s)', t, sees);
  end loop;
end $$;
create policy within on service_case for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or id in (select unnest(sec.my_service_cases())));
create policy accepting on service_case for insert to app_rw with check (account_id = (select sec.account_id()) and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
create policy handling on service_case for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or id in (select unnest(sec.my_service_cases())));
grant update (name, place, hours, closed_on, closed_why, version) on service_window to app_rw;
grant update (to_on) on service_item to app_rw;
grant update (due_on, state, times_came, result, result_note, closed_on, closed_by_name, rating, rated_on, rated_at) on service_case to app_rw;
grant update (handed_on) on service_paper to app_rw;
grant update (handler_id, handler_name, result, note, done_on, done_by_name) on service_part to app_rw;
grant update (to_on) on service_pause to app_rw;

-- All that the public sees of a case: whoever has its code. Nothing of the person, nothing of what was found.
create function sec.public_case(its_code text) returns table (number text, item text, state text, received_on date, due_on date, closed_on date, missing text[],
  desk text, place text, hours text, rated boolean, may_rate boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.number, c.item_name, c.state, c.received_on, c.due_on, c.closed_on,
    array(select p.name from service_paper p where p.case_id = c.id and p.handed_on is null and c.state in ('OPEN', 'PAUSED') order by p.position),
    w.name, w.place, w.hours, c.rating is not null, c.state = 'CLOSED' and c.rating is null and c.closed_on > beijing_today() - 90
  from service_case c join service_window w on w.id = c.window_id where c.code = its_code
$$;
-- One word, once, within ninety days of its end. Answers whether it was taken.
create function sec.rate_case(its_code text, its_rating text) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  with rated as (update service_case set rating = its_rating, rated_on = beijing_today(), rated_at = 'CITIZEN'
    where code = its_code and state = 'CLOSED' and rating is null and closed_on > beijing_today() - 90 and its_rating in ('SATISFIED', 'BASICALLY', 'DISSATISFIED') returning 1)
  select exists (select 1 from rated)
$$;
revoke all on function sec.public_case(text), sec.rate_case(text, text) from public;
grant execute on function sec.public_case(text), sec.rate_case(text, text) to app_rw;
