-- Empty forms of other departments: what they look like and which field each of their columns asks for. No row of data lies here.

CREATE TABLE "table_form" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "division_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "department" TEXT,
    "subject" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "empty" JSONB NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "table_form_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "table_form_division_id_changed_at_idx" ON "table_form"("division_id", "changed_at" DESC);

CREATE INDEX "table_form_account_id_idx" ON "table_form"("account_id");

ALTER TABLE "table_form" ADD CONSTRAINT "table_form_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table table_form add constraint table_form_name check (length(name) between 2 and 60),
  add constraint table_form_subject check (subject in ('household', 'person', 'pairing', 'team', 'partyOrg', 'member', 'industry', 'visit', 'need', 'measure', 'training', 'duty')),
  add constraint table_form_columns check (jsonb_typeof(columns) = 'array' and jsonb_array_length(columns) between 1 and 120);

-- The nodes above those of the asker's grants, whose forms he uses: a county matches a form once for its townships.
create function sec.units_above() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.ancestor_id), '{}') from role_grant g join division_closure c on c.node_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
revoke all on function sec.units_above() from public;
grant execute on function sec.units_above() to app_rw;

alter table table_form enable row level security;
create policy used on table_form for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or division_id in (select unnest(sec.units_above())));
create policy making on table_form for insert to app_rw with check (account_id = (select sec.account_id()) and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
create policy keeping on table_form for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy dropping on table_form for delete to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
grant select, insert, delete on table_form to app_rw;
grant update (name, department, subject, columns, checked_at, changed_at, version) on table_form to app_rw;
