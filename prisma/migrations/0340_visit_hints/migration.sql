-- Hints that something told of a visit is hardly possible: shown to the visitor first, closed by a word, open to the township only later.

ALTER TABLE "stored_file" ADD COLUMN "look" TEXT;
alter table stored_file add constraint stored_file_look check (look ~ '^[0-9a-f]{16}$');

CREATE TABLE "visit_hint" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "visit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "like_visit_id" UUID,
    "person_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "shown_on" DATE NOT NULL,
    "opens_on" DATE NOT NULL,
    "explained_on" DATE,
    "words" TEXT,
    "explained_by" INTEGER,
    "explained_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_hint_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "visit_look" (
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "visit_look_pkey" PRIMARY KEY ("person_id")
);
CREATE UNIQUE INDEX "visit_hint_visit_id_kind_key" ON "visit_hint"("visit_id", "kind");
CREATE INDEX "visit_hint_like_visit_id_idx" ON "visit_hint"("like_visit_id");
CREATE INDEX "visit_hint_person_id_idx" ON "visit_hint"("person_id");
CREATE INDEX "visit_hint_household_id_idx" ON "visit_hint"("household_id");
CREATE INDEX "visit_hint_division_id_opens_on_idx" ON "visit_hint"("division_id", "opens_on");
CREATE INDEX "visit_hint_explained_by_idx" ON "visit_hint"("explained_by");
CREATE INDEX "visit_look_at_idx" ON "visit_look"("at");
ALTER TABLE "visit_hint" ADD CONSTRAINT "visit_hint_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "visit_hint" ADD CONSTRAINT "visit_hint_like_visit_id_fkey" FOREIGN KEY ("like_visit_id") REFERENCES "visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "visit_hint" ADD CONSTRAINT "visit_hint_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table visit_hint add constraint visit_hint_kind check (kind in ('PHOTO', 'WORDS', 'WAY', 'MANY', 'LEAVE')),
  add constraint visit_hint_days check (opens_on >= shown_on and (explained_on is null or explained_on >= shown_on)),
  add constraint visit_hint_explained check (num_nulls(explained_on, words, explained_by, explained_name) in (0, 4)),
  add constraint visit_hint_words check (length(words) between 2 and 300);
create index visit_hint_open on visit_hint (person_id) where explained_on is null;

alter table visit_hint enable row level security;
alter table visit_look enable row level security;
-- The visitor alone, until the days are over; what was explained before that stays between the visitor and his visit.
create policy own on visit_hint for select to app_rw using (person_id = (select sec.person_id()));
create policy later on visit_hint for select to app_rw using (opens_on <= beijing_today() and (explained_on is null or explained_on >= opens_on)
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
create policy explaining_own on visit_hint for update to app_rw using (person_id = (select sec.person_id()));
create policy explaining_later on visit_hint for update to app_rw using (opens_on <= beijing_today() and explained_on is null
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))) with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy finding on visit_hint to app_job using (true);
create policy finding on visit_look to app_job using (true);
grant select on visit_hint to app_rw;
grant update (explained_on, words, explained_by, explained_name) on visit_hint to app_rw;
grant select, insert, update, delete on visit_hint to app_job;
grant select, insert, update, delete on visit_look to app_job;

-- Whose visits are to be looked at: whoever went, added or took away a photo, or was on leave.
create function sec.look_at_visitors() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into visit_look (person_id) select distinct person_id from new_rows where visited_on > beijing_today() - 45 order by person_id
  on conflict (person_id) do update set at = clock_timestamp();
  return null;
end $$;
create function sec.look_at_photos() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into visit_look (person_id) select distinct v.person_id from changed_rows f join visit_visitor v on v.visit_id = case f.owner when 'visit' then f.owner_id::uuid end
    where v.visited_on > beijing_today() - 45 order by v.person_id
  on conflict (person_id) do update set at = clock_timestamp();
  return null;
end $$;
create function sec.look_at_leave() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into visit_look (person_id) select distinct m.person_id from new_rows n join team_member m on m.id = n.member_id
    where n.status in ('APPROVED', 'VACATION', 'SICK') order by m.person_id
  on conflict (person_id) do update set at = clock_timestamp();
  return null;
end $$;
revoke all on function sec.look_at_visitors(), sec.look_at_photos(), sec.look_at_leave() from public;
create trigger look_insert after insert on visit_visitor referencing new table as new_rows for each statement execute function sec.look_at_visitors();
create trigger look_update after update on visit_visitor referencing new table as new_rows for each statement execute function sec.look_at_visitors();
create trigger look_insert after insert on stored_file referencing new table as changed_rows for each statement execute function sec.look_at_photos();
create trigger look_delete after delete on stored_file referencing old table as changed_rows for each statement execute function sec.look_at_photos();
create trigger look_update after update on team_leave referencing new table as new_rows for each statement execute function sec.look_at_leave();
create trigger look_insert after insert on team_day referencing new table as new_rows for each statement execute function sec.look_at_leave();
create trigger look_update after update on team_day referencing new table as new_rows for each statement execute function sec.look_at_leave();
