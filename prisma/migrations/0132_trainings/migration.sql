-- Trainings and who was there (domain.md §1.1 rows 5, 9, 15).

-- CreateTable
CREATE TABLE "training" (
    "id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "organizer" TEXT,
    "venue" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "hours" DECIMAL(5,1) NOT NULL,
    "cost_fen" BIGINT,
    "note" TEXT,
    "status" TEXT NOT NULL DEFAULT 'HELD',
    "withdrawn_for" TEXT,
    "recorded_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_attendee" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "training_id" UUID NOT NULL,
    "host_id" INTEGER NOT NULL,
    "person_id" UUID,
    "division_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit_typed" TEXT,
    "standing" TEXT NOT NULL,

    CONSTRAINT "training_attendee_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "training_division_id_from_on_id_idx" ON "training"("division_id", "from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "training_from_on_id_idx" ON "training"("from_on" DESC, "id");

-- CreateIndex
CREATE INDEX "training_recorded_by_idx" ON "training"("recorded_by");

-- CreateIndex
CREATE UNIQUE INDEX "training_id_division_id_key" ON "training"("id", "division_id");

-- CreateIndex
CREATE INDEX "training_attendee_training_id_host_id_idx" ON "training_attendee"("training_id", "host_id");

-- CreateIndex
CREATE INDEX "training_attendee_person_id_idx" ON "training_attendee"("person_id");

-- CreateIndex
CREATE INDEX "training_attendee_division_id_training_id_idx" ON "training_attendee"("division_id", "training_id");

-- CreateIndex
CREATE INDEX "training_attendee_host_id_idx" ON "training_attendee"("host_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_attendee_training_id_person_id_key" ON "training_attendee"("training_id", "person_id");

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_attendee" ADD CONSTRAINT "training_attendee_training_id_host_id_fkey" FOREIGN KEY ("training_id", "host_id") REFERENCES "training"("id", "division_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_attendee" ADD CONSTRAINT "training_attendee_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_attendee" ADD CONSTRAINT "training_attendee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table training add constraint training_mode check (mode in ('COURSE', 'STUDY_TOUR', 'ON_SITE')),
  add constraint training_audience check (audience in ('CADRES', 'MEMBERS', 'VILLAGERS')),
  add constraint training_topic check (topic in ('PARTY_WORK', 'POVERTY_WORK', 'GOVERNANCE', 'POLICY', 'PRACTICAL', 'LABOR')),
  add constraint training_level check (level in ('REGION', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  add constraint training_status check (status in ('HELD', 'WITHDRAWN')),
  add constraint training_days check (to_on >= from_on),
  add constraint training_hours check (hours > 0),
  add constraint training_withdrawn check ((status = 'WITHDRAWN') = (withdrawn_for is not null)),
  add constraint training_cost check (cost_fen >= 0);
alter table training_attendee add constraint training_attendee_standing check (standing in ('KNOWN', 'UNKNOWN', 'OUTSIDER')),
  add constraint training_attendee_known check ((standing = 'KNOWN') = (person_id is not null));

-- Seen by whoever reaches the unit that holds it, and by whoever reaches somebody who was there; written only by the former.
alter table training enable row level security;
alter table training_attendee enable row level security;
create policy reach on training_attendee for select to app_rw
  using ((select sec.sees_all()) or host_id in (select unnest(sec.reach())) or division_id in (select unnest(sec.reach())));
create policy host_new on training_attendee for insert to app_rw
  with check ((select sec.sees_all()) or host_id in (select unnest(sec.reach())));
create policy host_settles on training_attendee for update to app_rw
  using ((select sec.sees_all()) or host_id in (select unnest(sec.reach())));
create policy host_gone on training_attendee for delete to app_rw
  using ((select sec.sees_all()) or host_id in (select unnest(sec.reach())));
create policy reach on training for select to app_rw
  using ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))
    or id in (select a.training_id from training_attendee a where a.division_id in (select unnest(sec.reach()))));
create policy host_new on training for insert to app_rw
  with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy host_corrects on training for update to app_rw
  using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy jobs_read on training for select to app_job using (true);
create policy jobs_read on training_attendee for select to app_job using (true);
grant select, insert on training, training_attendee to app_rw;
-- What is once written about where and by whom stays; a withdrawn one is a state, not a removal.
grant update (title, mode, audience, topic, level, organizer, venue, from_on, to_on, hours, cost_fen, note, status, withdrawn_for, version) on training to app_rw;
grant update (person_id, division_id, name, standing) on training_attendee to app_rw;
grant delete on training_attendee to app_rw;
grant select on training, training_attendee to app_job;
