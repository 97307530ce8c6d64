-- A unit that takes a whole village (单位包村): from a day on, until it ends with a reason; several may have one village.

-- CreateTable
CREATE TABLE "unit_village" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "org_id" INTEGER,
    "contact" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "end_reason" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_village_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_village_division_id_from_on_idx" ON "unit_village"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "unit_village_org_id_idx" ON "unit_village"("org_id");

-- CreateIndex
CREATE INDEX "unit_village_account_id_idx" ON "unit_village"("account_id");

-- AddForeignKey
ALTER TABLE "unit_village" ADD CONSTRAINT "unit_village_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_village" ADD CONSTRAINT "unit_village_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "party_org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table unit_village add constraint unit_village_unit check (length(unit) between 2 and 60),
  add constraint unit_village_days check (to_on is null or to_on >= from_on),
  add constraint unit_village_ended check ((to_on is null) = (end_reason is null) and end_reason in ('TERM_OVER', 'ROTATED', 'UNIT_CHANGED', 'NOT_PERFORMING', 'MISTAKE')),
  -- The same unit once at a time.
  add constraint unit_village_once exclude using gist (division_id with =, unit with =, daterange(from_on, to_on) with &&);

alter table unit_village enable row level security;
create policy within on unit_village for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy taking on unit_village for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id));
create policy changing on unit_village for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy jobs_read on unit_village for select to app_job using (true);
grant select, insert on unit_village to app_rw;
grant update (to_on, end_reason, version) on unit_village to app_rw;
grant select on unit_village to app_job;
