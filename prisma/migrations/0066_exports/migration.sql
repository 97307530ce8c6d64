-- What left the house as a file: masked exports as they are taken, unmasked ones asked for, decided by a second person, and each fetching of them.

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "unmasked" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "status" TEXT NOT NULL,
    "rows" INTEGER,
    "decided_by" INTEGER,
    "decided_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "refused_for" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_download" (
    "id" BIGSERIAL NOT NULL,
    "export_id" UUID NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" INTEGER,

    CONSTRAINT "export_download_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_account_id_created_at_idx" ON "export"("account_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "export_division_id_created_at_idx" ON "export"("division_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "export_download_export_id_idx" ON "export_download"("export_id");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_download" ADD CONSTRAINT "export_download_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody decides about one's own request, whatever the program says; and an approval always ends.
alter table export add constraint export_status check (status in ('TAKEN', 'ASKED', 'APPROVED', 'REFUSED')),
  add constraint export_masked check (unmasked = (status <> 'TAKEN')),
  add constraint export_reason check (not unmasked or length(reason) >= 4),
  add constraint export_second_person check (decided_by is null or decided_by <> account_id),
  add constraint export_decided check ((status in ('APPROVED', 'REFUSED')) = (decided_by is not null)),
  add constraint export_ends check ((status = 'APPROVED') = (expires_at is not null));

alter table export enable row level security;
alter table export_download enable row level security;
-- One's own; and requests for unmasked files of units within reach, for whoever decides about them.
create policy own_or_asked on export for select to app_rw using (account_id = (select sec.account_id())
  or (unmasked and ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))));
create policy own on export for insert to app_rw with check (account_id = (select sec.account_id()) and status in ('TAKEN', 'ASKED'));
create policy counting on export for update to app_rw using (account_id = (select sec.account_id()) and status = 'TAKEN') with check (status = 'TAKEN');
create policy deciding on export for update to app_rw
  using (status = 'ASKED' and account_id <> (select sec.account_id()) and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))))
  with check (decided_by = (select sec.account_id()));
create policy own_or_reach on export_download for select to app_rw using (account_id = (select sec.account_id()) or (select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy own on export_download for insert to app_rw with check (account_id = (select sec.account_id()));
grant select, insert on export, export_download to app_rw;
grant usage on sequence export_download_id_seq to app_rw;
grant update (rows, status, decided_by, decided_name, decided_at, refused_for, expires_at) on export to app_rw;
