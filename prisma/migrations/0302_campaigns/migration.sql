-- Campaigns of visits (大走访), and the moved families that were reached (R1.5).

CREATE TABLE "visit_campaign" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "last_on" DATE NOT NULL,
    "covers" TEXT NOT NULL,
    "note" TEXT,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_on" DATE,
    "ended_why" TEXT,

    CONSTRAINT "visit_campaign_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "visit_campaign_division_id_from_on_idx" ON "visit_campaign"("division_id", "from_on");

CREATE INDEX "visit_campaign_account_id_idx" ON "visit_campaign"("account_id");

ALTER TABLE "visit_campaign" ADD CONSTRAINT "visit_campaign_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table visit_campaign add constraint visit_campaign_days check (last_on >= from_on and last_on - from_on <= 366),
  add constraint visit_campaign_covers check (covers in ('ALL', 'POOR')),
  add constraint visit_campaign_ended check ((ended_on is null) = (ended_why is null));
alter table visit_campaign enable row level security;
-- What is asked of everybody is known to everybody signed in; how far it came is counted within reach.
create policy known on visit_campaign for select to app_rw using ((select sec.account_id()) is not null);
create policy calling on visit_campaign for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id));
create policy ending on visit_campaign for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy jobs_read on visit_campaign for select to app_job using (true);
grant select, insert on visit_campaign to app_rw;
grant update (ended_on, ended_why) on visit_campaign to app_rw;
grant select on visit_campaign to app_job;

-- Flow: families that have moved by the end of a span, where they live, and whether somebody came to them within it, not by telephone.
create function fact_outreach(since_on date, day date) returns table (division_id int, household_id uuid, reached boolean, since date)
language sql stable as $$
  select s.division_id, r.household_id, exists (select 1 from visit_visitor v where v.household_id = r.household_id and v.counts and not v.remote and v.visited_on between since_on and day),
    (select max(v.visited_on) from visit_visitor v where v.household_id = r.household_id and v.counts and not v.remote and v.visited_on <= day)
  from relocation r
  join household_spell s on s.household_id = r.household_id and s.from_on <= day and (s.to_on is null or s.to_on > day)
    and s.status in ('POOR', 'PRE_EXIT', 'EXITED', 'RETURNED')
  where r.moved_on <= day
$$;
revoke all on function fact_outreach(date, date) from public;
grant execute on function fact_outreach(date, date) to app_rw, app_job;
