-- CreateTable
CREATE TABLE "resident_team" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "sending_unit" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "due_on" DATE,
    "to_on" DATE,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "resident_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "team_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "post" TEXT,
    "roles" TEXT[],
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "org_moved" BOOLEAN NOT NULL DEFAULT false,
    "ended" TEXT,
    "ended_why" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_day" (
    "member_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "division_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "why" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_day_pkey" PRIMARY KEY ("member_id","day")
);

-- CreateTable
CREATE TABLE "team_leave" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "member_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "last_on" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'WAITING',
    "account_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" INTEGER,
    "decided_by_name" TEXT,
    "decided_on" DATE,
    "decided_why" TEXT,

    CONSTRAINT "team_leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_diary" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "member_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_diary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_check" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "member_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "checked_on" DATE NOT NULL,
    "result" TEXT NOT NULL,
    "words" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "resident_team_division_id_from_on_idx" ON "resident_team"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "resident_team_account_id_idx" ON "resident_team"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "resident_team_id_division_id_key" ON "resident_team"("id", "division_id");

-- CreateIndex
CREATE INDEX "team_member_team_id_division_id_idx" ON "team_member"("team_id", "division_id");

-- CreateIndex
CREATE INDEX "team_member_person_id_from_on_idx" ON "team_member"("person_id", "from_on");

-- CreateIndex
CREATE INDEX "team_member_division_id_idx" ON "team_member"("division_id");

-- CreateIndex
CREATE INDEX "team_member_account_id_idx" ON "team_member"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_member_id_division_id_key" ON "team_member"("id", "division_id");

-- CreateIndex
CREATE INDEX "team_day_member_id_division_id_idx" ON "team_day"("member_id", "division_id");

-- CreateIndex
CREATE INDEX "team_day_division_id_day_idx" ON "team_day"("division_id", "day");

-- CreateIndex
CREATE INDEX "team_day_account_id_idx" ON "team_day"("account_id");

-- CreateIndex
CREATE INDEX "team_leave_member_id_division_id_idx" ON "team_leave"("member_id", "division_id");

-- CreateIndex
CREATE INDEX "team_leave_division_id_status_idx" ON "team_leave"("division_id", "status");

-- CreateIndex
CREATE INDEX "team_leave_account_id_idx" ON "team_leave"("account_id");

-- CreateIndex
CREATE INDEX "team_leave_decided_by_idx" ON "team_leave"("decided_by");

-- CreateIndex
CREATE INDEX "team_diary_member_id_division_id_idx" ON "team_diary"("member_id", "division_id");

-- CreateIndex
CREATE INDEX "team_diary_division_id_day_idx" ON "team_diary"("division_id", "day");

-- CreateIndex
CREATE INDEX "team_diary_account_id_idx" ON "team_diary"("account_id");

-- CreateIndex
CREATE INDEX "team_check_member_id_division_id_idx" ON "team_check"("member_id", "division_id");

-- CreateIndex
CREATE INDEX "team_check_division_id_checked_on_idx" ON "team_check"("division_id", "checked_on");

-- CreateIndex
CREATE INDEX "team_check_account_id_idx" ON "team_check"("account_id");

-- AddForeignKey
ALTER TABLE "resident_team" ADD CONSTRAINT "resident_team_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_division_id_fkey" FOREIGN KEY ("team_id", "division_id") REFERENCES "resident_team"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_day" ADD CONSTRAINT "team_day_member_id_division_id_fkey" FOREIGN KEY ("member_id", "division_id") REFERENCES "team_member"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_leave" ADD CONSTRAINT "team_leave_member_id_division_id_fkey" FOREIGN KEY ("member_id", "division_id") REFERENCES "team_member"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_diary" ADD CONSTRAINT "team_diary_member_id_division_id_fkey" FOREIGN KEY ("member_id", "division_id") REFERENCES "team_member"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_check" ADD CONSTRAINT "team_check_member_id_division_id_fkey" FOREIGN KEY ("member_id", "division_id") REFERENCES "team_member"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table resident_team add constraint resident_team_days check (to_on is null or to_on >= from_on),
  add constraint resident_team_due check (due_on is null or due_on > from_on),
  -- One team in a village at a time.
  add constraint resident_team_once exclude using gist (division_id with =, daterange(from_on, to_on) with &&);
alter table team_member add constraint team_member_days check (to_on is null or to_on >= from_on),
  add constraint team_member_roles check (cardinality(roles) > 0 and roles <@ array['LEADER', 'FIRST_SECRETARY', 'MEMBER']),
  add constraint team_member_ended check ((to_on is null) = (ended is null) and (ended is null or ended in ('TERM_OVER', 'TRANSFERRED', 'RECALLED', 'MISTAKE'))),
  add constraint team_member_recalled check (ended is distinct from 'RECALLED' or length(ended_why) >= 4),
  -- Nobody lives in two villages.
  add constraint team_member_once exclude using gist (person_id with =, daterange(from_on, to_on) with &&);
alter table team_day add constraint team_day_status check (status in ('IN_VILLAGE', 'ERRAND', 'TRAINING', 'VACATION', 'SICK', 'ABSENT')),
  add constraint team_day_source check (source in ('SELF', 'DESK', 'CHECK', 'SHEET')),
  -- What a member says himself is where he was; leave is asked for, and absence without it is said by others.
  add constraint team_day_self check (source <> 'SELF' or status in ('IN_VILLAGE', 'ERRAND', 'TRAINING'));
alter table team_leave add constraint team_leave_kind check (kind in ('VACATION', 'SICK')),
  add constraint team_leave_days check (days = last_on - from_on + 1 and days between 1 and 180),
  add constraint team_leave_level check (level in ('TOWNSHIP', 'COUNTY')),
  add constraint team_leave_status check (status in ('WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  add constraint team_leave_decided check (status not in ('APPROVED', 'REJECTED') or (decided_by is not null and decided_on is not null)),
  -- Nobody decides his own leave.
  add constraint team_leave_four_eyes check (decided_by is distinct from account_id),
  add constraint team_leave_once exclude using gist (member_id with =, daterange(from_on, last_on, '[]') with &&) where (status in ('WAITING', 'APPROVED'));
alter table team_diary add constraint team_diary_words check (length(words) between 10 and 2000);
alter table team_check add constraint team_check_result check (result in ('IN_VILLAGE', 'ERRAND', 'ON_LEAVE', 'ABSENT')),
  add constraint team_check_words check (result <> 'ABSENT' or length(words) >= 4);

-- A day lies within the member's time in the team.
create function team_day_within() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from team_member m where m.id = new.member_id and m.from_on <= new.day and (m.to_on is null or m.to_on > new.day))
    then raise exception 'team-day-outside'; end if;
  return new;
end $$;
revoke all on function team_day_within() from public;
create trigger within_time before insert or update on team_day for each row execute function team_day_within();

-- Where every member was on each day of a span: what was said of the day, else leave that was granted.
create function team_sheet(first_day date, last_day date) returns table (member_id uuid, day date, status text, source text, why text)
language sql stable as $$
  select d.member_id, d.day, d.status, d.source, d.why from team_day d where d.day between first_day and last_day
  union all
  select l.member_id, g::date, l.kind, 'LEAVE', l.why from team_leave l
  cross join lateral generate_series(greatest(l.from_on, first_day), least(l.last_on, last_day), interval '1 day') g
  where l.status = 'APPROVED' and l.last_on >= first_day and l.from_on <= last_day
    and not exists (select 1 from team_day d where d.member_id = l.member_id and d.day = g::date)
$$;
revoke all on function team_sheet(date, date) from public;
grant execute on function team_sheet(date, date) to app_rw, app_job;

do $$
declare t text;
begin
  foreach t in array array['resident_team', 'team_member', 'team_day', 'team_leave', 'team_diary', 'team_check'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy within on %I for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy keeping on %I for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id))', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select, insert on %I to app_rw', t);
    execute format('grant select on %I to app_job', t);
  end loop;
  foreach t in array array['resident_team', 'team_member', 'team_day', 'team_leave'] loop
    execute format('create policy changing on %I for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
  end loop;
end $$;
grant update (sending_unit, batch, due_on, to_on, version) on resident_team to app_rw;
grant update (roles, unit, post, org_moved, to_on, ended, ended_why, version) on team_member to app_rw;
grant update (status, source, why, account_id, account_name, created_at) on team_day to app_rw;
grant update (status, decided_by, decided_by_name, decided_on, decided_why) on team_leave to app_rw;
