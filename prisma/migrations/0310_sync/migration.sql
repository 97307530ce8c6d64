-- What phones deliver: each sending once, known by its own number and by the digest of what it carried.

-- CreateTable
CREATE TABLE "sync_op" (
    "op" UUID NOT NULL,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "payload_sha256" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "server_seq" BIGSERIAL NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sync_op_pkey" PRIMARY KEY ("op")
);

-- CreateIndex
CREATE UNIQUE INDEX "sync_op_server_seq_key" ON "sync_op"("server_seq");

-- CreateIndex
CREATE INDEX "sync_op_account_id_created_at_idx" ON "sync_op"("account_id", "created_at" DESC);

alter table sync_op add constraint sync_op_kind check (kind in ('VISIT', 'PHOTO')),
  add constraint sync_op_device check (length(device) between 1 and 64),
  add constraint sync_op_sha256 check (length(payload_sha256) = 32);

-- One's own alone; what was taken in is never changed.
alter table sync_op enable row level security;
create policy own on sync_op to app_rw using (account_id = (select sec.account_id()));
grant select, insert on sync_op to app_rw;
grant usage on sequence sync_op_server_seq_seq to app_rw;

-- Whether a session has run out (then its owner signs in again) or was ended (then a phone forgets what it keeps).
create function sec.session_standing(token_digest bytea) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select case
      when s.revoked_at is not null or a.status <> 'ACTIVE' then 'ended'
      when s.expires_at <= now() or (s.idle_minutes is not null and s.last_seen_at <= now() - make_interval(mins => s.idle_minutes)) then 'expired'
      else 'live' end
    from session s join account a on a.id = s.account_id where s.digest = token_digest), 'unknown')
$$;
revoke all on function sec.session_standing(bytea) from public;
grant execute on function sec.session_standing(bytea) to app_rw;
