-- Three officers who may not be one (三员分立): one makes accounts, one gives roles, one reads the trail.
alter table role add column makes_accounts boolean not null default false, add column grants_roles boolean not null default false;
update role set makes_accounts = true where code in ('PREFECTURE_ADMIN', 'COUNTY_ADMIN', 'TOWNSHIP_ADMIN', 'SYSTEM_ADMIN');
update role set grants_roles = true where code in ('PREFECTURE_ADMIN', 'COUNTY_ADMIN', 'TOWNSHIP_ADMIN', 'SECURITY_ADMIN');

create function sec.make_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join role r on r.code = g.role
    join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and r.makes_accounts and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
create function sec.grant_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join role r on r.code = g.role
    join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and r.grants_roles and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
revoke all on function sec.make_reach(), sec.grant_reach() from public;
grant execute on function sec.make_reach(), sec.grant_reach() to app_rw;

create or replace function sec.grants_beyond(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_grant g where g.account_id = whose and (g.to_at is null or g.to_at > now())
    and not (g.division_id = any (sec.account_reach() || sec.make_reach())))
$$;
create or replace function sec.grant_preview(node int) returns table (places int, households int, orgs int) language sql stable security definer set search_path = public, pg_temp as $$
  with nodes as (select c.node_id from division_closure c where c.ancestor_id = node and c.to_on is null and node = any (sec.grant_reach()))
  select (select count(*)::int from nodes),
    (select count(*)::int from household where division_id in (select node_id from nodes) and status not in ('REMOVED', 'DISSOLVED')),
    (select count(*)::int from party_org where division_id in (select node_id from nodes) and closed_on is null)
$$;
create or replace function sec.usernames_like(bases text[]) returns table (username text) language sql stable security definer set search_path = public, pg_temp as $$
  select distinct a.username from unnest(bases) b join account a on a.username ^@ b
  where b <> '' and cardinality(sec.make_reach()) > 0 and cardinality(bases) <= 1000
$$;

create policy made on account to app_rw using (division_id in (select unnest(sec.make_reach())));
create policy made on role_grant for select to app_rw using (division_id in (select unnest(sec.make_reach())));
create policy making on account as restrictive for insert to app_rw with check (division_id in (select unnest(sec.make_reach())));
drop policy granting on role_grant;
create policy granting on role_grant as restrictive for insert to app_rw
  with check (division_id in (select unnest(sec.grant_reach())) and account_id <> (select sec.account_id())
    and (role not in (select code from role where reads_audit) or (select sec.sees_all())));
drop policy ending on role_grant;
create policy ending on role_grant as restrictive for update to app_rw
  using (division_id in (select unnest(sec.grant_reach())) and account_id <> (select sec.account_id()))
  with check (division_id in (select unnest(sec.grant_reach())) and account_id <> (select sec.account_id()));

-- Nobody holds two of the three at the same time, whoever gives it and by whatever way.
create function sec.guard_officers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare three text[] := array['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'];
begin
  if new.role = any (three) then
    perform pg_advisory_xact_lock(334, new.account_id);
    if exists (select 1 from role_grant g where g.account_id = new.account_id and g.id <> new.id and g.role = any (three) and g.role <> new.role
      and tstzrange(g.from_at, greatest(coalesce(g.to_at, 'infinity'), g.from_at)) && tstzrange(new.from_at, greatest(coalesce(new.to_at, 'infinity'), new.from_at)))
    then raise exception 'two-officers' using errcode = '42501'; end if;
  end if;
  return new;
end $$;
create trigger guard_officers before insert or update on role_grant for each row execute function sec.guard_officers();
revoke all on function sec.guard_officers() from public;
