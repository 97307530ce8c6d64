-- Photos and papers: what the file store holds, and to what each belongs. The bytes lie in the data folder under their SHA-256.

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "sha256" BYTEA NOT NULL,
    "preview_sha256" BYTEA,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "name" TEXT,
    "uploaded_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stored_file_owner_owner_id_idx" ON "stored_file"("owner", "owner_id");

-- CreateIndex
CREATE INDEX "stored_file_division_id_idx" ON "stored_file"("division_id");

-- CreateIndex
CREATE INDEX "stored_file_household_id_idx" ON "stored_file"("household_id");

-- CreateIndex
CREATE INDEX "stored_file_uploaded_by_created_at_idx" ON "stored_file"("uploaded_by", "created_at");

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "stored_file_preview_sha256_idx" ON "stored_file"("preview_sha256");

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table stored_file add constraint stored_file_kind check (kind in ('PHOTO', 'PAPER')),
  add constraint stored_file_owner check (owner in ('visit', 'tree_event')),
  add constraint stored_file_digests check (length(sha256) = 32 and (preview_sha256 is null or length(preview_sha256) = 32)),
  add constraint stored_file_media check (media_type in ('image/jpeg', 'application/pdf')),
  add constraint stored_file_size check (size > 0);

-- Seen by whoever reaches the place of its owner, or is paired with the household; put there, and taken away, only in one's own name.
alter table stored_file enable row level security;
create policy reach on stored_file for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())));
create policy following on stored_file for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())));
create policy own_new on stored_file for insert to app_rw with check (uploaded_by = (select sec.account_id())
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))));
create policy own_gone on stored_file for delete to app_rw using (uploaded_by = (select sec.account_id()));
-- The sweeper asks which bytes are still named.
create policy jobs_read on stored_file for select to app_job using (true);
grant select, insert, delete on stored_file to app_rw;
grant update (division_id) on stored_file to app_rw;
grant select on stored_file to app_job;
