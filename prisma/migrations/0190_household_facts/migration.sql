-- The facts of a household file: income by source and the lines that it is held against, living and production by year, relocation with
-- its checks, measures, and the register of villages.

-- AlterTable
ALTER TABLE "household_year" ADD COLUMN     "cause_note" TEXT,
ADD COLUMN     "filled_on" DATE,
ADD COLUMN     "filler_name" TEXT,
ADD COLUMN     "head_signed" BOOLEAN,
ADD COLUMN     "military_family" BOOLEAN,
ADD COLUMN     "not_exited_reason" TEXT,
ADD COLUMN     "planned_exit_year" INTEGER,
ADD COLUMN     "policies" TEXT,
ADD COLUMN     "summary" TEXT;

-- AlterTable
ALTER TABLE "membership_year" ADD COLUMN     "serving_soldier" BOOLEAN,
ADD COLUMN     "work_status" TEXT;

-- CreateTable
CREATE TABLE "income_item" (
    "household_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "import_id" UUID,

    CONSTRAINT "income_item_pkey" PRIMARY KEY ("household_id","year","code")
);

-- CreateTable
CREATE TABLE "income_line" (
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "basis" TEXT,
    "doc_no" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "income_line_pkey" PRIMARY KEY ("kind","year","division_id")
);

-- CreateTable
CREATE TABLE "living_year" (
    "household_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "food_secure" BOOLEAN,
    "clothes_secure" BOOLEAN,
    "water_hard" BOOLEAN,
    "power" BOOLEAN,
    "broadcast" BOOLEAN,
    "road_km100" INTEGER,
    "road_kind" TEXT,
    "house_m100" INTEGER,
    "toilet" BOOLEAN,
    "fuel" TEXT,

    CONSTRAINT "living_year_pkey" PRIMARY KEY ("household_id","year")
);

-- CreateTable
CREATE TABLE "production_year" (
    "household_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "farmland_mu100" INTEGER,
    "irrigated_mu100" INTEGER,
    "barley_mu100" INTEGER,
    "forest_mu100" INTEGER,
    "reforested_mu100" INTEGER,
    "orchard_mu100" INTEGER,
    "grassland_mu100" INTEGER,
    "pasture_mu100" INTEGER,
    "water_mu100" INTEGER,
    "power" BOOLEAN,
    "led_by_person" BOOLEAN,

    CONSTRAINT "production_year_pkey" PRIMARY KEY ("household_id","year")
);

-- CreateTable
CREATE TABLE "livestock" (
    "household_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "stock" INTEGER,
    "sold" INTEGER,

    CONSTRAINT "livestock_pkey" PRIMARY KEY ("household_id","year","kind")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "counted_in" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "unit" TEXT,
    "content" TEXT,
    "amount_fen" BIGINT,
    "from_on" DATE,
    "to_on" DATE,
    "status" TEXT NOT NULL,
    "result" TEXT,
    "gain_fen" BIGINT,
    "signed" BOOLEAN,
    "import_id" UUID,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relocation_site" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "capacity" INTEGER,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "relocation_site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relocation" (
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "method" TEXT,
    "placement" TEXT,
    "destination" TEXT,
    "site_id" UUID,
    "difficulty" TEXT,
    "planned_on" DATE,
    "key_on" DATE,
    "moved_on" DATE,
    "old_demolished" BOOLEAN,
    "cross_prefecture" BOOLEAN,
    "area_m100" INTEGER,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relocation_pkey" PRIMARY KEY ("household_id")
);

-- CreateTable
CREATE TABLE "relocation_check" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "counted_in" INTEGER NOT NULL,
    "checked_on" DATE NOT NULL,
    "living" BOOLEAN NOT NULL,
    "note" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "relocation_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "village_year" (
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "attribute" TEXT,
    "minority_village" BOOLEAN,
    "direction" TEXT,
    "terrain" TEXT,
    "graduate_official" BOOLEAN,
    "natural_villages" INTEGER,
    "households" INTEGER,
    "population" INTEGER,
    "low_households" INTEGER,
    "low_people" INTEGER,
    "destitute_households" INTEGER,
    "destitute_people" INTEGER,
    "minority_people" INTEGER,
    "women" INTEGER,
    "disabled" INTEGER,
    "laborers" INTEGER,
    "out_workers" INTEGER,
    "farmland_mu100" INTEGER,
    "irrigated_mu100" INTEGER,
    "forest_mu100" INTEGER,
    "reforested_mu100" INTEGER,
    "orchard_mu100" INTEGER,
    "grassland_mu100" INTEGER,
    "water_mu100" INTEGER,
    "farmer_income_fen" BIGINT,
    "collective_income_fen" BIGINT,
    "collective_source" TEXT,
    "collective_assets_fen" BIGINT,
    "collective_debts_fen" BIGINT,
    "debt_reason" TEXT,
    "resident_medical" INTEGER,
    "resident_pension" INTEGER,
    "employee_pension" INTEGER,
    "paved_road" BOOLEAN,
    "bus" BOOLEAN,
    "unpaved_km100" INTEGER,
    "unpaved_villages" INTEGER,
    "unsafe_water" INTEGER,
    "hard_water" INTEGER,
    "powered_villages" INTEGER,
    "dangerous_houses" INTEGER,
    "clinics" INTEGER,
    "public_toilets" INTEGER,
    "doctors" INTEGER,
    "refuse_points" INTEGER,
    "culture_rooms" INTEGER,
    "broadband_households" INTEGER,
    "school_broadband" BOOLEAN,
    "mobile_households" INTEGER,
    "informants" INTEGER,
    "venue" TEXT,
    "venue_m100" INTEGER,
    "account_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "village_year_pkey" PRIMARY KEY ("division_id","year")
);

-- CreateIndex
CREATE INDEX "income_item_division_id_year_idx" ON "income_item"("division_id", "year");

-- CreateIndex
CREATE INDEX "income_item_import_id_idx" ON "income_item"("import_id");

-- CreateIndex
CREATE INDEX "income_line_division_id_idx" ON "income_line"("division_id");

-- CreateIndex
CREATE INDEX "income_line_account_id_idx" ON "income_line"("account_id");

-- CreateIndex
CREATE INDEX "living_year_division_id_year_idx" ON "living_year"("division_id", "year");

-- CreateIndex
CREATE INDEX "production_year_division_id_year_idx" ON "production_year"("division_id", "year");

-- CreateIndex
CREATE INDEX "livestock_division_id_year_idx" ON "livestock"("division_id", "year");

-- CreateIndex
CREATE INDEX "measure_division_id_year_id_idx" ON "measure"("division_id", "year", "id");

-- CreateIndex
CREATE INDEX "measure_year_id_idx" ON "measure"("year", "id");

-- CreateIndex
CREATE INDEX "measure_household_id_year_idx" ON "measure"("household_id", "year");

-- CreateIndex
CREATE INDEX "measure_counted_in_idx" ON "measure"("counted_in");

-- CreateIndex
CREATE INDEX "measure_import_id_idx" ON "measure"("import_id");

-- CreateIndex
CREATE INDEX "measure_account_id_idx" ON "measure"("account_id");

-- CreateIndex
CREATE INDEX "relocation_site_account_id_idx" ON "relocation_site"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "relocation_site_division_id_name_key" ON "relocation_site"("division_id", "name");

-- CreateIndex
CREATE INDEX "relocation_division_id_moved_on_idx" ON "relocation"("division_id", "moved_on");

-- CreateIndex
CREATE INDEX "relocation_site_id_idx" ON "relocation"("site_id");

-- CreateIndex
CREATE INDEX "relocation_account_id_idx" ON "relocation"("account_id");

-- CreateIndex
CREATE INDEX "relocation_check_household_id_checked_on_idx" ON "relocation_check"("household_id", "checked_on");

-- CreateIndex
CREATE INDEX "relocation_check_division_id_checked_on_idx" ON "relocation_check"("division_id", "checked_on");

-- CreateIndex
CREATE INDEX "relocation_check_counted_in_idx" ON "relocation_check"("counted_in");

-- CreateIndex
CREATE INDEX "relocation_check_account_id_idx" ON "relocation_check"("account_id");

-- CreateIndex
CREATE INDEX "village_year_account_id_idx" ON "village_year"("account_id");

-- AddForeignKey
ALTER TABLE "income_item" ADD CONSTRAINT "income_item_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_item" ADD CONSTRAINT "income_item_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "income_line" ADD CONSTRAINT "income_line_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_year" ADD CONSTRAINT "living_year_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_year" ADD CONSTRAINT "living_year_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "production_year" ADD CONSTRAINT "production_year_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "production_year" ADD CONSTRAINT "production_year_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livestock" ADD CONSTRAINT "livestock_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livestock" ADD CONSTRAINT "livestock_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_counted_in_fkey" FOREIGN KEY ("counted_in") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relocation_site" ADD CONSTRAINT "relocation_site_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relocation" ADD CONSTRAINT "relocation_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relocation" ADD CONSTRAINT "relocation_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relocation" ADD CONSTRAINT "relocation_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "relocation_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relocation_check" ADD CONSTRAINT "relocation_check_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "relocation"("household_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relocation_check" ADD CONSTRAINT "relocation_check_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relocation_check" ADD CONSTRAINT "relocation_check_counted_in_fkey" FOREIGN KEY ("counted_in") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village_year" ADD CONSTRAINT "village_year_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table household_year add constraint household_year_planned check (planned_exit_year between 2013 and 2100);
alter table income_item add constraint income_item_year check (year between 2000 and 2100),
  add constraint income_item_code check (code ~ '^(WAGE|BUSINESS|PROPERTY|TRANSFER|COST)\.[A-Z0-9_]+$'),
  add constraint income_item_amount check (amount_fen between 0 and 100000000000);
alter table income_line add constraint income_line_kind check (kind in ('POVERTY', 'MONITORING')),
  add constraint income_line_year check (year between 2000 and 2100),
  add constraint income_line_amount check (amount_fen between 1 and 1000000000);
alter table living_year add constraint living_year_year check (year between 2000 and 2100),
  add constraint living_year_numbers check (road_km100 >= 0 and house_m100 >= 0);
alter table production_year add constraint production_year_year check (year between 2000 and 2100),
  add constraint production_year_areas check (least(farmland_mu100, irrigated_mu100, barley_mu100, forest_mu100, reforested_mu100, orchard_mu100, grassland_mu100, pasture_mu100, water_mu100) >= 0);
alter table livestock add constraint livestock_year check (year between 2000 and 2100),
  add constraint livestock_counts check (stock >= 0 and sold >= 0 and coalesce(stock, sold) is not null);
alter table relocation_site add constraint relocation_site_name check (length(name) between 1 and 60),
  add constraint relocation_site_capacity check (capacity > 0);
alter table relocation add constraint relocation_method check (method in ('WHOLE_VILLAGE', 'WHOLE_GROUP', 'SINGLE')),
  add constraint relocation_placement check (placement in ('CENTRALIZED', 'DISPERSED')),
  add constraint relocation_destination check (destination in ('COUNTY_SEAT', 'TOWNSHIP_SEAT', 'IN_VILLAGE', 'OUTSIDE_VILLAGE', 'OUTSIDE_COUNTY')),
  add constraint relocation_difficulty check (difficulty in ('LACK_CAPITAL', 'NO_WORK', 'NO_LIVELIHOOD', 'OTHER')),
  add constraint relocation_days check (moved_on >= key_on),
  add constraint relocation_area check (area_m100 > 0);
alter table measure add constraint measure_year check (year between 2000 and 2100),
  add constraint measure_project check (length(project) between 1 and 100),
  add constraint measure_status check (status in ('RUNNING', 'DONE', 'PARTLY', 'STOPPED', 'WITHDRAWN')),
  add constraint measure_money check (amount_fen >= 0 and gain_fen >= 0),
  add constraint measure_days check (to_on >= from_on);
alter table village_year add constraint village_year_year check (year between 2000 and 2100),
  add constraint village_year_counts check (least(natural_villages, households, population, low_households, low_people, destitute_households, destitute_people, minority_people, women, disabled, laborers, out_workers) >= 0),
  add constraint village_year_areas check (least(farmland_mu100, irrigated_mu100, forest_mu100, reforested_mu100, orchard_mu100, grassland_mu100, water_mu100, venue_m100, unpaved_km100) >= 0),
  add constraint village_year_money check (least(farmer_income_fen, collective_income_fen, collective_assets_fen, collective_debts_fen) >= 0),
  add constraint village_year_services check (least(resident_medical, resident_pension, employee_pension, unpaved_villages, unsafe_water, hard_water, powered_villages, dangerous_houses, clinics, public_toilets, doctors, refuse_points, culture_rooms, broadband_households, mobile_households, informants) >= 0);

do $$
declare t text;
begin
  foreach t in array array['income_item', 'living_year', 'production_year', 'livestock', 'relocation', 'relocation_check', 'measure'] loop
    execute format('create policy reach on %I to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())))', t);
  end loop;
  foreach t in array array['income_item', 'income_line', 'living_year', 'production_year', 'livestock', 'relocation', 'relocation_site', 'relocation_check', 'measure', 'village_year'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
    execute format('grant select, insert on %I to app_rw', t);
  end loop;
  foreach t in array array['living_year', 'production_year', 'livestock', 'relocation', 'village_year'] loop
    execute format('grant update on %I to app_rw', t);
  end loop;
end $$;
grant update (amount_fen, import_id) on income_item to app_rw;
grant update (amount_fen, basis, doc_no, account_id, version) on income_line to app_rw;
grant update (name, capacity, version) on relocation_site to app_rw;
-- Where and by whom something was written down stays.
grant update (withdrawn_at) on relocation_check to app_rw;
grant update (year, category, project, unit, content, amount_fen, from_on, to_on, status, result, gain_fen, signed, version) on measure to app_rw;
create policy reach on village_year to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
-- Lines and settlements everybody signed in may know; lines are set by whoever sees the whole prefecture.
create policy signed_in on income_line for select to app_rw using ((select sec.account_id()) is not null);
create policy office on income_line to app_rw using ((select sec.sees_all()));
create policy signed_in on relocation_site for select to app_rw using ((select sec.account_id()) is not null);
create policy at_place_new on relocation_site for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy at_place on relocation_site for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
grant delete on income_item, livestock, income_line to app_rw;

-- The line of a year at a place: its own, or that of the nearest place above it which has one; none = not known.
create function income_line_at(of_kind text, of_year int, place int) returns bigint language sql stable as $$
  select l.amount_fen from division_closure c join income_line l on l.division_id = c.ancestor_id and l.kind = of_kind and l.year = of_year
  where c.node_id = place and c.to_on is null order by c.depth limit 1
$$;

-- Net income of a year: what was earned less what earning cost; null = no source recorded. Per head it is shared among the members counted.
create function income_net(household uuid, of_year int) returns bigint language sql stable as $$
  select sum(case when split_part(code, '.', 1) = 'COST' then -amount_fen else amount_fen end)::bigint from income_item where household_id = household and year = of_year
$$;
create function income_per_head(net bigint, members int) returns bigint language sql immutable as $$
  select case when members > 0 then round(net::numeric / members)::bigint end
$$;
revoke all on function income_line_at(text, int, int), income_net(uuid, int), income_per_head(bigint, int) from public;
grant execute on function income_line_at(text, int, int), income_net(uuid, int), income_per_head(bigint, int) to app_rw, app_job;

-- Income per head is worked out, never typed, as soon as one source is recorded: it follows the sources, and the members counted in
-- that year. Without any source the figure that was reported stands.
create function income_kept() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'household_year' then
    if exists (select 1 from income_item where household_id = new.household_id and year = new.year) then
      new.income_per_head_fen := income_per_head(income_net(new.household_id, new.year), new.member_count); end if;
  else
    if exists (select 1 from income_item where household_id = new.id and year = (select r.year from registry_year r where r.status = 'OPEN')) then
      new.income_per_head_fen := income_per_head(income_net(new.id, (select r.year from registry_year r where r.status = 'OPEN')), new.member_count); end if;
  end if;
  return new;
end $$;
create trigger income_kept before update on household_year for each row
  when (new.member_count is distinct from old.member_count or new.income_per_head_fen is distinct from old.income_per_head_fen) execute function income_kept();
create trigger income_kept before update on household for each row
  when (new.member_count is distinct from old.member_count or new.income_per_head_fen is distinct from old.income_per_head_fen) execute function income_kept();

create function income_follows() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare changed record;
begin
  for changed in select distinct household_id, year from new_rows loop
    perform spread_income(changed.household_id, changed.year);
  end loop;
  return null;
end $$;
create function income_gone() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare changed record;
begin
  for changed in select distinct household_id, year from old_rows loop
    perform spread_income(changed.household_id, changed.year);
  end loop;
  return null;
end $$;
create function spread_income(household uuid, of_year int) returns void language sql set search_path = public, pg_temp as $$
  update household_year y set income_per_head_fen = income_per_head(income_net(household, of_year), y.member_count)
    where y.household_id = household and y.year = of_year
      and y.income_per_head_fen is distinct from income_per_head(income_net(household, of_year), y.member_count);
  update household h set income_per_head_fen = income_per_head(income_net(household, of_year), h.member_count)
    where h.id = household and exists (select 1 from registry_year r where r.year = of_year and r.status = 'OPEN')
      and h.income_per_head_fen is distinct from income_per_head(income_net(household, of_year), h.member_count);
$$;
revoke all on function income_kept(), income_follows(), income_gone(), spread_income(uuid, int) from public;
grant execute on function spread_income(uuid, int) to app_rw, app_job;
create trigger income_insert after insert on income_item referencing new table as new_rows for each statement execute function income_follows();
create trigger income_update after update on income_item referencing new table as new_rows for each statement execute function income_follows();
create trigger income_delete after delete on income_item referencing old table as old_rows for each statement execute function income_gone();

-- Imports of sheets 3 and 6 are traced, as others are.
create trigger trace_insert after insert on income_item referencing new table as new_rows for each statement execute function trace_import('household_id', 'code');
create trigger trace_update after update on income_item referencing new table as new_rows old table as old_rows for each statement execute function trace_import('household_id', 'code');
create trigger trace_insert after insert on measure referencing new table as new_rows for each statement execute function trace_import('household_id', 'id');
create trigger trace_update after update on measure referencing new table as new_rows old table as old_rows for each statement execute function trace_import('household_id', 'id');
