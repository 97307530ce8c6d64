-- The day from which a year's roll is the one that is kept; empty for years that began before this was known: the first of January.
ALTER TABLE "registry_year" ADD COLUMN "opened_on" DATE;

-- CreateTable
CREATE TABLE "life_event" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "members_before" INTEGER NOT NULL,
    "members_after" INTEGER NOT NULL,
    "per_head_before" BIGINT,
    "per_head_after" BIGINT,
    "kept" JSONB NOT NULL DEFAULT '{}',
    "account_id" INTEGER,
    "account_name" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,

    CONSTRAINT "life_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "life_change" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "old_relation" TEXT,
    "new_relation" TEXT,
    "nth" BIGSERIAL NOT NULL,
    "undone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "life_change_pkey" PRIMARY KEY ("event_id","person_id","household_id")
);

-- CreateTable
CREATE TABLE "household_tie" (
    "event_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "other_id" UUID NOT NULL,
    "other_no" TEXT NOT NULL,
    "other_name" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,

    CONSTRAINT "household_tie_pkey" PRIMARY KEY ("event_id","household_id","other_id")
);

-- CreateIndex
CREATE INDEX "life_event_household_id_happened_on_idx" ON "life_event"("household_id", "happened_on");

-- CreateIndex
CREATE INDEX "life_event_division_id_written_at_idx" ON "life_event"("division_id", "written_at");

-- CreateIndex
CREATE INDEX "life_event_account_id_idx" ON "life_event"("account_id");

-- CreateIndex
CREATE INDEX "life_change_person_id_nth_idx" ON "life_change"("person_id", "nth");

-- CreateIndex
CREATE INDEX "life_change_household_id_nth_idx" ON "life_change"("household_id", "nth");

-- CreateIndex
CREATE INDEX "life_change_division_id_idx" ON "life_change"("division_id");

-- CreateIndex
CREATE INDEX "household_tie_household_id_idx" ON "household_tie"("household_id");

-- CreateIndex
CREATE INDEX "household_tie_other_id_idx" ON "household_tie"("other_id");

-- CreateIndex
CREATE INDEX "household_tie_division_id_idx" ON "household_tie"("division_id");

-- AddForeignKey
ALTER TABLE "life_event" ADD CONSTRAINT "life_event_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "life_change" ADD CONSTRAINT "life_change_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "life_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "life_change" ADD CONSTRAINT "life_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "life_change" ADD CONSTRAINT "life_change_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_tie" ADD CONSTRAINT "household_tie_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table life_event add constraint life_event_kind check (kind in ('MEMBER_IN', 'MEMBER_OUT', 'HEAD', 'SPLIT', 'MERGE', 'DISSOLVE', 'DUPLICATE')),
  add constraint life_event_reason check (reason ~ '^[A-Z_]{2,30}$'),
  add constraint life_event_counts check (members_before >= 0 and members_after >= 0),
  add constraint life_event_undone check ((undone_at is null) = (undone_by is null));
alter table life_change add constraint life_change_kind check (kind in ('IN', 'OUT', 'RELATION')),
  add constraint life_change_relations check ((kind = 'IN') = (old_relation is null) and (kind = 'OUT') = (new_relation is null));
alter table household_tie add constraint household_tie_side check (side in ('FROM', 'TO')),
  add constraint household_tie_kind check (kind in ('SPLIT', 'MERGE', 'DUPLICATE')),
  add constraint household_tie_not_self check (household_id <> other_id);

alter table life_event enable row level security;
alter table life_change enable row level security;
alter table household_tie enable row level security;
do $$
declare t text;
begin
  foreach t in array array['life_event', 'life_change', 'household_tie'] loop
    execute format('create policy reach on %I to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())))', t);
    execute format('grant select, insert on %I to app_rw', t);
  end loop;
end $$;
grant usage on sequence life_change_nth_seq to app_rw;
grant update (undone_at, undone_by) on life_event to app_rw;
grant update (undone) on life_change to app_rw;
grant delete on household_tie to app_rw;

-- A member who goes leaves the roll of the open year; the row as it was is handed to the deed, which keeps it. Earlier years stay as
-- they are, and nobody else may take a row off the roll.
create function sec.member_leaves(who uuid, home uuid, of_year int) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare gone membership_year;
begin
  if not exists (select 1 from household where id = home and sec.may_touch(division_id)) then
    raise exception 'out-of-reach' using errcode = '42501'; end if;
  if not exists (select 1 from registry_year where year = of_year and status = 'OPEN') then
    raise exception 'year-closed' using errcode = 'P0001'; end if;
  delete from membership_year where person_id = who and household_id = home and year = of_year returning * into gone;
  return to_jsonb(gone);
end $$;

-- A file that a division of a household made, taken back on the same terms as the deed: only while nothing hangs on it. What refers to
-- it (visits, pairings, pictures) refuses by its foreign key; its line of the history goes to the file that it came from.
create function sec.forget_divided(made uuid, back_to uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from household where id in (made, back_to) and not sec.may_touch(division_id)) then
    raise exception 'out-of-reach' using errcode = '42501'; end if;
  if not exists (select 1 from household_tie where household_id = made and other_id = back_to and kind = 'SPLIT' and side = 'FROM')
    or exists (select 1 from membership_year where household_id = made) then
    raise exception 'life-in-use' using errcode = 'P0001'; end if;
  update change set household_id = back_to where household_id = made;
  delete from life_change where household_id = made;
  delete from household_tie where household_id = made or other_id = made;
  delete from search_entry where kind = 'household' and subject_id = made::text;
  delete from household_spell where household_id = made;
  delete from income_item where household_id = made;
  delete from household_year where household_id = made;
  delete from household where id = made;
end $$;
revoke all on function sec.member_leaves(uuid, uuid, int), sec.forget_divided(uuid, uuid) from public;
grant execute on function sec.member_leaves(uuid, uuid, int), sec.forget_divided(uuid, uuid) to app_rw;
