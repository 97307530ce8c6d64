-- Sample checks (抽查): drawn from a stored seed, carried out by named checkers, closed by another; what they found counts from then on.

CREATE TABLE "sample_check" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reference_on" DATE NOT NULL,
    "seed" TEXT NOT NULL,
    "stratum" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "pool" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_on" DATE,
    "closed_by" INTEGER,
    "closed_by_name" TEXT,

    CONSTRAINT "sample_check_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sample_checker" (
    "check_id" UUID NOT NULL,
    "account_id" INTEGER NOT NULL,
    "ordered_in" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "sample_checker_pkey" PRIMARY KEY ("check_id","account_id")
);

CREATE TABLE "sample_draw" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "check_id" UUID NOT NULL,
    "ordered_in" INTEGER NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "counted_in" INTEGER NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL,
    "replaces" UUID,
    "household_no" TEXT NOT NULL,
    "head_name" TEXT NOT NULL,
    "place_name" TEXT NOT NULL,

    CONSTRAINT "sample_draw_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sample_finding" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "check_id" UUID NOT NULL,
    "draw_id" UUID NOT NULL,
    "ordered_in" INTEGER NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "counted_in" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "visited_on" DATE NOT NULL,
    "satisfaction" TEXT,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "sample_finding_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sample_missed" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "check_id" UUID NOT NULL,
    "ordered_in" INTEGER NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "division_id" INTEGER NOT NULL,
    "counted_in" INTEGER NOT NULL,
    "found_on" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "sample_missed_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "sample_check_division_id_created_at_idx" ON "sample_check"("division_id", "created_at");

CREATE INDEX "sample_check_account_id_idx" ON "sample_check"("account_id");

CREATE INDEX "sample_check_closed_by_idx" ON "sample_check"("closed_by");

CREATE INDEX "sample_checker_account_id_idx" ON "sample_checker"("account_id");

CREATE INDEX "sample_draw_household_id_idx" ON "sample_draw"("household_id");

CREATE INDEX "sample_draw_division_id_idx" ON "sample_draw"("division_id");

CREATE INDEX "sample_draw_counted_in_idx" ON "sample_draw"("counted_in");

CREATE UNIQUE INDEX "sample_draw_check_id_position_key" ON "sample_draw"("check_id", "position");

CREATE UNIQUE INDEX "sample_draw_check_id_household_id_key" ON "sample_draw"("check_id", "household_id");

CREATE INDEX "sample_finding_check_id_idx" ON "sample_finding"("check_id");

CREATE INDEX "sample_finding_draw_id_idx" ON "sample_finding"("draw_id");

CREATE INDEX "sample_finding_division_id_idx" ON "sample_finding"("division_id");

CREATE INDEX "sample_finding_counted_in_visited_on_idx" ON "sample_finding"("counted_in", "visited_on");

CREATE INDEX "sample_finding_account_id_idx" ON "sample_finding"("account_id");

CREATE INDEX "sample_missed_check_id_idx" ON "sample_missed"("check_id");

CREATE INDEX "sample_missed_division_id_idx" ON "sample_missed"("division_id");

CREATE INDEX "sample_missed_counted_in_found_on_idx" ON "sample_missed"("counted_in", "found_on");

CREATE INDEX "sample_missed_account_id_idx" ON "sample_missed"("account_id");

ALTER TABLE "sample_check" ADD CONSTRAINT "sample_check_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_checker" ADD CONSTRAINT "sample_checker_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "sample_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_draw" ADD CONSTRAINT "sample_draw_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "sample_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_draw" ADD CONSTRAINT "sample_draw_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_draw" ADD CONSTRAINT "sample_draw_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_draw" ADD CONSTRAINT "sample_draw_counted_in_fkey" FOREIGN KEY ("counted_in") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_finding" ADD CONSTRAINT "sample_finding_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "sample_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_finding" ADD CONSTRAINT "sample_finding_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "sample_draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_finding" ADD CONSTRAINT "sample_finding_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_finding" ADD CONSTRAINT "sample_finding_counted_in_fkey" FOREIGN KEY ("counted_in") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_missed" ADD CONSTRAINT "sample_missed_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "sample_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_missed" ADD CONSTRAINT "sample_missed_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sample_missed" ADD CONSTRAINT "sample_missed_counted_in_fkey" FOREIGN KEY ("counted_in") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table sample_check add constraint sample_check_kind check (kind in ('IDENTIFICATION', 'EXIT', 'SATISFACTION')),
  add constraint sample_check_stratum check (stratum in ('VILLAGE', 'TOWNSHIP')),
  add constraint sample_check_size check (size between 1 and 500 and pool >= 1 and length(seed) between 8 and 64),
  add constraint sample_check_closed check ((closed_on is null) = (closed_by is null));
alter table sample_finding add constraint sample_finding_outcome check (outcome in ('CORRECT', 'WRONG', 'ABSENT')),
  add constraint sample_finding_satisfaction check (satisfaction is null or (satisfaction in ('SATISFIED', 'BASICALLY', 'DISSATISFIED') and outcome <> 'ABSENT'));
-- One finding of a draw holds.
create unique index sample_finding_holds on sample_finding (draw_id) where replaced_at is null;
alter table sample_missed add constraint sample_missed_words check (length(words) between 4 and 200);

-- By whose checks somebody was named as a checker.
create function sec.my_checks() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(check_id), '{}') from sample_checker where account_id = sec.account_id()
$$;
-- Whom one may name as checkers of a place: accounts with a role there, right above or right below it, whose villages are told so that they can be refused.
create function sec.checkers_for(place int) returns table (id int, name text, seat text, person_id uuid, villages int[]) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.name, d.name, a.person_id, array(select g.division_id from role_grant g join division v on v.id = g.division_id and v.level = 'VILLAGE'
      where g.account_id = a.id and g.role <> 'HELPER' and g.from_at <= now() and (g.to_at is null or g.to_at > now()))
  from account a join division d on d.id = a.division_id
  where a.status = 'ACTIVE' and sec.may_touch(place)
    and a.division_id in (select ancestor_id from division_closure where node_id = place and to_on is null
      union all select node_id from division_closure where ancestor_id = place and to_on is null)
  order by d.level <> 'COUNTY', d.code nulls last, d.id, a.name, a.id limit 400
$$;
revoke all on function sec.my_checks(), sec.checkers_for(int) from public;
grant execute on function sec.my_checks(), sec.checkers_for(int) to app_rw;
grant execute on function sec.my_checks() to app_job;

-- The draw. Within a stratum households queue by the hash of seed and id; all strata are threaded into one line by (place in the queue − ½) ÷ length
-- of the queue, so that each gets its share; the first n are the sample, the next stand in for whoever is not at home.
create function sample_line(place int, of_kind text, day date, by_seed text, by_level text)
returns table ("position" int, household_id uuid, counted_in int, stratum_id int, pool int) language sql stable as $$
  with pool as (select s.household_id, s.division_id, coalesce((select k.ancestor_id from division_closure k join division a on a.id = k.ancestor_id
      where k.node_id = s.division_id and k.from_on <= day and (k.to_on is null or k.to_on > day) and a.level = by_level order by k.depth limit 1), s.division_id) as stratum,
      encode(sha256(convert_to(by_seed || s.household_id::text, 'UTF8')), 'hex') as hash
    from household_spell s join division_closure c on c.node_id = s.division_id and c.ancestor_id = place and c.from_on <= day and (c.to_on is null or c.to_on > day)
    where s.from_on <= day and (s.to_on is null or s.to_on > day) and s.status = any (case of_kind
      when 'IDENTIFICATION' then array['POOR', 'PRE_EXIT', 'RETURNED', 'NOT_REGISTERED'] when 'EXIT' then array['EXITED'] else array['POOR', 'PRE_EXIT', 'RETURNED', 'EXITED'] end)),
  queued as (select p.*, 2 * row_number() over (partition by p.stratum order by p.hash) - 1 as odd, 2 * count(*) over (partition by p.stratum) as twice, count(*) over () as whole from pool p)
  select (row_number() over (order by odd::numeric / twice, hash))::int, q.household_id, q.division_id, q.stratum, q.whole::int from queued q
$$;
revoke all on function sample_line(int, text, date, text, text) from public;
grant execute on function sample_line(int, text, date, text, text) to app_rw;

do $$
declare t text; sees text;
begin
  foreach t in array array['sample_check', 'sample_checker', 'sample_draw', 'sample_finding', 'sample_missed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
    execute format('grant select, insert on %I to app_rw', t);
  end loop;
  -- Until it is closed a check is known where it was ordered and to its checkers, so that no village prepares for it; then to the village too.
  foreach t in array array['sample_draw', 'sample_finding', 'sample_missed'] loop
    sees := '(select sec.sees_all()) or ordered_in in (select unnest(sec.reach())) or check_id in (select unnest(sec.my_checks()))';
    execute format('create policy within on %I for select to app_rw using (%s or (closed and division_id in (select unnest(sec.reach()))))', t, sees);
    execute format('create policy working on %I for update to app_rw using (%s)', t, sees);
  end loop;
end $$;
create policy within on sample_check for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or id in (select unnest(sec.my_checks()))
  or (closed_on is not null and (select sec.account_id()) is not null));
create policy ordering on sample_check for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id) and closed_on is null);
create policy closing on sample_check for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy four_eyes on sample_check as restrictive for update to app_rw using (not (id = any ((select sec.my_checks())::uuid[])));
create policy within on sample_checker for select to app_rw using ((select sec.sees_all()) or ordered_in in (select unnest(sec.reach())) or check_id in (select unnest(sec.my_checks())));
create policy naming on sample_checker for insert to app_rw with check (sec.may_touch(ordered_in));
create policy drawing on sample_draw for insert to app_rw with check (sec.may_touch(ordered_in) and not closed);
create policy checking on sample_finding for insert to app_rw with check (account_id = (select sec.account_id()) and check_id in (select unnest(sec.my_checks())) and not closed);
create policy checking on sample_missed for insert to app_rw with check (account_id = (select sec.account_id()) and check_id in (select unnest(sec.my_checks())) and not closed);
grant update (closed_on, closed_by, closed_by_name) on sample_check to app_rw;
grant update (active, replaces, closed) on sample_draw to app_rw;
grant update (replaced_at, closed) on sample_finding to app_rw;
grant update (withdrawn_at, closed) on sample_missed to app_rw;

-- Flow since the first of January: what closed checks found. Somebody not at home was not checked; a family that the registry missed is a case of its own.
create function fact_sample_findings(day date) returns table (division_id int, household_id uuid, case_id text, subject_id text, name text, detail text, from_on date, to_on date,
  kind text, sound boolean, answered boolean, satisfied boolean, waiting_since date)
language sql stable as $$
  select f.counted_in, f.household_id, f.id::text, f.check_id::text, w.head_name, coalesce(f.note, w.household_no), f.visited_on, null::date,
    c.kind, f.outcome = 'CORRECT', f.satisfaction is not null, coalesce(f.satisfaction in ('SATISFIED', 'BASICALLY'), false), f.visited_on
  from sample_finding f join sample_check c on c.id = f.check_id join sample_draw w on w.id = f.draw_id
  where f.closed and f.replaced_at is null and f.outcome <> 'ABSENT' and f.visited_on between date_trunc('year', day)::date and day
  union all
  select m.counted_in, null, m.id::text, m.check_id::text, m.words, '', m.found_on, null, 'IDENTIFICATION', false, false, false, m.found_on
  from sample_missed m where m.closed and m.withdrawn_at is null and m.found_on between date_trunc('year', day)::date and day
$$;
revoke all on function fact_sample_findings(date) from public;
grant execute on function fact_sample_findings(date) to app_rw, app_job;

create function mark_sample_findings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'sampleFindings', counted_in, min(visited_on) from new_rows where closed group by counted_in;
  return null;
end $$;
create function mark_sample_missed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'sampleFindings', counted_in, min(found_on) from new_rows where closed group by counted_in;
  return null;
end $$;
revoke all on function mark_sample_findings(), mark_sample_missed() from public;
create trigger mark_update after update on sample_finding referencing new table as new_rows for each statement execute function mark_sample_findings();
create trigger mark_update after update on sample_missed referencing new table as new_rows for each statement execute function mark_sample_missed();
