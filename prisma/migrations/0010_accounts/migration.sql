-- Nobody lifts himself up: grants, accounts and one-time codes are guarded by the database as well as by the commands (decisions 22, 23).

-- Does this account hold a grant, now or later, outside of what I administer? Then it is above me.
create function sec.grants_beyond(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_grant g where g.account_id = whose and (g.to_at is null or g.to_at > now())
    and not (g.division_id = any (sec.account_reach())))
$$;
revoke all on function sec.grants_beyond(int) from public;
grant execute on function sec.grants_beyond(int) to app_rw;

-- A grant is given and ended by somebody else, within reach; the trail of everybody opens only from the top.
drop policy granting on role_grant;
create policy granting on role_grant as restrictive for insert to app_rw
  with check (division_id in (select unnest(sec.account_reach())) and account_id <> (select sec.account_id())
    and (role not in (select code from role where reads_audit) or (select sec.sees_all())));
create policy ending on role_grant as restrictive for update to app_rw
  using (division_id in (select unnest(sec.account_reach())) and account_id <> (select sec.account_id()))
  with check (division_id in (select unnest(sec.account_reach())) and account_id <> (select sec.account_id()));
-- Only the end of a grant may change: another role or place is another grant.
revoke update on role_grant from app_rw;
grant update (to_at) on role_grant to app_rw;

create policy not_above on account as restrictive for update to app_rw
  using (id = (select sec.account_id()) or not sec.grants_beyond(id));

drop policy managed_codes on one_time_code;
create policy managed_codes on one_time_code for insert to app_rw
  with check (purpose = 'RESET' and account_id in (select id from account) and account_id <> (select sec.account_id())
    and not sec.grants_beyond(account_id));

-- Row policies know no columns: one's own place, person and status are set by others, and a person is linked only by who may see it.
create function sec.guard_account() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'app_rw' then return new; end if;
  if tg_op = 'UPDATE' and new.id = sec.account_id()
    and (new.person_id, new.division_id, new.status, new.username, new.name) is distinct from (old.person_id, old.division_id, old.status, old.username, old.name)
  then raise exception 'own-account' using errcode = '42501'; end if;
  if new.person_id is not null and (tg_op = 'INSERT' or new.person_id is distinct from old.person_id)
    and not exists (select 1 from person where id = new.person_id)
  then raise exception 'out-of-reach' using errcode = '42501'; end if;
  return new;
end $$;
create trigger guard_account before insert or update on account for each row execute function sec.guard_account();
revoke all on function sec.guard_account() from public;
grant execute on function sec.guard_account() to app_rw;

-- One-time codes: each purpose has its own door, so that one cannot be used as the other.
drop function sec.redeem_code(bytea, text, text);
create function sec.redeem_reset(code_digest bytea, hash text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare c one_time_code;
begin
  update one_time_code set used_at = now() where digest = code_digest and purpose = 'RESET' and used_at is null and expires_at > now() returning * into c;
  if not found then return null; end if;
  -- other codes of this account are void from now on
  update one_time_code set used_at = now() where account_id = c.account_id and used_at is null;
  update account set password_hash = hash, must_change = false where id = c.account_id and status = 'ACTIVE';
  if not found then return null; end if;
  update session set revoked_at = now() where account_id = c.account_id and revoked_at is null;
  return c.account_id;
end $$;
-- The first administrator; an installation that knows no place yet begins with its prefecture.
create function sec.redeem_first(code_digest bytea, hash text, its_username text, its_name text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare made int; top int;
begin
  perform pg_advisory_xact_lock(540300);
  if exists (select 1 from account) then return null; end if;
  update one_time_code set used_at = now() where digest = code_digest and purpose = 'FIRST_ADMIN' and used_at is null and expires_at > now();
  if not found then return null; end if;
  select id into top from division where level = 'PREFECTURE' limit 1;
  if top is null then
    insert into division (name, code, level, opened_on, pinyin, initials) values ('昌都市', '540300', 'PREFECTURE', '2016-01-01', 'changdushi', 'cds') returning id into top;
    insert into division_closure (ancestor_id, node_id, depth, from_on) values (top, top, 0, '2016-01-01');
  end if;
  insert into account (username, password_hash, name, division_id) values (lower(its_username), hash, its_name, top) returning id into made;
  insert into role_grant (account_id, role, division_id) values (made, 'PREFECTURE_ADMIN', top);
  return made;
end $$;
revoke all on function sec.redeem_reset(bytea, text), sec.redeem_first(bytea, text, text, text) from public;
grant execute on function sec.redeem_reset(bytea, text), sec.redeem_first(bytea, text, text, text) to app_rw;

-- Failures of yesterday are of no use: every count takes a few old ones along.
create index sign_in_throttle_last_at_idx on sign_in_throttle (last_at);
create or replace function sec.throttle_hit(which text, forget interval) returns int language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_throttle where bucket in (select bucket from sign_in_throttle where last_at < now() - interval '1 day' limit 10 for update skip locked);
  insert into sign_in_throttle as t (bucket, failures, last_at) values (which, 1, now())
  on conflict (bucket) do update set failures = case when t.last_at < now() - forget then 1 else t.failures + 1 end, last_at = now()
  returning failures
$$;
