-- Where a merger, a move or a split left the targets of a year behind, somebody settles it once: carried along with the units, or kept as they are.
CREATE TABLE "target_settlement" (
    "event_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_settlement_pkey" PRIMARY KEY ("event_id", "year"),
    CONSTRAINT "target_settlement_deed" CHECK (deed in ('CARRIED', 'KEPT'))
);

CREATE INDEX "target_settlement_division_id_idx" ON "target_settlement"("division_id");

CREATE INDEX "target_settlement_account_id_idx" ON "target_settlement"("account_id");

ALTER TABLE "target_settlement" ADD CONSTRAINT "target_settlement_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "tree_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table target_settlement enable row level security;
create policy known on target_settlement for select to app_rw using ((select sec.account_id()) is not null);
create policy settling on target_settlement for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id));
create policy jobs on target_settlement for select to app_job using (true);
grant select, insert on target_settlement to app_rw;
grant select on target_settlement to app_job;
