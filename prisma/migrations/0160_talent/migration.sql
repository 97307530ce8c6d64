-- Talent, posts that are wanted, and cadres sent to teach (domain.md §1.1 rows 6–9, F3).

-- CreateTable
CREATE TABLE "talent_program" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "operator" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "note" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "talent_program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "program_id" UUID,
    "division_id" INTEGER NOT NULL,
    "unit_name" TEXT NOT NULL,
    "post" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "result" TEXT,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "talent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent_demand" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "unit_name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "closed_why" TEXT,
    "note" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "talent_demand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent_filling" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "demand_id" UUID NOT NULL,
    "talent_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "released_why" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "talent_filling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teaching_secondment" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_unit" TEXT NOT NULL,
    "post_type" TEXT NOT NULL,
    "school" TEXT NOT NULL,
    "school_division_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "started_on" DATE,
    "ended_on" DATE,
    "ended_why" TEXT,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "teaching_secondment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "secondment_check" (
    "secondment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "division_id" INTEGER NOT NULL,
    "school_division_id" INTEGER NOT NULL,
    "on_post" BOOLEAN NOT NULL,
    "why" TEXT,
    "checked_by" INTEGER NOT NULL,
    "checked_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "secondment_check_pkey" PRIMARY KEY ("secondment_id","day")
);

-- CreateIndex
CREATE INDEX "talent_program_division_id_id_idx" ON "talent_program"("division_id", "id");

-- CreateIndex
CREATE INDEX "talent_program_account_id_idx" ON "talent_program"("account_id");

-- CreateIndex
CREATE INDEX "talent_division_id_from_on_id_idx" ON "talent"("division_id", "from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "talent_from_on_id_idx" ON "talent"("from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "talent_person_id_idx" ON "talent"("person_id");

-- CreateIndex
CREATE INDEX "talent_program_id_idx" ON "talent"("program_id");

-- CreateIndex
CREATE INDEX "talent_account_id_idx" ON "talent"("account_id");

-- CreateIndex
CREATE INDEX "talent_demand_division_id_from_on_id_idx" ON "talent_demand"("division_id", "from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "talent_demand_from_on_id_idx" ON "talent_demand"("from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "talent_demand_account_id_idx" ON "talent_demand"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "talent_demand_id_division_id_key" ON "talent_demand"("id", "division_id");

-- CreateIndex
CREATE INDEX "talent_filling_demand_id_division_id_idx" ON "talent_filling"("demand_id", "division_id");

-- CreateIndex
CREATE INDEX "talent_filling_talent_id_idx" ON "talent_filling"("talent_id");

-- CreateIndex
CREATE INDEX "talent_filling_division_id_idx" ON "talent_filling"("division_id");

-- CreateIndex
CREATE INDEX "talent_filling_account_id_idx" ON "talent_filling"("account_id");

-- CreateIndex
CREATE INDEX "teaching_secondment_division_id_from_on_id_idx" ON "teaching_secondment"("division_id", "from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "teaching_secondment_school_division_id_from_on_idx" ON "teaching_secondment"("school_division_id", "from_on" DESC);

-- CreateIndex
CREATE INDEX "teaching_secondment_from_on_id_idx" ON "teaching_secondment"("from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "teaching_secondment_person_id_idx" ON "teaching_secondment"("person_id");

-- CreateIndex
CREATE INDEX "teaching_secondment_account_id_idx" ON "teaching_secondment"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "teaching_secondment_id_division_id_school_division_id_key" ON "teaching_secondment"("id", "division_id", "school_division_id");

-- CreateIndex
CREATE INDEX "secondment_check_secondment_id_division_id_school_division__idx" ON "secondment_check"("secondment_id", "division_id", "school_division_id");

-- CreateIndex
CREATE INDEX "secondment_check_division_id_idx" ON "secondment_check"("division_id");

-- CreateIndex
CREATE INDEX "secondment_check_school_division_id_idx" ON "secondment_check"("school_division_id");

-- CreateIndex
CREATE INDEX "secondment_check_checked_by_idx" ON "secondment_check"("checked_by");

-- AddForeignKey
ALTER TABLE "talent_program" ADD CONSTRAINT "talent_program_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent" ADD CONSTRAINT "talent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent" ADD CONSTRAINT "talent_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "talent_program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent" ADD CONSTRAINT "talent_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_demand" ADD CONSTRAINT "talent_demand_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_filling" ADD CONSTRAINT "talent_filling_demand_id_division_id_fkey" FOREIGN KEY ("demand_id", "division_id") REFERENCES "talent_demand"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_filling" ADD CONSTRAINT "talent_filling_talent_id_fkey" FOREIGN KEY ("talent_id") REFERENCES "talent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_secondment" ADD CONSTRAINT "teaching_secondment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_secondment" ADD CONSTRAINT "teaching_secondment_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_secondment" ADD CONSTRAINT "teaching_secondment_school_division_id_fkey" FOREIGN KEY ("school_division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secondment_check" ADD CONSTRAINT "secondment_check_secondment_id_division_id_school_division_fkey" FOREIGN KEY ("secondment_id", "division_id", "school_division_id") REFERENCES "teaching_secondment"("id", "division_id", "school_division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table talent_program add constraint talent_program_stream check (stream in ('IMPORT', 'CIRCULATE', 'SOURCE')),
  add constraint talent_program_days check (to_on is null or to_on >= from_on);
alter table talent add constraint talent_channel check (channel in ('RECRUIT', 'DISPATCH', 'CULTIVATE')),
  add constraint talent_kind check (kind in ('URGENT', 'PRACTICAL', 'PUBLIC_SERVICE', 'GOVERNANCE')),
  add constraint talent_stream check (stream in ('IMPORT', 'CIRCULATE', 'SOURCE')),
  add constraint talent_days check (to_on is null or to_on >= from_on),
  -- Counted as persons: nobody serves twice on one day.
  add constraint talent_once exclude using gist (person_id with =, daterange(from_on, to_on) with &&);
alter table talent_demand add constraint talent_demand_kind check (kind in ('URGENT', 'PRACTICAL', 'PUBLIC_SERVICE', 'GOVERNANCE')),
  add constraint talent_demand_wanted check (wanted between 1 and 200),
  add constraint talent_demand_days check (to_on is null or to_on >= from_on),
  add constraint talent_demand_why check ((to_on is null) = (closed_why is null));
alter table talent_filling add constraint talent_filling_days check (to_on is null or to_on >= from_on),
  add constraint talent_filling_once exclude using gist (talent_id with =, daterange(from_on, to_on) with &&);
alter table teaching_secondment add constraint secondment_post_type check (post_type = 'TOWNSHIP_PUBLIC'),
  add constraint secondment_days check (to_on > from_on),
  add constraint secondment_ended check ((ended_on is null) = (ended_why is null)),
  add constraint secondment_ended_early check (ended_on <= to_on and ended_on >= started_on),
  add constraint secondment_started check (started_on < to_on),
  add constraint secondment_once exclude using gist (person_id with =,
    daterange(coalesce(started_on, from_on), greatest(coalesce(started_on, from_on), coalesce(ended_on, to_on))) with &&);
alter table secondment_check add constraint secondment_check_why check (on_post = (why is null));

-- Never more places filled than wanted on any day; a filling lies within the days of its demand and of its talent.
create function talent_places_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare demands uuid[];
begin
  if tg_table_name = 'talent_filling' then demands := array[new.demand_id];
  elsif tg_table_name = 'talent_demand' then demands := array[new.id];
  else demands := array(select distinct demand_id from talent_filling where talent_id = new.id order by 1);
  end if;
  perform 1 from talent_demand where id = any (demands) order by id for update;
  if exists (select 1 from talent_filling f join talent_demand d on d.id = f.demand_id
    where d.id = any (demands) and f.to_on is distinct from f.from_on
      and (select count(*) from talent_filling g where g.demand_id = d.id and g.from_on <= f.from_on and (g.to_on is null or g.to_on > f.from_on)) > d.wanted)
    then raise exception 'talent-places-full'; end if;
  if exists (select 1 from talent_filling f join talent_demand d on d.id = f.demand_id join talent t on t.id = f.talent_id
    where d.id = any (demands) and f.to_on is distinct from f.from_on
      and not (daterange(d.from_on, d.to_on) @> daterange(f.from_on, f.to_on) and daterange(t.from_on, t.to_on) @> daterange(f.from_on, f.to_on)))
    then raise exception 'talent-places-days'; end if;
  return null;
end $$;
revoke all on function talent_places_hold() from public;
create trigger places_hold after insert or update on talent_filling for each row execute function talent_places_hold();
create trigger places_hold after update of wanted, from_on, to_on on talent_demand for each row execute function talent_places_hold();
create trigger places_hold after update of from_on, to_on on talent for each row execute function talent_places_hold();

-- Walls: programs are known to everybody signed in; the rest by the place, a secondment by either end.
alter table talent_program enable row level security;
alter table talent enable row level security;
alter table talent_demand enable row level security;
alter table talent_filling enable row level security;
alter table teaching_secondment enable row level security;
alter table secondment_check enable row level security;
create policy signed_in on talent_program for select to app_rw using ((select sec.account_id()) is not null);
create policy at_place_new on talent_program for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy at_place on talent_program for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on talent to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on talent_demand to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on talent_filling to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on teaching_secondment for select to app_rw
  using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or school_division_id in (select unnest(sec.reach())));
create policy sender_new on teaching_secondment for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy sender on teaching_secondment for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on secondment_check for select to app_rw
  using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or school_division_id in (select unnest(sec.reach())));
create policy sender_new on secondment_check for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy sender on secondment_check for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
do $$
declare t text;
begin
  foreach t in array array['talent_program', 'talent', 'talent_demand', 'talent_filling', 'teaching_secondment', 'secondment_check'] loop
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
    execute format('grant select, insert on %I to app_rw', t);
  end loop;
end $$;
-- Where and by whom something was written down stays; an end is a day, not a removal.
grant update (name, operator, from_on, to_on, note, version) on talent_program to app_rw;
grant update (name, channel, kind, stream, program_id, unit_name, post, from_on, to_on, result, version) on talent to app_rw;
grant update (unit_name, post, kind, wanted, from_on, to_on, closed_why, note, version) on talent_demand to app_rw;
grant update (to_on, released_why) on talent_filling to app_rw;
grant update (from_unit, school, subject, from_on, to_on, started_on, ended_on, ended_why, version) on teaching_secondment to app_rw;
grant update (on_post, why, checked_by, checked_by_name) on secondment_check to app_rw;

-- Facts (house.md §3.6). What is counted is no household: each row tells itself by case_id (its own), subject_id (its page), name and detail.
-- Stock: talent that serves on a day.
create function fact_talents(day date) returns table (division_id int, case_id text, subject_id uuid, name text, detail text,
  from_on date, to_on date, channel text, kind text, stream text)
language sql stable as $$
  select t.division_id, t.id::text, t.id, t.name, t.unit_name, t.from_on, t.to_on, t.channel, t.kind, t.stream
  from talent t where t.from_on <= day and (t.to_on is null or t.to_on > day)
$$;
-- Stock: each place of each demand that is listed on a day, filled or not. It has waited since the demand was full for the last time, or listed.
create function fact_talent_places(day date) returns table (division_id int, case_id text, subject_id uuid, name text, detail text,
  from_on date, to_on date, kind text, filled boolean, waiting_since date)
language sql stable as $$
  select d.division_id, d.id || '#' || n.at, d.id, d.post, d.unit_name, d.from_on, d.to_on, d.kind, n.at <= h.held,
    case when n.at > h.held then greatest(d.from_on, (select max(r.to_on) from talent_filling r where r.demand_id = d.id and r.to_on <= day and r.to_on > r.from_on
      and (select count(*) from talent_filling g where g.demand_id = d.id and g.from_on < r.to_on and (g.to_on is null or g.to_on >= r.to_on)) = d.wanted)) end
  from talent_demand d
  cross join lateral (select count(*)::int as held from talent_filling f
    where f.demand_id = d.id and f.from_on <= day and (f.to_on is null or f.to_on > day)) h
  cross join lateral generate_series(1, d.wanted) as n (at)
  where d.from_on <= day and (d.to_on is null or d.to_on > day)
$$;
-- Secondments that began in the year up to a day, or run on it; on post or not as the last check between the two days said.
create function fact_secondments(first_on date, as_of date) returns table (division_id int, case_id text, subject_id uuid, name text, detail text,
  from_on date, to_on date, begun boolean, running boolean, checked boolean, on_post boolean, waiting_since date)
language sql stable as $$
  select s.division_id, s.id::text, s.id, s.name, s.school, s.started_on, coalesce(s.ended_on, s.to_on),
    s.started_on >= date_trunc('year', as_of)::date, coalesce(s.ended_on, s.to_on) > as_of, c.day is not null, coalesce(c.on_post, false),
    case when not c.on_post then (select min(a.day) from secondment_check a where a.secondment_id = s.id and not a.on_post and a.day <= c.day
      and a.day > coalesce((select max(b.day) from secondment_check b where b.secondment_id = s.id and b.on_post and b.day <= c.day), '-infinity'::date)) end
  from teaching_secondment s
  left join lateral (select k.day, k.on_post from secondment_check k
    where k.secondment_id = s.id and k.day >= first_on and k.day <= as_of order by k.day desc limit 1) c on true
  where s.started_on <= as_of and (s.started_on >= date_trunc('year', as_of)::date or coalesce(s.ended_on, s.to_on) > as_of)
$$;
revoke all on function fact_talents(date), fact_talent_places(date), fact_secondments(date, date) from public;
grant execute on function fact_talents(date), fact_talent_places(date), fact_secondments(date, date) to app_rw, app_job;

-- Marks: the fact stands in the trigger's own argument.
create function mark_talent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select tg_argv[0], division_id, min(from_on) from new_rows group by division_id;
  if tg_op = 'UPDATE' then
    insert into rollup_mark (fact, division_id, from_on) select tg_argv[0], division_id, min(from_on) from old_rows group by division_id;
  end if;
  return null;
end $$;
create function mark_secondments() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'secondments', division_id, min(least(from_on, started_on)) from new_rows group by division_id;
  if tg_op = 'UPDATE' then
    insert into rollup_mark (fact, division_id, from_on) select 'secondments', division_id, min(least(from_on, started_on)) from old_rows group by division_id;
  end if;
  return null;
end $$;
create function mark_secondment_checks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'secondments', division_id, min(day) from new_rows group by division_id;
  return null;
end $$;
revoke all on function mark_talent(), mark_secondments(), mark_secondment_checks() from public;
do $$
declare t text[];
begin
  foreach t slice 1 in array array[array['talent', 'mark_talent(''talents'')'], array['talent_demand', 'mark_talent(''places'')'],
    array['talent_filling', 'mark_talent(''places'')'], array['teaching_secondment', 'mark_secondments()'], array['secondment_check', 'mark_secondment_checks()']] loop
    execute format('create trigger mark_insert after insert on %I referencing new table as new_rows for each statement execute function %s', t[1], t[2]);
    execute format('create trigger mark_update after update on %I referencing new table as new_rows old table as old_rows for each statement execute function %s', t[1], t[2]);
  end loop;
end $$;
