-- Accounts as a sheet of the import: what it made is traced, and can be taken back while nobody has used it.
-- Their codes are made when the slips are printed: a new slip makes an older one void.

create trigger trace_insert after insert on account referencing new table as new_rows for each statement execute function trace_import('id');
create trigger trace_insert after insert on role_grant referencing new table as new_rows for each statement execute function trace_import('id');

-- Of these accounts, those to which anything refers besides their own roles and codes: asked of the catalog, so that a table that comes
-- later is not forgotten. Whoever never signed in has done nothing himself, so the trails are left out.
create function sec.accounts_used(ids int[]) returns setof int language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.relname as tbl, a.attname as col from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'int'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('account', 'role_grant', 'one_time_code', 'audit_event', 'change')
      and (a.attname ~ '(^|_)account(_id)?$' or exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'account'::regclass and a.attnum = any (f.conkey)))
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1)', place.col, place.tbl, place.col) using ids;
  end loop;
end $$;

-- What would go and what stays; only for the one who imported, within thirty days, and where he still makes accounts and gives roles.
create function sec.take_back_accounts_plan(of_import uuid) returns table (unit int, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare making int[] := sec.make_reach(); giving int[] := sec.grant_reach();
begin
  if not exists (select 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'accounts'
      and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days') then return; end if;
  return query
  with t as materialized (select x.key::int as id, x.after from import_trace x where x.import_id = of_import and x.tbl = 'account'),
  used as (select sec.accounts_used((select coalesce(array_agg(t.id), '{}') from t)) as id),
  regranted as (
    select g.account_id as id from role_grant g left join import_trace x on x.import_id = of_import and x.tbl = 'role_grant' and x.key = g.id::text
    where g.account_id in (select t.id from t) and (x.key is null or x.after <> sec.row_digest(to_jsonb(g))))
  select t.id, true, case
    when not a.division_id = any (making) or exists (select 1 from role_grant g where g.account_id = a.id and not g.division_id = any (giving)) then 'BEYOND'
    when a.password_hash is not null or a.last_sign_in_at is not null or a.id in (select u.id from used u) then 'USED'
    when sec.row_digest(to_jsonb(a)) <> t.after or a.id in (select r.id from regranted r) then 'EDITED' end
  from t join account a on a.id = t.id;
end $$;

create function sec.take_back_accounts(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import; gone int[];
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  -- Nobody sets his password between the judgement and the deed.
  perform 1 from account a where a.id in (select x.key::int from import_trace x where x.import_id = of_import and x.tbl = 'account') for update;
  create temp table accounts_going on commit drop as select * from sec.take_back_accounts_plan(of_import);
  select count(*) filter (where stays is null), count(*) filter (where stays is not null), coalesce(array_agg(unit) filter (where stays is null), '{}')
    into went, stayed, gone from accounts_going;
  update import_trace x set stays = g.stays from accounts_going g where x.import_id = of_import and x.tbl = 'account' and x.key = g.unit::text and g.stays is not null;
  delete from one_time_code c where c.account_id = any (gone);
  delete from role_grant g where g.account_id = any (gone);
  delete from account a where a.id = any (gone);
end $$;

-- Codes are never read back; that one is still good, and until when, may be known by whoever looks after the account, and he may make it void.
create function sec.codes_open(ids int[]) returns table (account_id int, until timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select c.account_id, max(c.expires_at) from one_time_code c join account a on a.id = c.account_id
  where c.account_id = any (ids) and c.used_at is null and c.expires_at > now() and a.division_id = any (sec.account_reach() || sec.make_reach())
  group by c.account_id
$$;
create function sec.void_codes(ids int[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update one_time_code c set used_at = now() from account a
  where a.id = c.account_id and c.account_id = any (ids) and c.used_at is null and a.id <> sec.account_id()
    and a.division_id = any (sec.grant_reach()) and not sec.grants_beyond(a.id)
$$;

revoke all on function sec.accounts_used(int[]), sec.take_back_accounts_plan(uuid), sec.take_back_accounts(uuid), sec.codes_open(int[]), sec.void_codes(int[]) from public;
grant execute on function sec.take_back_accounts_plan(uuid), sec.take_back_accounts(uuid), sec.codes_open(int[]), sec.void_codes(int[]) to app_rw;
