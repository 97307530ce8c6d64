-- The life of a Party organization: its terms of office and elections (换届), the yearly list of weak and lax ones (软弱涣散) with what is
-- done about them, and the department in charge as a reference where its own organization is known. Terms are known like the Party line
-- to everybody signed in; the list of weak ones is seen within reach alone.

-- AlterTable
ALTER TABLE "party_org_affiliation" ADD COLUMN     "supervising_org_id" INTEGER;

-- CreateTable
CREATE TABLE "party_org_term" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "org_id" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "elected_on" DATE NOT NULL,
    "years" INTEGER NOT NULL,
    "ends_on" DATE NOT NULL,
    "document_no" TEXT,
    "postponed_to" DATE,
    "postponed_document" TEXT,
    "due_on" DATE NOT NULL,
    "reelected_on" DATE,
    "result" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "party_org_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_org_weak" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "org_id" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "found_on" DATE NOT NULL,
    "note" TEXT,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "reported_by" INTEGER,
    "reported_on" DATE,
    "summary" TEXT,
    "decided_by" INTEGER,
    "accepted_on" DATE,
    "document_no" TEXT,
    "returned_why" TEXT,
    "carried_from" UUID,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "party_org_weak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_org_weak_measure" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "weak_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "party_org_weak_measure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "party_org_term_division_id_due_on_idx" ON "party_org_term"("division_id", "due_on");

-- CreateIndex
CREATE INDEX "party_org_term_due_on_id_idx" ON "party_org_term"("due_on", "id");

-- CreateIndex
CREATE INDEX "party_org_term_account_id_idx" ON "party_org_term"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_org_term_org_id_elected_on_key" ON "party_org_term"("org_id", "elected_on");

-- CreateIndex
CREATE INDEX "party_org_weak_division_id_year_idx" ON "party_org_weak"("division_id", "year");

-- CreateIndex
CREATE INDEX "party_org_weak_year_id_idx" ON "party_org_weak"("year", "id");

-- CreateIndex
CREATE INDEX "party_org_weak_carried_from_idx" ON "party_org_weak"("carried_from");

-- CreateIndex
CREATE INDEX "party_org_weak_reported_by_idx" ON "party_org_weak"("reported_by");

-- CreateIndex
CREATE INDEX "party_org_weak_decided_by_idx" ON "party_org_weak"("decided_by");

-- CreateIndex
CREATE INDEX "party_org_weak_account_id_idx" ON "party_org_weak"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_org_weak_org_id_year_key" ON "party_org_weak"("org_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "party_org_weak_id_division_id_key" ON "party_org_weak"("id", "division_id");

-- CreateIndex
CREATE INDEX "party_org_weak_measure_weak_id_division_id_idx" ON "party_org_weak_measure"("weak_id", "division_id");

-- CreateIndex
CREATE INDEX "party_org_weak_measure_division_id_due_on_idx" ON "party_org_weak_measure"("division_id", "due_on");

-- CreateIndex
CREATE INDEX "party_org_weak_measure_account_id_idx" ON "party_org_weak_measure"("account_id");

-- CreateIndex
CREATE INDEX "party_org_affiliation_supervising_org_id_idx" ON "party_org_affiliation"("supervising_org_id");

-- AddForeignKey
ALTER TABLE "party_org_affiliation" ADD CONSTRAINT "party_org_affiliation_supervising_org_id_fkey" FOREIGN KEY ("supervising_org_id") REFERENCES "party_org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_org_term" ADD CONSTRAINT "party_org_term_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "party_org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_org_weak" ADD CONSTRAINT "party_org_weak_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "party_org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_org_weak" ADD CONSTRAINT "party_org_weak_carried_from_fkey" FOREIGN KEY ("carried_from") REFERENCES "party_org_weak"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_org_weak_measure" ADD CONSTRAINT "party_org_weak_measure_weak_id_division_id_fkey" FOREIGN KEY ("weak_id", "division_id") REFERENCES "party_org_weak"("id", "division_id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table party_org_term add constraint party_org_term_years check (years between 1 and 10),
  add constraint party_org_term_days check (ends_on > elected_on and reelected_on > elected_on),
  add constraint party_org_term_due check (due_on = coalesce(postponed_to, ends_on)),
  add constraint party_org_term_postponed check ((postponed_to is null) = (postponed_document is null) and (postponed_to is null or postponed_to > ends_on)),
  add constraint party_org_term_result check ((result is null) = (reelected_on is null) and (result is null or result in ('ON_TIME', 'EARLY', 'LATE', 'POSTPONED')));
create unique index party_org_term_open on party_org_term (org_id) where reelected_on is null;
create index party_org_term_running on party_org_term (due_on, org_id) where reelected_on is null;
alter table party_org_weak add constraint party_org_weak_year check (year between 2000 and 2100 and extract(year from found_on) <= year),
  add constraint party_org_weak_status check (status in ('OPEN', 'REPORTED', 'ACCEPTED', 'CARRIED')),
  add constraint party_org_weak_reported check (status <> 'REPORTED' or (reported_by is not null and reported_on is not null)),
  add constraint party_org_weak_accepted check ((status = 'ACCEPTED') = (accepted_on is not null)),
  -- Four eyes: whoever says that it is put right does not also accept it.
  add constraint party_org_weak_four_eyes check (status <> 'ACCEPTED' or (decided_by is not null and decided_by is distinct from reported_by));

-- A row hangs at the seat of its organization, whatever it was given, and goes where the seat goes.
create function sec.org_row_seat() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  select division_id into strict new.division_id from party_org where id = new.org_id;
  return new;
end $$;
create trigger seat before insert on party_org_term for each row execute function sec.org_row_seat();
create trigger seat before insert on party_org_weak for each row execute function sec.org_row_seat();
create function sec.org_rows_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update party_org_term set division_id = new.division_id where org_id = new.id;
  update party_org_weak set division_id = new.division_id where org_id = new.id;
  return null;
end $$;
create trigger rows_follow after update of division_id on party_org for each row
  when (new.division_id <> old.division_id) execute function sec.org_rows_follow();

-- Does the viewer stand above this place: reaches the place over it, or is at the top and reaches it.
create function sec.is_above(place int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from division d where d.id = place and sec.may_touch(coalesce(d.parent_id, d.id)))
$$;

alter table party_org_term enable row level security;
alter table party_org_weak enable row level security;
alter table party_org_weak_measure enable row level security;
create policy signed_in on party_org_term for select to app_rw using ((select sec.account_id()) is not null);
create policy at_seat_new on party_org_term for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy at_seat on party_org_term for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on party_org_weak for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy at_seat_new on party_org_weak for insert to app_rw with check (status = 'OPEN' and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
create policy at_seat on party_org_weak for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy from_above on party_org_weak as restrictive for update to app_rw using (true) with check (status in ('OPEN', 'REPORTED') or sec.is_above(division_id));
create policy reach on party_org_weak_measure to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy jobs_read on party_org_term for select to app_job using (true);
create policy jobs_read on party_org_weak for select to app_job using (true);
grant select, insert on party_org_term, party_org_weak, party_org_weak_measure to app_rw;
grant update (postponed_to, postponed_document, due_on, reelected_on, result, version) on party_org_term to app_rw;
grant update (status, reported_by, reported_on, summary, decided_by, accepted_on, document_no, returned_why, version) on party_org_weak to app_rw;
grant update (done_on) on party_org_weak_measure to app_rw;
grant select on party_org_term, party_org_weak to app_job;

-- The department in charge, by its own organization: where exactly one open organization of an agency, seated on the way up from the
-- organization's seat, bears the department's name.
create function sec.find_department() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.supervising_dept is null or length(new.supervising_dept) < 4 or new.supervising_org_id is not null then return new; end if;
  select min(o.id) into new.supervising_org_id from party_org self
    join division_closure c on c.node_id = self.division_id and c.to_on is null
    join party_org o on o.division_id = c.ancestor_id and o.setting = 'AGENCY' and o.closed_on is null and o.id <> self.id
      and position(new.supervising_dept in o.name) > 0
    where self.id = new.org_id having count(*) = 1;
  return new;
end $$;
create trigger department before insert or update of supervising_dept on party_org_affiliation for each row execute function sec.find_department();
create function sec.org_seat(org int) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select division_id from party_org where id = org
$$;
create policy naming_department on party_org_affiliation for update to app_rw using (to_on is null and sec.may_touch(sec.org_seat(org_id)));
grant update (supervising_dept, supervising_org_id) on party_org_affiliation to app_rw;
update party_org_affiliation set supervising_dept = supervising_dept where supervising_dept is not null and to_on is null;

-- Facts (house.md 3.6), counted from the first of January to the day: terms that were due, and organizations on the year's list.
create function fact_terms(day date) returns table (division_id int, term_id uuid, org_id int, due_on date, timely boolean)
language sql stable as $$
  select t.division_id, t.id, t.org_id, t.due_on, t.result is not null and t.result <> 'LATE' and t.reelected_on <= day
  from party_org_term t join party_org o on o.id = t.org_id
  where t.due_on >= date_trunc('year', day)::date and t.due_on <= day and (o.closed_on is null or o.closed_on > t.due_on)
$$;
create function fact_weak_orgs(day date) returns table (division_id int, weak_id uuid, org_id int, found_on date, rectified boolean)
language sql stable as $$
  select w.division_id, w.id, w.org_id, w.found_on, w.accepted_on is not null and w.accepted_on <= day
  from party_org_weak w where w.year = extract(year from day)::int and w.found_on <= day
$$;

-- Marks: from the day that a row first counts to the end of its year.
create function mark_terms() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'terms', division_id, min(due_on), (date_trunc('year', max(due_on)) + interval '1 year')::date from new_rows group by division_id; end if;
  if tg_op <> 'INSERT' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'terms', division_id, min(due_on), (date_trunc('year', max(due_on)) + interval '1 year')::date from old_rows group by division_id; end if;
  return null;
end $$;
create function mark_weak_orgs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'weakOrgs', division_id, make_date(min(year), 1, 1), make_date(max(year) + 1, 1, 1) from new_rows group by division_id; end if;
  if tg_op <> 'INSERT' then insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'weakOrgs', division_id, make_date(min(year), 1, 1), make_date(max(year) + 1, 1, 1) from old_rows group by division_id; end if;
  return null;
end $$;
-- A closed organization owes no election that would have been due later.
create function mark_closed_orgs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_mark (fact, division_id, from_on, to_on)
    select 'terms', t.division_id, min(t.due_on), (date_trunc('year', max(t.due_on)) + interval '1 year')::date
    from new_rows n join old_rows o on o.id = n.id and o.closed_on is distinct from n.closed_on join party_org_term t on t.org_id = n.id group by t.division_id;
  return null;
end $$;
create trigger mark_insert after insert on party_org_term referencing new table as new_rows for each statement execute function mark_terms();
create trigger mark_update after update on party_org_term referencing new table as new_rows old table as old_rows for each statement execute function mark_terms();
create trigger mark_delete after delete on party_org_term referencing old table as old_rows for each statement execute function mark_terms();
create trigger mark_insert after insert on party_org_weak referencing new table as new_rows for each statement execute function mark_weak_orgs();
create trigger mark_update after update on party_org_weak referencing new table as new_rows old table as old_rows for each statement execute function mark_weak_orgs();
create trigger mark_delete after delete on party_org_weak referencing old table as old_rows for each statement execute function mark_weak_orgs();
create trigger mark_closing after update on party_org referencing new table as new_rows old table as old_rows for each statement execute function mark_closed_orgs();
revoke all on function mark_terms(), mark_weak_orgs(), mark_closed_orgs(), sec.org_row_seat(), sec.org_rows_follow(), sec.is_above(int), sec.find_department(),
  sec.org_seat(int), fact_terms(date), fact_weak_orgs(date) from public;
grant execute on function sec.is_above(int), sec.org_seat(int) to app_rw;
grant execute on function fact_terms(date), fact_weak_orgs(date) to app_rw, app_job;
