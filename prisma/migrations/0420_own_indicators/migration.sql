-- The office publishes versions of indicators and declares its own: from the first day of a month that is not closed; nothing is deleted, only withdrawn.

ALTER TABLE "indicator_version" ADD COLUMN "retired" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawn_by" INTEGER,
  ADD COLUMN "withdrawn_name" TEXT;
CREATE INDEX "indicator_version_withdrawn_by_idx" ON "indicator_version"("withdrawn_by");

-- One version begins on a day; those that were withdrawn stay beside it.
DROP INDEX "indicator_version_indicator_from_on_key";
CREATE UNIQUE INDEX "indicator_version_begins_once" ON "indicator_version"("indicator", "from_on") WHERE "withdrawn_at" IS NULL;

alter table indicator_version
  add constraint indicator_version_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or origin = 'OFFICE')),
  add constraint indicator_version_retired check (not retired or origin = 'OFFICE');

-- A month that is not closed, and none after it: what is told stands.
create function sec.month_is_open(day date) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select 1 from closing c where c.period like '____-__' and c.period >= to_char(day, 'YYYY-MM'))
$$;
revoke all on function sec.month_is_open(date) from public;
grant execute on function sec.month_is_open(date) to app_rw;

create policy publishing on indicator_version for insert to app_rw
  with check (origin = 'OFFICE' and account_id = (select sec.account_id()) and withdrawn_at is null and (select sec.sees_all()) and sec.month_is_open(from_on));
create policy withdrawing on indicator_version for update to app_rw
  using (origin = 'OFFICE' and withdrawn_at is null and (select sec.sees_all()) and sec.month_is_open(from_on)) with check (withdrawn_by = (select sec.account_id()));
grant insert on indicator_version to app_rw;
grant update (withdrawn_at, withdrawn_by, withdrawn_name) on indicator_version to app_rw;

-- The program renews its words also in a version of the office that lies over its own; it begins none in the office's name.
drop policy jobs on indicator_version;
create policy jobs_read on indicator_version for select to app_job using (true);
create policy jobs_note on indicator_version for insert to app_job with check (origin = 'PROGRAM');
create policy jobs_renew on indicator_version for update to app_job using (true) with check (true);

-- What was folded by another formula is true no more, from the version's first day on; it is counted live until the fold has been there.
create function indicator_counted_otherwise() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.digest is distinct from (select v.digest from indicator_version v
      where v.indicator = new.indicator and v.from_on < new.from_on and v.withdrawn_at is null order by v.from_on desc limit 1) then
    delete from rollup where indicator = new.indicator and as_of >= new.from_on;
  end if;
  return null;
end $$;
revoke all on function indicator_counted_otherwise() from public;
create trigger counted_otherwise after insert or update of digest, withdrawn_at on indicator_version for each row execute function indicator_counted_otherwise();
