-- How much waited on a phone when it last spoke to us: whoever closes an account is told before.

-- CreateTable
CREATE TABLE "sync_phone" (
    "account_id" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sync_phone_pkey" PRIMARY KEY ("account_id", "device")
);

alter table sync_phone add constraint sync_phone_waiting check (waiting between 0 and 100000),
  add constraint sync_phone_device check (length(device) between 1 and 64);
alter table sync_phone enable row level security;
create policy own on sync_phone for select to app_rw using (account_id = (select sec.account_id()));
grant select on sync_phone to app_rw;

create function sec.phone_told(token_digest bytea, its_device text, many int) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into sync_phone as p (account_id, device, waiting) select s.account_id, its_device, many from session s
    where s.digest = token_digest and s.revoked_at is null and s.expires_at > now()
  on conflict (account_id, device) do update set waiting = excluded.waiting, told_at = now()
$$;
create function sec.phones_of(whose int) returns table (waiting int, told_at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(p.waiting), 0)::int, max(p.told_at) from sync_phone p
  where p.account_id = whose and p.told_at > now() - interval '40 days' and sec.looks_after(whose)
$$;
revoke all on function sec.phone_told(bytea, text, int), sec.phones_of(int) from public;
grant execute on function sec.phone_told(bytea, text, int), sec.phones_of(int) to app_rw;
