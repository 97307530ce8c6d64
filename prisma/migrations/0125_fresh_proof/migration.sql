-- A proof of who sits there grows old: some deeds ask again for the second factor (or the password) when the last one is too long ago.
alter table session add column proved_at timestamptz(3) not null default now();

-- What is still to be shown: 'fresh', 'factor', 'password'; 'again' for whoever has neither and must come in anew. The minutes are the
-- setting "proof-minutes", its default the one of lib/domains/settings. People of the demo have no password: nothing is asked of them.
create function sec.proof_asked() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when s.kind <> 'WEB' then 'fresh'
    when s.proved_at > now() - make_interval(mins => coalesce((select (value #>> '{}')::int from setting
      where key = 'proof-minutes' and from_on <= beijing_today() order by from_on desc limit 1), 30)) then 'fresh'
    when exists (select 1 from second_factor f where f.account_id = s.account_id and f.confirmed_at is not null) then 'factor'
    when a.password_hash is not null then 'password'
    when exists (select 1 from setting where key = 'demo') then 'fresh'
    else 'again' end
  from session s join account a on a.id = s.account_id
  where s.digest = sha256(convert_to(nullif(current_setting('app.tok', true), ''), 'UTF8')) and s.account_id = sec.account_id()
$$;
-- The program has checked the factor or the password before it calls this; or somebody leaves the desk and lets the proof lapse.
create function sec.session_proved(token_digest bytea, proved boolean) returns void language sql security definer set search_path = public, pg_temp as $$
  update session set proved_at = case when proved then now() else '-infinity' end where digest = token_digest and revoked_at is null
$$;
revoke all on function sec.proof_asked(), sec.session_proved(bytea, boolean) from public;
grant execute on function sec.proof_asked(), sec.session_proved(bytea, boolean) to app_rw;
