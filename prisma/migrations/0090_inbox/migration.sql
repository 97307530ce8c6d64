-- The inbox: notices, who has read them, reminders, and when one wants quiet.

-- CreateTable
CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL,
    "addressee" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "from_account_id" INTEGER,
    "from_name" TEXT,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_read" (
    "notice_id" BIGINT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_read_pkey" PRIMARY KEY ("notice_id","account_id")
);

-- CreateTable
CREATE TABLE "inbox_wish" (
    "account_id" INTEGER NOT NULL,
    "quiet_from" TEXT NOT NULL,
    "quiet_to" TEXT NOT NULL,

    CONSTRAINT "inbox_wish_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "receiver_name" TEXT NOT NULL,
    "household_id" UUID,
    "division_id" INTEGER NOT NULL,
    "from_account_id" INTEGER NOT NULL,
    "from_name" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "again_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_key_key" ON "notice"("key");

-- CreateIndex
CREATE INDEX "notice_addressee_created_at_idx" ON "notice"("addressee", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_created_at_idx" ON "notice"("created_at");

-- CreateIndex
CREATE INDEX "reminder_subject_sent_at_idx" ON "reminder"("subject", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "reminder_receiver_sent_at_idx" ON "reminder"("receiver", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "reminder_household_id_idx" ON "reminder"("household_id");

-- CreateIndex
CREATE INDEX "reminder_division_id_idx" ON "reminder"("division_id");

-- AddForeignKey
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Once in 24 hours per subject and receiver, also when two officers press at the same moment.
alter table reminder add constraint reminder_day check (again_at - sent_at = interval '24 hours'),
  add constraint reminder_once_a_day exclude using gist (subject with =, receiver with =, tstzrange(sent_at, again_at) with &&);
alter table inbox_wish add constraint inbox_wish_times check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$' and quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$');

-- Under which names notices find the asker: the account, the person, and the roles held today at their places.
create function sec.my_addresses() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(address), '{}') from (
    select 'account:' || a.id as address from account a where a.id = sec.account_id()
    union all select 'person:' || a.person_id from account a where a.id = sec.account_id() and a.person_id is not null
    union all select g.role || '@' || g.division_id from role_grant g
      where g.account_id = sec.account_id() and g.from_at <= now() and (g.to_at is null or g.to_at > now())) mine
$$;
-- A notice to somebody whom the writer may not look up; the sender is always the asker, and a key is told once.
create function sec.notify(whom text, its_kind text, its_subject text, its_details jsonb, its_key text) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into notice (addressee, kind, subject, details, from_account_id, from_name, key)
  select whom, its_kind, its_subject, its_details, a.id, a.name, its_key from account a where a.id = sec.account_id()
  on conflict (key) do nothing
$$;
-- Does this person sign in here: yes or no. Who does not is reminded by telephone.
create function sec.signs_in(whom uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sec.account_id() is not null and exists (select 1 from account where person_id = whom and status = 'ACTIVE')
$$;
revoke all on function sec.my_addresses(), sec.notify(text, text, text, jsonb, text), sec.signs_in(uuid) from public;
grant execute on function sec.my_addresses(), sec.notify(text, text, text, jsonb, text), sec.signs_in(uuid) to app_rw;

alter table notice enable row level security;
alter table notice_read enable row level security;
alter table inbox_wish enable row level security;
alter table reminder enable row level security;
create policy addressed on notice for select to app_rw using (addressee in (select unnest(sec.my_addresses())));
create policy jobs on notice to app_job using (true);
create policy own on notice_read to app_rw using (account_id = (select sec.account_id()));
create policy own on inbox_wish to app_rw using (account_id = (select sec.account_id()));
create policy jobs_read on inbox_wish for select to app_job using (true);
create policy of_the_place on reminder for select to app_rw using (from_account_id = (select sec.account_id())
  or (select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))
  or receiver in (select unnest(sec.my_addresses())));
create policy own on reminder for insert to app_rw with check (from_account_id = (select sec.account_id())
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
grant select on notice to app_rw;
grant select, insert, delete on notice_read to app_rw;
grant select, insert, update on inbox_wish to app_rw;
grant select, insert on reminder to app_rw;
grant select, insert, delete on notice to app_job;
grant select on inbox_wish to app_job;
grant usage on all sequences in schema public to app_rw, app_job;
