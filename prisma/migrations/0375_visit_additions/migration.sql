-- What somebody adds to a visit later (补充说明): in their own words, under the day of adding. The visit itself is never rewritten, and neither is this.
CREATE TABLE "visit_addition" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "added_on" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_addition_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "visit_addition_visit_id_idx" ON "visit_addition"("visit_id");
CREATE INDEX "visit_addition_household_id_idx" ON "visit_addition"("household_id");
CREATE INDEX "visit_addition_division_id_idx" ON "visit_addition"("division_id");
CREATE INDEX "visit_addition_account_id_idx" ON "visit_addition"("account_id");
ALTER TABLE "visit_addition" ADD CONSTRAINT "visit_addition_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "visit_addition" ADD CONSTRAINT "visit_addition_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
alter table visit_addition add constraint visit_addition_words check (length(words) between 2 and 500);

alter table visit_addition enable row level security;
create policy reading on visit_addition for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))
  or household_id in (select unnest(sec.my_households())));
create policy adding on visit_addition for insert to app_rw with check (account_id = (select sec.account_id())
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))));
grant select, insert on visit_addition to app_rw;

-- Which kinds of things phones send is told in one place, by the program; the table keeps the form of the word.
alter table sync_op drop constraint sync_op_kind;
alter table sync_op add constraint sync_op_kind check (kind ~ '^[A-Z]{3,12}$');
