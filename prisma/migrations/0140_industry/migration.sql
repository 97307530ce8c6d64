-- Organizations along the industry chain: what they are is known like the Party line to everybody signed in and written within reach of
-- their seat; a linked household and what it earned are rows of the registry, seen and written by reach alone.

-- CreateTable
CREATE TABLE "industry_entity" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "credit_no" TEXT,
    "registered_on" DATE,
    "capital_fen" BIGINT,
    "operator" TEXT,
    "member_count" INTEGER,
    "party_members" INTEGER,
    "full_members" INTEGER,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "closed_why" TEXT,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "industry_entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "industry_village" (
    "entity_id" UUID NOT NULL,
    "village_id" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,

    CONSTRAINT "industry_village_pkey" PRIMARY KEY ("entity_id","village_id")
);

-- CreateTable
CREATE TABLE "industry_party" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "entity_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "coverage" TEXT NOT NULL,
    "party_org_id" INTEGER,
    "mode" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "industry_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "industry_link" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "entity_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "industry_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "industry_income" (
    "link_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "income_fen" BIGINT NOT NULL,

    CONSTRAINT "industry_income_pkey" PRIMARY KEY ("link_id","year")
);

-- CreateIndex
CREATE UNIQUE INDEX "industry_entity_credit_no_key" ON "industry_entity"("credit_no");

-- CreateIndex
CREATE INDEX "industry_entity_division_id_id_idx" ON "industry_entity"("division_id", "id");

-- CreateIndex
CREATE INDEX "industry_entity_kind_id_idx" ON "industry_entity"("kind", "id");

-- CreateIndex
CREATE INDEX "industry_entity_account_id_idx" ON "industry_entity"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "industry_entity_id_division_id_key" ON "industry_entity"("id", "division_id");

-- CreateIndex
CREATE INDEX "industry_village_entity_id_division_id_idx" ON "industry_village"("entity_id", "division_id");

-- CreateIndex
CREATE INDEX "industry_village_village_id_idx" ON "industry_village"("village_id");

-- CreateIndex
CREATE INDEX "industry_party_entity_id_division_id_idx" ON "industry_party"("entity_id", "division_id");

-- CreateIndex
CREATE INDEX "industry_party_party_org_id_idx" ON "industry_party"("party_org_id");

-- CreateIndex
CREATE INDEX "industry_party_account_id_idx" ON "industry_party"("account_id");

-- CreateIndex
CREATE INDEX "industry_link_entity_id_from_on_idx" ON "industry_link"("entity_id", "from_on");

-- CreateIndex
CREATE INDEX "industry_link_household_id_from_on_idx" ON "industry_link"("household_id", "from_on");

-- CreateIndex
CREATE INDEX "industry_link_division_id_idx" ON "industry_link"("division_id");

-- CreateIndex
CREATE INDEX "industry_link_account_id_idx" ON "industry_link"("account_id");

-- CreateIndex
CREATE INDEX "industry_income_household_id_idx" ON "industry_income"("household_id");

-- CreateIndex
CREATE INDEX "industry_income_division_id_idx" ON "industry_income"("division_id");

-- AddForeignKey
ALTER TABLE "industry_entity" ADD CONSTRAINT "industry_entity_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_village" ADD CONSTRAINT "industry_village_entity_id_division_id_fkey" FOREIGN KEY ("entity_id", "division_id") REFERENCES "industry_entity"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_village" ADD CONSTRAINT "industry_village_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_party" ADD CONSTRAINT "industry_party_entity_id_division_id_fkey" FOREIGN KEY ("entity_id", "division_id") REFERENCES "industry_entity"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_party" ADD CONSTRAINT "industry_party_party_org_id_fkey" FOREIGN KEY ("party_org_id") REFERENCES "party_org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_link" ADD CONSTRAINT "industry_link_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "industry_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_link" ADD CONSTRAINT "industry_link_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_link" ADD CONSTRAINT "industry_link_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_income" ADD CONSTRAINT "industry_income_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "industry_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_income" ADD CONSTRAINT "industry_income_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "industry_income" ADD CONSTRAINT "industry_income_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table industry_entity add constraint industry_entity_name check (length(name) between 1 and 60),
  add constraint industry_entity_credit check (credit_no ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  add constraint industry_entity_counts check (capital_fen >= 0 and member_count >= 0 and party_members >= 0 and full_members >= 0 and full_members <= party_members),
  add constraint industry_entity_days check (closed_on is null or closed_on >= opened_on),
  add constraint industry_entity_why check ((closed_on is null) = (closed_why is null));
alter table industry_party add constraint industry_party_coverage check (coverage in ('OWN', 'JOINT', 'ATTACHED', 'NONE')),
  add constraint industry_party_whole check ((coverage = 'NONE') = (party_org_id is null) and (coverage <> 'NONE' or mode is null)),
  add constraint industry_party_days check (to_on is null or to_on > from_on),
  add constraint industry_party_one_at_a_time exclude using gist (entity_id with =, daterange(from_on, to_on) with &&);
alter table industry_link add constraint industry_link_role check (role in ('MEMBER', 'WORKER', 'SHAREHOLDER', 'ORDER')),
  add constraint industry_link_days check (to_on is null or to_on >= from_on),
  add constraint industry_link_once exclude using gist (entity_id with =, household_id with =, role with =, daterange(from_on, to_on) with &&);
alter table industry_income add constraint industry_income_year check (year between 2000 and 2100),
  add constraint industry_income_sum check (income_fen >= 0);

alter table industry_entity enable row level security;
alter table industry_village enable row level security;
alter table industry_party enable row level security;
alter table industry_link enable row level security;
alter table industry_income enable row level security;
do $$
declare t text;
begin
  foreach t in array array['industry_entity', 'industry_village', 'industry_party'] loop
    execute format('create policy signed_in on %I for select to app_rw using ((select sec.account_id()) is not null)', t);
    -- A villages' or Party row carries its entity's seat by foreign key, so it cannot claim another one.
    execute format('create policy at_seat_new on %I for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy at_seat on %I for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy at_seat_gone on %I for delete to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
  end loop;
  foreach t in array array['industry_link', 'industry_income'] loop
    execute format('create policy reach on %I to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())))', t);
  end loop;
  foreach t in array array['industry_entity', 'industry_village', 'industry_party', 'industry_link'] loop
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
  end loop;
end $$;
grant select, insert on industry_entity, industry_village, industry_party, industry_link, industry_income to app_rw;
grant update (name, kind, division_id, credit_no, registered_on, capital_fen, operator, member_count, party_members, full_members, opened_on,
  closed_on, closed_why, pinyin, initials, version) on industry_entity to app_rw;
grant update (coverage, party_org_id, mode, to_on) on industry_party to app_rw;
grant update (role, from_on, to_on, version) on industry_link to app_rw;
grant update (income_fen) on industry_income to app_rw;
grant delete on industry_village, industry_income to app_rw;

-- A household that moves takes its links along, whoever moves it: from then on its new place sees them.
create function sec.industry_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update industry_link set division_id = new.division_id where household_id = new.id;
  update industry_income set division_id = new.division_id where household_id = new.id;
  return null;
end $$;
revoke all on function sec.industry_follows() from public;
create trigger industry_follows after update of division_id on household for each row
  when (new.division_id <> old.division_id) execute function sec.industry_follows();
