-- Approved maps of the boundaries: what the office uploads with its approval number, kept simplified. Taken away is closed, not deleted.

CREATE TABLE "boundary_map" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "approval_no" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "drawing" JSONB NOT NULL,
    "left_out" JSONB NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shown_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_name" TEXT,

    CONSTRAINT "boundary_map_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "boundary_map_division_id_created_at_idx" ON "boundary_map"("division_id", "created_at" DESC);

CREATE INDEX "boundary_map_account_id_idx" ON "boundary_map"("account_id");

ALTER TABLE "boundary_map" ADD CONSTRAINT "boundary_map_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table boundary_map add constraint boundary_map_approval_no check (length(approval_no) between 6 and 30),
  add constraint boundary_map_file check (length(file_name) between 1 and 200 and file_bytes between 1 and 10485760),
  add constraint boundary_map_drawing check (jsonb_typeof(drawing -> 'shapes') = 'array' and length(drawing::text) <= 40000),
  add constraint boundary_map_left_out check (jsonb_typeof(left_out) = 'array' and jsonb_array_length(left_out) <= 200),
  add constraint boundary_map_closed check ((closed_at is null) = (closed_by_name is null));

-- One map is shown, at most.
create unique index boundary_map_shown on boundary_map (division_id) where shown_at is not null and closed_at is null;

alter table boundary_map enable row level security;
create policy signed_in on boundary_map for select to app_rw using ((select sec.account_id()) is not null);
create policy making on boundary_map for insert to app_rw with check (account_id = (select sec.account_id()) and (select sec.sees_all()));
create policy keeping on boundary_map for update to app_rw using ((select sec.sees_all()));
grant select, insert on boundary_map to app_rw;
grant update (shown_at, closed_at, closed_by_name) on boundary_map to app_rw;
