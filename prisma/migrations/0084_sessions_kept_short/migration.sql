-- Sessions end when nobody sits there, and nobody has more than a few; who signed in when is told to oneself and to whoever looks after the account.
alter table session add column idle_minutes int;

create or replace function sec.account_id() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select s.account_id from session s join account a on a.id = s.account_id
  where s.digest = sha256(convert_to(nullif(current_setting('app.tok', true), ''), 'UTF8'))
    and s.revoked_at is null and s.expires_at > now() and a.status = 'ACTIVE'
    and (s.idle_minutes is null or s.last_seen_at > now() - make_interval(mins => s.idle_minutes))
$$;
-- Somebody is there: written at most once a minute, and never for a session that has already gone idle.
create function sec.session_seen(token_digest bytea) returns void language sql security definer set search_path = public, pg_temp as $$
  update session set last_seen_at = now() where digest = token_digest and revoked_at is null and last_seen_at < now() - interval '1 minute'
    and (idle_minutes is null or last_seen_at > now() - make_interval(mins => idle_minutes))
$$;
-- Minutes and number are the setting "sessions"; in the demo, where many share one person, neither holds.
create or replace function sec.session_open(token_digest bytea, whose int, until timestamptz, on_device text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  demo boolean := exists (select 1 from setting where key = 'demo');
  wanted jsonb := coalesce((select value from setting where key = 'sessions' and from_on <= beijing_today() order by from_on desc limit 1), '{}');
  idle int := case when coalesce(on_device, '') ~ '(Android|iOS)' then coalesce((wanted->>'phone')::int, 720) else coalesce((wanted->>'desk')::int, 30) end;
begin
  insert into session (digest, account_id, expires_at, device, idle_minutes)
    select token_digest, id, until, on_device, case when demo then null else idle end from account where id = whose and status = 'ACTIVE';
  update account set last_sign_in_at = now() where id = whose;
  if not demo then
    update session set revoked_at = now() where digest in (
      select digest from session where account_id = whose and kind = 'WEB' and revoked_at is null and expires_at > now()
      order by created_at desc, digest = token_digest desc offset greatest(coalesce((wanted->>'most')::int, 3), 1));
  end if;
end $$;
-- A stronger hash for the same password; only in place of the one that was just proved.
create function sec.password_rehash(whose int, before text, after text) returns void language sql security definer set search_path = public, pg_temp as $$
  update account set password_hash = after where id = whose and password_hash = before
$$;
create function sec.looks_after(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not sec.grants_beyond(whose) and exists (select 1 from account where id = whose and division_id = any (sec.account_reach() || sec.make_reach()))
$$;
create function sec.sign_ins(whose int, lim int) returns table (at timestamptz, verb text, address text, agent text) language sql stable security definer set search_path = public, pg_temp as $$
  select e.at, e.verb, e.facts->>'address', e.facts->>'agent' from audit_event e
  where e.subject = 'account:' || whose and e.verb in ('session.opened', 'session.refused', 'session.factorRefused', 'account.codeRedeemed', 'account.signedOut')
    and (whose = sec.account_id() or sec.looks_after(whose))
  order by e.id desc limit least(lim, 200)
$$;
create function sec.sign_out(whose int) returns int language sql security definer set search_path = public, pg_temp as $$
  with ended as (update session set revoked_at = now() where account_id = whose and revoked_at is null and whose <> sec.account_id() and sec.looks_after(whose) returning 1)
  select count(*)::int from ended
$$;
revoke all on function sec.session_seen(bytea), sec.password_rehash(int, text, text), sec.looks_after(int), sec.sign_ins(int, int), sec.sign_out(int) from public;
grant execute on function sec.session_seen(bytea), sec.password_rehash(int, text, text), sec.sign_ins(int, int), sec.sign_out(int) to app_rw;
create index account_last_sign_in on account (last_sign_in_at) where status = 'ACTIVE';
