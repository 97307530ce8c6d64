-- CreateTable
CREATE TABLE "duty_post" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "org_id" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "duties" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duty_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_holding" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "post_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "promise" TEXT,
    "proposed_on" DATE NOT NULL,
    "decided_on" DATE,
    "published_on" DATE,
    "signed_on" DATE,
    "ended_on" DATE,
    "why" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duty_holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_review" (
    "holding_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "result" TEXT,
    "stars" INTEGER,
    "words" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duty_review_pkey" PRIMARY KEY ("holding_id","year","part")
);

-- CreateTable
CREATE TABLE "service_pledge" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "evidence" TEXT,
    "delivered_on" DATE,
    "delivered_by" INTEGER,
    "judged_on" DATE,
    "judged_by" INTEGER,
    "judged_by_name" TEXT,
    "verdict" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "community_check_in" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "member_id" UUID,
    "org_id" INTEGER,
    "name" TEXT NOT NULL,
    "service" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "community_check_in_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "duty_post_org_id_idx" ON "duty_post"("org_id");

-- CreateIndex
CREATE INDEX "duty_post_division_id_kind_idx" ON "duty_post"("division_id", "kind");

-- CreateIndex
CREATE INDEX "duty_post_account_id_idx" ON "duty_post"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "duty_post_id_division_id_key" ON "duty_post"("id", "division_id");

-- CreateIndex
CREATE INDEX "duty_holding_post_id_division_id_idx" ON "duty_holding"("post_id", "division_id");

-- CreateIndex
CREATE INDEX "duty_holding_member_id_signed_on_idx" ON "duty_holding"("member_id", "signed_on");

-- CreateIndex
CREATE INDEX "duty_holding_division_id_status_idx" ON "duty_holding"("division_id", "status");

-- CreateIndex
CREATE INDEX "duty_holding_account_id_idx" ON "duty_holding"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "duty_holding_id_division_id_key" ON "duty_holding"("id", "division_id");

-- CreateIndex
CREATE INDEX "duty_review_holding_id_division_id_idx" ON "duty_review"("holding_id", "division_id");

-- CreateIndex
CREATE INDEX "duty_review_division_id_idx" ON "duty_review"("division_id");

-- CreateIndex
CREATE INDEX "duty_review_account_id_idx" ON "duty_review"("account_id");

-- CreateIndex
CREATE INDEX "service_pledge_member_id_idx" ON "service_pledge"("member_id");

-- CreateIndex
CREATE INDEX "service_pledge_division_id_due_on_idx" ON "service_pledge"("division_id", "due_on");

-- CreateIndex
CREATE INDEX "service_pledge_delivered_by_idx" ON "service_pledge"("delivered_by");

-- CreateIndex
CREATE INDEX "service_pledge_judged_by_idx" ON "service_pledge"("judged_by");

-- CreateIndex
CREATE INDEX "service_pledge_account_id_idx" ON "service_pledge"("account_id");

-- CreateIndex
CREATE INDEX "community_check_in_division_id_from_on_idx" ON "community_check_in"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "community_check_in_member_id_idx" ON "community_check_in"("member_id");

-- CreateIndex
CREATE INDEX "community_check_in_org_id_idx" ON "community_check_in"("org_id");

-- CreateIndex
CREATE INDEX "community_check_in_account_id_idx" ON "community_check_in"("account_id");

-- AddForeignKey
ALTER TABLE "duty_post" ADD CONSTRAINT "duty_post_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "party_org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_post" ADD CONSTRAINT "duty_post_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_holding" ADD CONSTRAINT "duty_holding_post_id_division_id_fkey" FOREIGN KEY ("post_id", "division_id") REFERENCES "duty_post"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_holding" ADD CONSTRAINT "duty_holding_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "party_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_review" ADD CONSTRAINT "duty_review_holding_id_division_id_fkey" FOREIGN KEY ("holding_id", "division_id") REFERENCES "duty_holding"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_pledge" ADD CONSTRAINT "service_pledge_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "party_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_pledge" ADD CONSTRAINT "service_pledge_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community_check_in" ADD CONSTRAINT "community_check_in_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community_check_in" ADD CONSTRAINT "community_check_in_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "party_member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community_check_in" ADD CONSTRAINT "community_check_in_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "party_org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table duty_post add constraint duty_post_kind check (kind in ('ECONOMY', 'SUPERVISION', 'PUBLIC', 'MINDS')),
  add constraint duty_post_places check (places between 1 and 50),
  add constraint duty_post_days check (to_on is null or to_on >= from_on);
alter table duty_holding add constraint duty_holding_how check (how in ('APPLIED', 'RECOMMENDED')),
  add constraint duty_holding_status check (status in ('PROPOSED', 'AGREED', 'REFUSED', 'PUBLISHED', 'SIGNED', 'ENDED')),
  -- Step by step: decided, then published, then signed; what ended had been signed or was given up.
  add constraint duty_holding_steps check ((decided_on is not null or status in ('PROPOSED', 'ENDED')) and (published_on is not null or status not in ('PUBLISHED', 'SIGNED'))
    and (signed_on is not null or status <> 'SIGNED') and (published_on is null or published_on >= decided_on) and (signed_on is null or signed_on >= published_on)),
  add constraint duty_holding_ended check ((ended_on is not null) = (status = 'ENDED') and (ended_on is null or signed_on is null or ended_on >= signed_on)),
  add constraint duty_holding_why check (status not in ('REFUSED', 'ENDED') or length(why) >= 2);
-- A member stands for a post once at a time.
create unique index duty_holding_once on duty_holding (post_id, member_id) where status in ('PROPOSED', 'AGREED', 'PUBLISHED', 'SIGNED');
alter table duty_review add constraint duty_review_part check ((part = 'HALF' and result in ('GOOD', 'FAIR', 'POOR') and stars is null) or (part = 'YEAR' and stars between 1 and 5 and result is null));
alter table service_pledge add constraint service_pledge_status check (status in ('OPEN', 'DELIVERED', 'ACCEPTED', 'FAILED', 'WITHDRAWN')),
  add constraint service_pledge_delivered check (status <> 'DELIVERED' or (delivered_on is not null and length(evidence) >= 4)),
  add constraint service_pledge_judged check ((status in ('ACCEPTED', 'FAILED')) = (judged_on is not null)),
  -- Judged by another than who wrote down that it was done.
  add constraint service_pledge_four_eyes check (judged_by is distinct from delivered_by or judged_by is null);
alter table community_check_in add constraint community_check_in_who check (num_nonnulls(member_id, org_id) = 1),
  add constraint community_check_in_days check (to_on is null or to_on >= from_on);
create unique index community_check_in_once on community_check_in (division_id, coalesce(member_id::text, org_id::text)) where to_on is null;

do $$
declare t text;
begin
  foreach t in array array['duty_post', 'duty_holding', 'duty_review', 'service_pledge', 'community_check_in'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy within on %I for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy keeping on %I for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id))', t);
    execute format('create policy changing on %I for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select, insert on %I to app_rw', t);
    execute format('grant select on %I to app_job', t);
  end loop;
end $$;
grant update (to_on) on duty_post to app_rw;
grant update (status, decided_on, published_on, signed_on, ended_on, why) on duty_holding to app_rw;
grant update (result, stars, words, account_id, account_name, created_at) on duty_review to app_rw;
grant update (status, evidence, delivered_on, delivered_by, judged_on, judged_by, judged_by_name, verdict) on service_pledge to app_rw;
grant update (to_on) on community_check_in to app_rw;

-- Which members hold a post of any team on a day, also beyond one's reach: which post, is not said.
create function sec.posted_members(day date) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from tenure t join party_member m on m.person_id = t.person_id where t.from_on <= day and (t.to_on is null or t.to_on > day)
$$;
-- Stock: full members of the farmers' and herders' group who stand in a roster, hold no post and are able (neither away, disabled nor frail), and whether
-- one of the branch's duties is theirs.
create function fact_member_duties(day date) returns table (division_id int, household_id uuid, case_id text, subject_id text, name text, detail text, from_on date, to_on date,
  assigned boolean, waiting_since date)
language sql stable as $$
  select s.division_id, null::uuid, m.id::text, m.id::text, m.name, coalesce(h.post, o.name), coalesce(h.signed_on, s.from_on), null::date, h.id is not null,
    case when h.id is null then (select max(e.ended_on) from duty_holding e where e.member_id = m.id and e.signed_on is not null and e.ended_on <= day) end
  from party_membership s join party_member m on m.id = s.member_id join party_org o on o.id = s.org_id
  left join lateral (select g.id, g.signed_on, p.name as post from duty_holding g join duty_post p on p.id = g.post_id
    where g.member_id = m.id and g.signed_on <= day and (g.ended_on is null or g.ended_on > day) order by g.signed_on, g.id limit 1) h on true
  where s.from_on <= day and (s.to_on is null or s.to_on > day) and m.member_group = 'HERDER' and m.full_on <= day
    and not exists (select 1 from party_member_flag f where f.member_id = m.id and f.flag in ('MOBILE', 'DISABLED', 'FRAIL') and f.from_on <= day and (f.to_on is null or f.to_on > day))
    and m.id not in (select sec.posted_members(day))
$$;
-- Flow: pledges that fell due within a span, and whether they were accepted as done by its end.
create function fact_pledges(since_on date, day date) returns table (division_id int, household_id uuid, case_id text, subject_id text, name text, detail text, from_on date, to_on date,
  kept boolean, waiting_since date)
language sql stable as $$
  select p.division_id, null::uuid, p.id::text, p.member_id::text, p.member_name, p.content, p.due_on, p.judged_on, p.status = 'ACCEPTED' and p.judged_on <= day, p.due_on
  from service_pledge p where p.status <> 'WITHDRAWN' and p.due_on between since_on and day
$$;
revoke all on function sec.posted_members(date), fact_member_duties(date), fact_pledges(date, date) from public;
grant execute on function sec.posted_members(date), fact_member_duties(date), fact_pledges(date, date) to app_rw, app_job;

-- Marks: at the rosters where the member of the written rows stands or stood.
create function mark_holdings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'memberDuties', s.division_id, min(coalesce(n.signed_on, n.ended_on)) from new_rows n join party_membership s on s.member_id = n.member_id
    where n.signed_on is not null or n.ended_on is not null group by s.division_id;
  return null;
end $$;
create function mark_flags() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'memberDuties', s.division_id, min(n.from_on) from new_rows n join party_membership s on s.member_id = n.member_id group by s.division_id;
  return null;
end $$;
create function mark_full_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'memberDuties', s.division_id, min(s.from_on) from new_rows n join old_rows o on o.id = n.id and o.full_on is distinct from n.full_on
    join party_membership s on s.member_id = n.id group by s.division_id;
  return null;
end $$;
create function mark_posted_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on)
    select 'memberDuties', s.division_id, min(n.from_on) from new_rows n join party_member m on m.person_id = n.person_id join party_membership s on s.member_id = m.id group by s.division_id;
  if tg_op = 'UPDATE' then insert into rollup_mark (fact, division_id, from_on)
    select 'memberDuties', s.division_id, min(o.from_on) from old_rows o join party_member m on m.person_id = o.person_id join party_membership s on s.member_id = m.id group by s.division_id; end if;
  return null;
end $$;
create function mark_pledges() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on) select 'pledges', division_id, min(due_on) from new_rows group by division_id;
  return null;
end $$;
revoke all on function mark_holdings(), mark_flags(), mark_full_members(), mark_posted_members(), mark_pledges() from public;
create trigger mark_insert after insert on duty_holding referencing new table as new_rows for each statement execute function mark_holdings();
create trigger mark_update after update on duty_holding referencing new table as new_rows for each statement execute function mark_holdings();
create trigger mark_insert after insert on party_member_flag referencing new table as new_rows for each statement execute function mark_flags();
create trigger mark_update after update on party_member_flag referencing new table as new_rows for each statement execute function mark_flags();
create trigger mark_full after update on party_member referencing new table as new_rows old table as old_rows for each statement execute function mark_full_members();
create trigger mark_duties_insert after insert on tenure referencing new table as new_rows for each statement execute function mark_posted_members();
create trigger mark_duties_update after update on tenure referencing new table as new_rows old table as old_rows for each statement execute function mark_posted_members();
create trigger mark_insert after insert on service_pledge referencing new table as new_rows for each statement execute function mark_pledges();
create trigger mark_update after update on service_pledge referencing new table as new_rows for each statement execute function mark_pledges();
