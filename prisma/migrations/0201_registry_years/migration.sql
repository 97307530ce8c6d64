-- CreateTable
CREATE TABLE "adjustment_campaign" (
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "frozen_on" DATE,
    "account_id" INTEGER,
    "account_name" TEXT,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "adjustment_campaign_pkey" PRIMARY KEY ("year","division_id")
);

-- CreateTable
CREATE TABLE "registry_request" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "title" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "before" JSONB,
    "status" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" INTEGER,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "why" TEXT,
    "taken" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "registry_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_opening" (
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "job_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "households" INTEGER NOT NULL DEFAULT 0,
    "members" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "year_opening_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "year_opening_village" (
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "households" INTEGER NOT NULL,
    "members" INTEGER NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "year_opening_village_pkey" PRIMARY KEY ("year","division_id")
);

-- CreateIndex
CREATE INDEX "adjustment_campaign_division_id_idx" ON "adjustment_campaign"("division_id");

-- CreateIndex
CREATE INDEX "adjustment_campaign_account_id_idx" ON "adjustment_campaign"("account_id");

-- CreateIndex
CREATE INDEX "registry_request_division_id_status_asked_at_idx" ON "registry_request"("division_id", "status", "asked_at");

-- CreateIndex
CREATE INDEX "registry_request_household_id_idx" ON "registry_request"("household_id");

-- CreateIndex
CREATE INDEX "registry_request_account_id_idx" ON "registry_request"("account_id");

-- CreateIndex
CREATE INDEX "registry_request_decided_by_idx" ON "registry_request"("decided_by");

-- CreateIndex
CREATE INDEX "year_opening_account_id_idx" ON "year_opening"("account_id");

-- CreateIndex
CREATE INDEX "year_opening_village_division_id_idx" ON "year_opening_village"("division_id");

-- AddForeignKey
ALTER TABLE "adjustment_campaign" ADD CONSTRAINT "adjustment_campaign_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_request" ADD CONSTRAINT "registry_request_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_request" ADD CONSTRAINT "registry_request_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_opening_village" ADD CONSTRAINT "year_opening_village_year_fkey" FOREIGN KEY ("year") REFERENCES "year_opening"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_opening_village" ADD CONSTRAINT "year_opening_village_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table registry_year drop constraint registry_year_status,
  add constraint registry_year_status check (status in ('OPEN', 'CLOSED', 'PREPARING'));
alter table adjustment_campaign add constraint adjustment_campaign_days check (closes_on >= opens_on and (frozen_on is null or frozen_on >= closes_on));
alter table registry_request add constraint registry_request_kind check (kind in ('REGISTER', 'SPLIT', 'MERGE', 'DISSOLVE', 'MEMBER_IN', 'MEMBER_OUT', 'HEAD', 'CORRECT')),
  add constraint registry_request_status check (status in ('PENDING_WINDOW', 'PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  add constraint registry_request_decided check ((status in ('PENDING_WINDOW', 'PENDING')) = (decided_at is null)),
  add constraint registry_request_four_eyes check (status not in ('APPROVED', 'REFUSED') or decided_by <> account_id);
alter table year_opening add constraint year_opening_status check (status in ('PREPARING', 'DONE', 'CANCELLED', 'FAILED'));

alter table adjustment_campaign enable row level security;
alter table registry_request enable row level security;
alter table year_opening enable row level security;
alter table year_opening_village enable row level security;
create policy signed_in on adjustment_campaign for select to app_rw using ((select sec.account_id()) is not null);
create policy at_place_new on adjustment_campaign for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy at_place on adjustment_campaign for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy at_place_gone on adjustment_campaign for delete to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on registry_request to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy signed_in on year_opening for select to app_rw using ((select sec.account_id()) is not null);
create policy asking on year_opening for insert to app_rw with check ((select sec.sees_all()) and account_id = (select sec.account_id()));
create policy asking_again on year_opening for update to app_rw using ((select sec.sees_all()));
create policy signed_in on year_opening_village for select to app_rw using ((select sec.account_id()) is not null);
create policy jobs_read on year_opening for select to app_job using (true);
create policy jobs_read on year_opening_village for select to app_job using (true);
grant select, insert on adjustment_campaign, registry_request, year_opening to app_rw;
grant select on year_opening_village to app_rw;
grant update (opens_on, closes_on, frozen_on, account_id, account_name, set_at, version) on adjustment_campaign to app_rw;
grant delete on adjustment_campaign to app_rw;
grant update (status, decided_by, decided_by_name, decided_at, why, taken) on registry_request to app_rw;
grant update (status, account_id, account_name, job_id, asked_at, finished_at) on year_opening to app_rw;
grant select on year_opening, year_opening_village to app_job;

-- The campaign that holds for a place: its own, else that of the nearest place above.
create function campaign_at(place int, of_year int) returns table (division_id int, opens_on date, closes_on date, frozen_on date) language sql stable as $$
  select a.division_id, a.opens_on, a.closes_on, a.frozen_on from division_closure c
  join adjustment_campaign a on a.division_id = c.ancestor_id and a.year = of_year
  where c.node_id = place and c.to_on is null order by c.depth limit 1
$$;
revoke all on function campaign_at(int, int) from public;
grant execute on function campaign_at(int, int) to app_rw, app_job;

-- Rows of a year that is being prepared are nobody's business until the year is open: whatever asks, they are not there.
create function sec.open_year() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select year from registry_year where status = 'OPEN'), 9999)
$$;
create policy kept_years on household_year as restrictive to app_rw using (year <= (select sec.open_year()));
create policy kept_years on membership_year as restrictive to app_rw using (year <= (select sec.open_year()));
create policy kept_years on living_year as restrictive to app_rw using (year <= (select sec.open_year()));
create policy kept_years on production_year as restrictive to app_rw using (year <= (select sec.open_year()));
create policy kept_years on livestock as restrictive to app_rw using (year <= (select sec.open_year()));

-- What a year hands on to the next: every column as it stands, except what must be told or looked at anew. Incomes are not handed on.
create function sec.handed_on(kept regclass, of_year int, out key text, out columns text, out taken text, out updated text) language sql stable set search_path = public, pg_temp as $$
  select (select string_agg(quote_ident(a.attname), ', ') from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = kept and i.indisprimary),
    string_agg(quote_ident(attname), ', ' order by attnum),
    string_agg(case
      when attname = 'year' then of_year::text
      when attname = 'division_id' then 'h.division_id'
      when attname in ('import_id', 'income_per_head_fen', 'remark', 'summary', 'filled_on', 'filler_name', 'head_signed', 'food_secure', 'clothes_secure', 'sold') then 'null'
      else 'o.' || quote_ident(attname) end, ', ' order by attnum),
    string_agg(format('%1$I = excluded.%1$I', attname), ', ' order by attnum)
  from pg_attribute where attrelid = kept and attnum > 0 and not attisdropped
$$;
create function sec.handed_tables() returns regclass[] language sql immutable set search_path = public, pg_temp as $$
  select array['household_year', 'membership_year', 'living_year', 'production_year', 'livestock']::regclass[]
$$;

-- One village into the year that is being prepared; done twice it is done once.
create function sec.prepare_village(of_year int, village int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare its regclass; made int; homes int := 0; people int := 0; c record;
begin
  if not exists (select 1 from registry_year where year = of_year and status = 'PREPARING') then
    raise exception 'year-not-prepared' using errcode = 'P0001'; end if;
  foreach its in array sec.handed_tables() loop
    c := sec.handed_on(its, of_year);
    execute format('insert into %s (%s) select %s from household h join %s o on o.household_id = h.id and o.year = $1
      where h.division_id = $2 and h.status not in (''REMOVED'', ''DISSOLVED'') on conflict (%s) do nothing', its, c.columns, c.taken, its, c.key)
      using of_year - 1, village;
    get diagnostics made = row_count;
    if its = 'household_year'::regclass then homes := made; elsif its = 'membership_year'::regclass then people := made; end if;
  end loop;
  insert into year_opening_village (year, division_id, households, members) values (of_year, village, homes, people)
    on conflict (year, division_id) do nothing;
end $$;

-- The year becomes the one that is kept, at once for everybody. What was written in the old year while villages were prepared is brought
-- along first; whoever writes at this moment waits until it is over, whoever reads does not.
create function sec.turn_year(of_year int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare its regclass; c record;
begin
  if not exists (select 1 from registry_year where year = of_year and status = 'PREPARING') then
    raise exception 'year-not-prepared' using errcode = 'P0001'; end if;
  lock table household_year, membership_year, living_year, production_year, livestock in share row exclusive mode;
  foreach its in array sec.handed_tables() loop
    c := sec.handed_on(its, of_year);
    execute format('delete from %s n where n.year = $1 and (n.household_id, n.%I) not in (select o.household_id, o.%I from %s o join household h on h.id = o.household_id
      where o.year = $1 - 1 and h.status not in (''REMOVED'', ''DISSOLVED''))', its,
      case its::text when 'membership_year' then 'person_id' when 'livestock' then 'kind' else 'household_id' end,
      case its::text when 'membership_year' then 'person_id' when 'livestock' then 'kind' else 'household_id' end, its) using of_year;
    execute format('insert into %s as n (%s) select %s from household h join %s o on o.household_id = h.id and o.year = $1
      where h.status not in (''REMOVED'', ''DISSOLVED'') on conflict (%s) do update set %s where n is distinct from excluded', its, c.columns, c.taken, its, c.key, c.updated)
      using of_year - 1;
  end loop;
  update registry_year set status = 'CLOSED' where status = 'OPEN';
  update registry_year set status = 'OPEN', opened_on = beijing_today() where year = of_year;
  update household set income_per_head_fen = null where income_per_head_fen is not null;
  update year_opening o set status = 'DONE', finished_at = now(),
    households = (select count(*) from household_year where year = of_year), members = (select count(*) from membership_year where year = of_year)
    where o.year = of_year;
end $$;

-- Begun, and given up without a trace but the line that says so.
create function sec.begin_year(of_year int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from registry_year where year = of_year - 1 and status = 'OPEN') then raise exception 'year-not-next' using errcode = 'P0001'; end if;
  insert into registry_year (year, status) values (of_year, 'PREPARING') on conflict (year) do nothing;
end $$;
create function sec.give_up_year(of_year int, how text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare its regclass;
begin
  if exists (select 1 from registry_year where year = of_year and status <> 'PREPARING') then raise exception 'year-not-prepared' using errcode = 'P0001'; end if;
  foreach its in array sec.handed_tables() loop execute format('delete from %s where year = $1', its) using of_year; end loop;
  delete from year_opening_village where year = of_year;
  delete from registry_year where year = of_year and status = 'PREPARING';
  update year_opening set status = how, finished_at = now() where year = of_year;
end $$;
revoke all on function sec.open_year(), sec.handed_on(regclass, int), sec.handed_tables(), sec.prepare_village(int, int), sec.turn_year(int), sec.begin_year(int), sec.give_up_year(int, text) from public;
grant execute on function sec.open_year() to app_rw;
grant execute on function sec.prepare_village(int, int), sec.turn_year(int), sec.begin_year(int), sec.give_up_year(int, text) to app_job;
