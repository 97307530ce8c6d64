-- A plan of pairings: which households of a place are to get a helper, from which list of helpers, and what is proposed for each.

CREATE TABLE "pairing_plan" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "whom" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pairing_plan_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "pairing_plan_helper" (
    "plan_id" UUID NOT NULL,
    "helper_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "rank" TEXT,
    "cap" INTEGER NOT NULL,
    "load" INTEGER NOT NULL,

    CONSTRAINT "pairing_plan_helper_pkey" PRIMARY KEY ("plan_id","helper_id")
);

CREATE TABLE "pairing_plan_line" (
    "plan_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "helper_id" UUID,
    "meets" TEXT,
    "why" TEXT,
    "by_hand" BOOLEAN NOT NULL DEFAULT false,
    "pairing_id" UUID,

    CONSTRAINT "pairing_plan_line_pkey" PRIMARY KEY ("plan_id","household_id")
);

CREATE INDEX "pairing_plan_division_id_created_at_idx" ON "pairing_plan"("division_id", "created_at");

CREATE INDEX "pairing_plan_account_id_idx" ON "pairing_plan"("account_id");

CREATE INDEX "pairing_plan_helper_helper_id_idx" ON "pairing_plan_helper"("helper_id");

CREATE INDEX "pairing_plan_helper_division_id_idx" ON "pairing_plan_helper"("division_id");

CREATE INDEX "pairing_plan_line_household_id_idx" ON "pairing_plan_line"("household_id");

CREATE INDEX "pairing_plan_line_helper_id_idx" ON "pairing_plan_line"("helper_id");

CREATE INDEX "pairing_plan_line_division_id_idx" ON "pairing_plan_line"("division_id");

ALTER TABLE "pairing_plan" ADD CONSTRAINT "pairing_plan_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "pairing_plan_helper" ADD CONSTRAINT "pairing_plan_helper_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pairing_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "pairing_plan_helper" ADD CONSTRAINT "pairing_plan_helper_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "pairing_plan_helper" ADD CONSTRAINT "pairing_plan_helper_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "pairing_plan_line" ADD CONSTRAINT "pairing_plan_line_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "pairing_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "pairing_plan_line" ADD CONSTRAINT "pairing_plan_line_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "pairing_plan_line" ADD CONSTRAINT "pairing_plan_line_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "pairing_plan_line" ADD CONSTRAINT "pairing_plan_line_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table pairing_plan
  add constraint pairing_plan_kind check (kind in ('FIRST_HELPER', 'SECOND_HELPER', 'PARTY_MEMBER_LINK', 'LEADER_CONTACT', 'KINSHIP')),
  add constraint pairing_plan_whom check (whom in ('NONE', 'KIND')),
  add constraint pairing_plan_state check (state in ('DRAFT', 'DONE', 'DROPPED', 'TAKEN_BACK'));
alter table pairing_plan_line
  add constraint pairing_plan_line_meets check (meets in ('GROUP', 'VILLAGE', 'TOWNSHIP', 'COUNTY', 'PREFECTURE')),
  add constraint pairing_plan_line_why check (why in ('NO_ROOM', 'ONLY_KIN', 'LEFT_OUT')),
  add constraint pairing_plan_line_told check ((helper_id is null) = (why is not null));

-- A plan hangs on the place that it is made for, and so do its rows; who stands behind them is read under the policies of households and people.
do $$
declare t text;
begin
  foreach t in array array['pairing_plan', 'pairing_plan_helper', 'pairing_plan_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy reach on %I to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
  end loop;
end $$;
grant select, insert, update on pairing_plan, pairing_plan_helper, pairing_plan_line to app_rw;
grant delete on pairing_plan_helper, pairing_plan_line to app_rw;
