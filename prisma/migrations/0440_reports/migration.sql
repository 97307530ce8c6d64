-- Work reports of units: a draft may be written on, what was issued stands; a correction is another row.
CREATE TABLE "report" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "corrects_id" UUID,
    "reason" TEXT,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "texts" JSONB NOT NULL DEFAULT '{}',
    "content" JSONB,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "issued_by" INTEGER,
    "issued_name" TEXT,
    "issued_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "report_division_id_period_revision_key" ON "report"("division_id", "period", "revision");

CREATE UNIQUE INDEX "report_corrects_id_key" ON "report"("corrects_id");

CREATE INDEX "report_period_division_id_idx" ON "report"("period", "division_id");

CREATE INDEX "report_account_id_idx" ON "report"("account_id");

CREATE INDEX "report_issued_by_idx" ON "report"("issued_by");

ALTER TABLE "report" ADD CONSTRAINT "report_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report" ADD CONSTRAINT "report_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table report
  add constraint report_period check (period ~ '^[1-9][0-9]{3}(Q[1-4]|-(0[1-9]|1[0-2]))$'),
  add constraint report_revision check (revision >= 1 and (revision = 1) = (corrects_id is null) and (corrects_id is null) = (reason is null)),
  add constraint report_status check (status in ('DRAFT', 'ISSUED')),
  add constraint report_issued check (num_nonnulls(content, issued_by, issued_name, issued_on) = case status when 'ISSUED' then 4 else 0 end);

alter table report enable row level security;
create policy reach on report for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy making on report for insert to app_rw with check (account_id = (select sec.account_id()) and status = 'DRAFT' and sec.may_touch(division_id));
-- What was issued is changed by nobody any more.
create policy drafting on report for update to app_rw using (status = 'DRAFT' and sec.may_touch(division_id))
  with check (sec.may_touch(division_id) and (status = 'DRAFT' or issued_by = (select sec.account_id())));
create policy dropping on report for delete to app_rw using (status = 'DRAFT' and sec.may_touch(division_id));
create policy jobs_read on report for select to app_job using (true);

grant select, insert, delete on report to app_rw;
grant update (status, texts, content, issued_by, issued_name, issued_on, version, changed_at) on report to app_rw;
grant select on report to app_job;
