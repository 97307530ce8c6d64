-- Leadership teams: posts with their dated quota, tenures and what their holders are known for. All hang on a division and are seen and
-- written by reach. Days are [from, to); a vacancy is nowhere stored, it is the gap between quota and tenures.

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "party_org_id" INTEGER,
    "kind" TEXT NOT NULL,
    "principal" BOOLEAN NOT NULL DEFAULT false,
    "core" BOOLEAN NOT NULL DEFAULT true,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_quota" (
    "post_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "places" INTEGER NOT NULL,
    "document_no" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_quota_pkey" PRIMARY KEY ("post_id","from_on")
);

-- CreateTable
CREATE TABLE "tenure" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "post_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "person_unit" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "source" TEXT NOT NULL,
    "document_no" TEXT,
    "end_reason" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tenure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenure_tag" (
    "tenure_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "assessed_in" INTEGER,

    CONSTRAINT "tenure_tag_pkey" PRIMARY KEY ("tenure_id","tag")
);

-- CreateIndex
CREATE INDEX "post_division_id_id_idx" ON "post"("division_id", "id");

-- CreateIndex
CREATE INDEX "post_party_org_id_idx" ON "post"("party_org_id");

-- CreateIndex
CREATE INDEX "post_account_id_idx" ON "post"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_id_division_id_key" ON "post"("id", "division_id");

-- CreateIndex
CREATE INDEX "post_quota_post_id_division_id_idx" ON "post_quota"("post_id", "division_id");

-- CreateIndex
CREATE INDEX "post_quota_division_id_idx" ON "post_quota"("division_id");

-- CreateIndex
CREATE INDEX "post_quota_account_id_idx" ON "post_quota"("account_id");

-- CreateIndex
CREATE INDEX "tenure_post_id_division_id_idx" ON "tenure"("post_id", "division_id");

-- CreateIndex
CREATE INDEX "tenure_post_id_from_on_idx" ON "tenure"("post_id", "from_on");

-- CreateIndex
CREATE INDEX "tenure_person_id_from_on_idx" ON "tenure"("person_id", "from_on");

-- CreateIndex
CREATE INDEX "tenure_division_id_id_idx" ON "tenure"("division_id", "id");

-- CreateIndex
CREATE INDEX "tenure_account_id_idx" ON "tenure"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenure_id_division_id_key" ON "tenure"("id", "division_id");

-- CreateIndex
CREATE INDEX "tenure_tag_tenure_id_division_id_idx" ON "tenure_tag"("tenure_id", "division_id");

-- CreateIndex
CREATE INDEX "tenure_tag_division_id_idx" ON "tenure_tag"("division_id");

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_party_org_id_fkey" FOREIGN KEY ("party_org_id") REFERENCES "party_org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_quota" ADD CONSTRAINT "post_quota_post_id_division_id_fkey" FOREIGN KEY ("post_id", "division_id") REFERENCES "post"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_post_id_division_id_fkey" FOREIGN KEY ("post_id", "division_id") REFERENCES "post"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure_tag" ADD CONSTRAINT "tenure_tag_tenure_id_division_id_fkey" FOREIGN KEY ("tenure_id", "division_id") REFERENCES "tenure"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table post_quota add constraint post_quota_places check (places between 0 and 99);
alter table tenure add constraint tenure_days check (to_on is null or to_on >= from_on),
  add constraint tenure_end check (end_reason in ('TERM_OVER', 'TRANSFERRED', 'RESIGNED', 'DISMISSED', 'DIED', 'RETIRED', 'MISTAKE') and (end_reason is null or to_on is not null)),
  add constraint tenure_name check (person_name <> ''),
  add constraint tenure_once exclude using gist (post_id with =, person_id with =, daterange(from_on, to_on) with &&);
alter table tenure_tag add constraint tenure_tag_year check (assessed_in between 2000 and 2100);
-- One post of a kind in a team, and one principal; a division's own committee is told from its Party organizations by the sign.
create unique index post_once on post ((coalesce(party_org_id, -division_id)), kind);
create unique index post_one_principal on post ((coalesce(party_org_id, -division_id))) where principal;

alter table post enable row level security;
alter table post_quota enable row level security;
alter table tenure enable row level security;
alter table tenure_tag enable row level security;
do $$
declare t text;
begin
  foreach t in array array['post', 'post_quota', 'tenure', 'tenure_tag'] loop
    execute format('create policy reach on %I to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select, insert on %I to app_rw', t);
    execute format('grant select on %I to app_job', t);
  end loop;
end $$;
grant update (version) on post to app_rw;
grant update (places, document_no, account_id) on post_quota to app_rw;
grant update (from_on, to_on, source, document_no, end_reason, version) on tenure to app_rw;
grant delete on tenure_tag to app_rw;

-- A post of a Party organization hangs where that organization sits.
create function sec.post_at_seat() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.party_org_id is not null and not exists (select 1 from party_org where id = new.party_org_id and division_id = new.division_id) then
    raise exception 'post-elsewhere' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger post_at_seat before insert or update of party_org_id, division_id on post for each row execute function sec.post_at_seat();

-- On no day more tenures than places. Writers of one post wait for each other, so that two appointments at once cannot both fit.
create function sec.post_within_quota() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare over date; leads boolean;
begin
  select principal into leads from post where id = new.post_id for update;
  if leads and exists (select 1 from post_quota where post_id = new.post_id and places > 1) then
    raise exception 'post-one-principal' using errcode = 'P0001';
  end if;
  select min(e.at) into over
  from (select from_on as at from tenure where post_id = new.post_id union select from_on from post_quota where post_id = new.post_id) e
  where (select count(*) from tenure t where t.post_id = new.post_id and t.from_on <= e.at and (t.to_on is null or t.to_on > e.at))
    > coalesce((select q.places from post_quota q where q.post_id = new.post_id and q.from_on <= e.at order by q.from_on desc limit 1), 0);
  if over is not null then raise exception 'post-full' using errcode = 'P0001'; end if;
  return null;
end $$;
create trigger within_quota after insert or update on tenure for each row execute function sec.post_within_quota();
create trigger within_quota after insert or update on post_quota for each row execute function sec.post_within_quota();

-- Posts on a day, with places and holders; those of a closed organization or division are no more.
create function fact_posts(day date) returns table (post_id uuid, division_id int, party_org_id int, kind text, principal boolean, core boolean,
  places int, filled int)
language sql stable as $$
  select p.id, p.division_id, p.party_org_id, p.kind, p.principal, p.core,
    coalesce((select q.places from post_quota q where q.post_id = p.id and q.from_on <= day order by q.from_on desc limit 1), 0),
    (select count(*)::int from tenure t where t.post_id = p.id and t.from_on <= day and (t.to_on is null or t.to_on > day))
  from post p join division d on d.id = p.division_id left join party_org o on o.id = p.party_org_id
  where (d.closed_on is null or d.closed_on > day) and (o.closed_on is null or o.closed_on > day)
$$;

-- The gaps of a post between two days ([first, until)), with how many places were empty: from the dated quota and the tenures.
create function fact_gaps(which uuid, first_on date, until date) returns table (from_on date, to_on date, missing int)
language sql stable as $$
  with life as (
    select p.id, least(until, d.closed_on, o.closed_on) as ends from post p join division d on d.id = p.division_id left join party_org o on o.id = p.party_org_id
    where p.id = which),
  edge as (
    select first_on as at
    union select q.from_on from post_quota q where q.post_id = which and q.from_on > first_on
    union select t.from_on from tenure t where t.post_id = which and t.from_on > first_on
    union select t.to_on from tenure t where t.post_id = which and t.to_on > first_on),
  span as (select e.at, lead(e.at) over (order by e.at) as next from edge e),
  state as (
    select s.at, least(s.next, l.ends) as next,
      coalesce((select q.places from post_quota q where q.post_id = which and q.from_on <= s.at order by q.from_on desc limit 1), 0)
        - (select count(*)::int from tenure t where t.post_id = which and t.from_on <= s.at and (t.to_on is null or t.to_on > s.at)) as missing
    from span s cross join life l where s.at < l.ends)
  select at, next, missing from state where missing > 0
$$;

-- Since when a post that is short on a day has been short without a break.
create function fact_short_since(which uuid, day date) returns date language sql stable as $$
  with edge as (
    select q.from_on as at from post_quota q where q.post_id = which and q.from_on <= day
    union select t.from_on from tenure t where t.post_id = which and t.from_on <= day
    union select t.to_on from tenure t where t.post_id = which and t.to_on <= day),
  state as (
    select e.at, coalesce((select q.places from post_quota q where q.post_id = which and q.from_on <= e.at order by q.from_on desc limit 1), 0)
        > (select count(*) from tenure t where t.post_id = which and t.from_on <= e.at and (t.to_on is null or t.to_on > e.at)) as short
    from edge e)
  select min(s.at) from state s where s.at > coalesce((select max(f.at) from state f where not f.short), '-infinity'::date)
$$;

-- Stock: villages on a day whose posts are set up, and whether their team (两委) is complete: a Party secretary, and every place filled.
create function fact_teams(day date) returns table (division_id int, household_id uuid, complete boolean, places int, filled int, since date)
language sql stable as $$
  select d.id, null::uuid, s.led and s.filled >= s.places, s.places, s.filled, s.since
  from division d cross join lateral (
    select coalesce(sum(f.places), 0)::int as places, coalesce(sum(f.filled), 0)::int as filled,
      coalesce(bool_or(f.principal and f.party_org_id is not null and f.filled > 0), false) as led,
      min(case when f.filled < f.places then fact_short_since(f.post_id, day) end) as since
    from fact_posts(day) f left join party_org o on o.id = f.party_org_id
    where f.division_id = d.id and f.core and (o.id is null or o.setting = 'TERRITORIAL')) s
  where d.level = 'VILLAGE' and s.places > 0
$$;

-- Flow and stock in one: the secretaries' posts of villages in a period, the days without a secretary, and who holds it on its last day.
-- A principal's post has one place and never more than one holder, so its empty days are those of the quota less those of the tenures.
create function fact_secretaries(first_on date, as_of date)
returns table (division_id int, household_id uuid, post_id uuid, days int, held boolean, enterprising boolean, since date)
language sql stable as $$
  select p.division_id, null::uuid, p.id, (s.owed - s.kept)::int, s.held, s.enterprising,
    case when s.owed > s.kept and not s.held and w.until > as_of then fact_short_since(p.id, as_of) end
  from post p join division d on d.id = p.division_id and d.level = 'VILLAGE'
  join party_org o on o.id = p.party_org_id and o.setting = 'TERRITORIAL'
  cross join lateral (select least(as_of + 1, d.closed_on, o.closed_on) as until) w
  cross join lateral (
    select coalesce((select sum(q.places * greatest(0, least(coalesce(q.next, w.until), w.until) - greatest(q.from_on, first_on)))
        from (select i.from_on, i.places, lead(i.from_on) over (order by i.from_on) as next from post_quota i where i.post_id = p.id) q), 0) as owed,
      coalesce((select sum(greatest(0, least(coalesce(t.to_on, w.until), w.until) - greatest(t.from_on, first_on)))
        from tenure t where t.post_id = p.id and t.from_on < w.until), 0) as kept,
      w.until > as_of and exists (select 1 from tenure t where t.post_id = p.id and t.from_on <= as_of and (t.to_on is null or t.to_on > as_of)) as held,
      exists (select 1 from tenure t join tenure_tag g on g.tenure_id = t.id where t.post_id = p.id and t.from_on <= as_of
        and (t.to_on is null or t.to_on > as_of) and g.tag in ('PROSPERITY_LEADER', 'KNOWS_RURAL') and g.assessed_in <= extract(year from as_of)) as enterprising
  ) s
  where p.principal and s.owed > 0
$$;

-- Marks: what must be counted again (see 0003).
create function mark_tenures() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'posts', division_id, min(from_on), case when bool_or(to_on is null) then null else max(to_on) end from new_rows group by division_id;
  if tg_op = 'UPDATE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'posts', division_id, min(from_on), case when bool_or(to_on is null) then null else max(to_on) end from old_rows group by division_id; end if;
  return null;
end $$;
create function mark_quotas() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'posts', division_id, min(from_on) from new_rows group by division_id;
  return null;
end $$;
create function mark_tags() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'posts', division_id, make_date(min(assessed_in), 1, 1) from tag_rows where assessed_in is not null group by division_id;
  return null;
end $$;
create function mark_org_life() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) values ('posts', new.division_id, least(new.closed_on, old.closed_on));
  return null;
end $$;
create trigger mark_insert after insert on tenure referencing new table as new_rows for each statement execute function mark_tenures();
create trigger mark_update after update on tenure referencing new table as new_rows old table as old_rows for each statement execute function mark_tenures();
create trigger mark_insert after insert on post_quota referencing new table as new_rows for each statement execute function mark_quotas();
create trigger mark_update after update on post_quota referencing new table as new_rows for each statement execute function mark_quotas();
create trigger mark_insert after insert on tenure_tag referencing new table as tag_rows for each statement execute function mark_tags();
create trigger mark_delete after delete on tenure_tag referencing old table as tag_rows for each statement execute function mark_tags();
create trigger mark_life after update of closed_on on party_org for each row when (new.closed_on is distinct from old.closed_on) execute function mark_org_life();

revoke all on function sec.post_at_seat(), sec.post_within_quota(), mark_tenures(), mark_quotas(), mark_tags(), mark_org_life() from public;
revoke all on function fact_posts(date), fact_gaps(uuid, date, date), fact_short_since(uuid, date), fact_teams(date), fact_secretaries(date, date) from public;
grant execute on function fact_posts(date), fact_gaps(uuid, date, date), fact_short_since(uuid, date), fact_teams(date), fact_secretaries(date, date) to app_rw, app_job;
