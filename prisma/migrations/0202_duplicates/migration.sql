-- CreateTable
CREATE TABLE "duplicate_verdict" (
    "household_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duplicate_verdict_pkey" PRIMARY KEY ("household_id","other_id")
);

-- CreateIndex
CREATE INDEX "duplicate_verdict_other_id_idx" ON "duplicate_verdict"("other_id");

-- CreateIndex
CREATE INDEX "duplicate_verdict_division_id_idx" ON "duplicate_verdict"("division_id");

-- CreateIndex
CREATE INDEX "duplicate_verdict_account_id_idx" ON "duplicate_verdict"("account_id");

-- AddForeignKey
ALTER TABLE "duplicate_verdict" ADD CONSTRAINT "duplicate_verdict_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table duplicate_verdict enable row level security;
create policy reach on duplicate_verdict to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
grant select, insert on duplicate_verdict to app_rw;
