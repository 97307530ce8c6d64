-- Second factors: a sealed secret per account and ten recovery codes as digests; asked for between the password and the session.
CREATE TABLE "second_factor" (
    "account_id" INTEGER NOT NULL,
    "secret_sealed" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("account_id")
);
CREATE TABLE "recovery_code" (
    "digest" BYTEA NOT NULL,
    "account_id" INTEGER NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("digest")
);
CREATE INDEX "recovery_code_account_id_idx" ON "recovery_code"("account_id");
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever gives the roles of somebody else within reach also takes a lost factor off.
create function sec.keeps_factor(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select whose <> sec.account_id() and not sec.grants_beyond(whose)
    and exists (select 1 from account where id = whose and division_id = any (sec.grant_reach()))
$$;
revoke all on function sec.keeps_factor(int) from public;
grant execute on function sec.keeps_factor(int) to app_rw;

alter table second_factor enable row level security;
alter table recovery_code enable row level security;
-- Whether there is one, its owner and whoever gives roles may know; the secret is read by nobody through a row.
grant select (account_id, confirmed_at), delete on second_factor to app_rw;
grant select (account_id, used_at), insert, delete on recovery_code to app_rw;
create policy own on second_factor for select to app_rw using (account_id = (select sec.account_id()));
create policy managed on second_factor for select to app_rw using (sec.keeps_factor(account_id));
create policy taken_off on second_factor for delete to app_rw using (sec.keeps_factor(account_id));
create policy own on recovery_code to app_rw using (account_id = (select sec.account_id()));
create policy managed on recovery_code for select to app_rw using (sec.keeps_factor(account_id));
create policy taken_off on recovery_code for delete to app_rw using (sec.keeps_factor(account_id));

-- The doors between password and session: the program has proved the password before it calls them.
create function sec.factor_state(whose int) returns table (secret_sealed bytea, confirmed boolean, roles text[], wanted jsonb, username text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.secret_sealed, f.confirmed_at is not null,
    (select coalesce(array_agg(distinct g.role), '{}') from role_grant g where g.account_id = a.id and (g.to_at is null or g.to_at > now())),
    (select s.value from setting s where s.key = 'second-factor' and s.from_on <= beijing_today() order by s.from_on desc limit 1), a.username
  from account a left join second_factor f on f.account_id = a.id where a.id = whose and a.status = 'ACTIVE'
$$;
create function sec.factor_begin(whose int, sealed bytea) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into second_factor as f (account_id, secret_sealed) values (whose, sealed) on conflict (account_id) do nothing
$$;
-- The same step of time opens once, however many try at the same moment.
create function sec.factor_step(whose int, step bigint) returns boolean language sql security definer set search_path = public, pg_temp as $$
  update second_factor set last_step = step, confirmed_at = coalesce(confirmed_at, now())
  where account_id = whose and (last_step is null or last_step < step) returning true
$$;
create function sec.factor_recover(whose int, code_digest bytea) returns boolean language sql security definer set search_path = public, pg_temp as $$
  update recovery_code set used_at = now() where account_id = whose and digest = code_digest and used_at is null returning true
$$;
revoke all on function sec.factor_state(int), sec.factor_begin(int, bytea), sec.factor_step(int, bigint), sec.factor_recover(int, bytea) from public;
grant execute on function sec.factor_state(int), sec.factor_begin(int, bytea), sec.factor_step(int, bigint), sec.factor_recover(int, bytea) to app_rw;
