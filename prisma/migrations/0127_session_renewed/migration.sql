-- Whoever proves again who he is goes on under a new token: one that was copied before is worth nothing soon after, and nothing dear at once.
alter table session add column renewed_as bytea;

-- The same session under another digest, with all that is known of it. The old token is good for a minute more, for what is on its way with
-- it (a second press of the button, another window), but counts as unproved. Asked twice with the same old token, the later answer holds.
create function sec.session_renewed(old_digest bytea, new_digest bytea) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare was session;
begin
  select * into was from session where digest = old_digest and kind = 'WEB' and revoked_at is null and expires_at > now() for update;
  if was is null then return false; end if;
  update session set revoked_at = now() where digest = was.renewed_as and revoked_at is null;
  insert into session (digest, account_id, kind, device, created_at, last_seen_at, expires_at, idle_minutes, proved_at)
    values (new_digest, was.account_id, was.kind, was.device, was.created_at, now(), coalesce(
      (select expires_at from session where digest = was.renewed_as), was.expires_at), was.idle_minutes, was.proved_at);
  update session set renewed_as = new_digest, proved_at = '-infinity', expires_at = least(expires_at, now() + interval '1 minute') where digest = old_digest;
  return true;
end $$;
revoke all on function sec.session_renewed(bytea, bytea) from public;
grant execute on function sec.session_renewed(bytea, bytea) to app_rw;

-- One that lives on under a new token is not counted twice.
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
      select digest from session where account_id = whose and kind = 'WEB' and revoked_at is null and expires_at > now() and renewed_as is null
      order by created_at desc, digest = token_digest desc offset greatest(coalesce((wanted->>'most')::int, 3), 1));
  end if;
end $$;
