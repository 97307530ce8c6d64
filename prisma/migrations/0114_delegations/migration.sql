-- Delegation while on leave: for some days one account lends some of its grants to another. A lent grant is a row of role_grant like any
-- other, dated, so that both walls read it without a second path; what administers accounts or reads the audit is never lent.

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "from_account" INTEGER NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_account" INTEGER NOT NULL,
    "to_name" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "made_by" INTEGER NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "role_grant" ADD COLUMN "delegation_id" UUID, ADD COLUMN "source_id" INTEGER;
ALTER TABLE "change" ADD COLUMN "on_behalf_of" TEXT;

-- CreateIndex
CREATE INDEX "delegation_from_account_from_at_idx" ON "delegation"("from_account", "from_at" DESC);

-- CreateIndex
CREATE INDEX "delegation_to_account_from_at_idx" ON "delegation"("to_account", "from_at" DESC);

-- CreateIndex
CREATE INDEX "role_grant_delegation_id_idx" ON "role_grant"("delegation_id");

-- CreateIndex
CREATE INDEX "role_grant_source_id_idx" ON "role_grant"("source_id");

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_from_account_fkey" FOREIGN KEY ("from_account") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_account_fkey" FOREIGN KEY ("to_account") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "role_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table role_grant add constraint role_grant_lent check ((delegation_id is null) = (source_id is null));
-- One stands in at a time.
alter table delegation add constraint delegation_days check (to_at > from_at), add constraint delegation_to_another check (from_account <> to_account),
  add constraint delegation_one_at_a_time exclude using gist (from_account with =,
    tstzrange(from_at, greatest(least(coalesce(ended_at, 'infinity'), to_at), from_at)) with &&);

alter table delegation enable row level security;
create policy both_sides on delegation for select to app_rw using (from_account = (select sec.account_id()) or to_account = (select sec.account_id())
  or sec.looks_after(from_account) or sec.looks_after(to_account));
grant select on delegation to app_rw;

-- A lent row is written and ended by the functions below alone.
create policy lent_by_function on role_grant as restrictive for insert to app_rw with check (delegation_id is null);
create policy ended_by_function on role_grant as restrictive for update to app_rw using (delegation_id is null);

-- Whoever lent something sees what it was.
create function sec.my_lendings() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from delegation where from_account = sec.account_id()
$$;
create policy lent_by_me on role_grant for select to app_rw using (delegation_id = any ((select sec.my_lendings())::uuid[]));

-- For whom the asker stands in now: about what such a person asks for, another decides.
create function sec.lenders() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct from_account), '{}') from delegation
  where to_account = sec.account_id() and ended_at is null and from_at <= now() and to_at > now()
$$;
create policy not_for_its_lender on export as restrictive for update to app_rw using (account_id <> all (sec.lenders()));

-- Nobody passes on what was lent to him, and an officer's right is his alone.
create function sec.lend(giver int, taker int, its_grants int[], from_day date, to_day date, why text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare me int := sec.account_id(); made uuid; begins timestamptz; ends timestamptz := (to_day + 1)::timestamp at time zone 'Asia/Shanghai';
begin
  if me is null or from_day < beijing_today() or from_day > beijing_today() + 180 or to_day < from_day or to_day - from_day >= 90 or cardinality(its_grants) = 0
    or not (giver = me or (sec.looks_after(giver) and exists (select 1 from account where id = giver and division_id = any (sec.grant_reach()))))
    or not exists (select 1 from account where id = giver and status = 'ACTIVE') or not exists (select 1 from account where id = taker and status = 'ACTIVE')
    or exists (select 1 from unnest(its_grants) i where not exists (select 1 from role_grant g where g.id = i and g.account_id = giver and g.delegation_id is null
      and (g.to_at is null or g.to_at > now()) and g.role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'HELPER')))
  then raise exception 'out-of-reach' using errcode = '42501'; end if;
  begins := case when from_day = beijing_today() then now() else from_day::timestamp at time zone 'Asia/Shanghai' end;
  if exists (select 1 from delegation d where d.from_account = taker and d.ended_at is null and d.from_at < ends and d.to_at > begins)
  then raise exception 'taker-is-away' using errcode = 'P0001'; end if;
  if exists (select 1 from delegation d where d.to_account = giver and d.ended_at is null and d.from_at < ends and d.to_at > begins)
  then raise exception 'giver-stands-in' using errcode = 'P0001'; end if;
  insert into delegation (from_account, from_name, to_account, to_name, from_at, to_at, reason, made_by, made_by_name)
    select giver, g.name, taker, t.name, begins, ends, why, me, m.name from account g, account t, account m where g.id = giver and t.id = taker and m.id = me
    returning id into made;
  insert into role_grant (account_id, role, division_id, party_org_id, from_at, to_at, granted_by, delegation_id, source_id)
    select taker, g.role, g.division_id, g.party_org_id, greatest(begins, g.from_at), greatest(least(ends, g.to_at), greatest(begins, g.from_at)), me, made, g.id
    from role_grant g where g.id = any (its_grants);
  return made;
end $$;

create function sec.end_delegations(which uuid[], by_name text) returns void language sql security definer set search_path = public, pg_temp as $$
  update role_grant set to_at = greatest(now(), from_at) where delegation_id = any (which) and to_at > now();
  update delegation set ended_at = now(), ended_by_name = by_name where id = any (which) and ended_at is null and to_at > now();
$$;

-- By either side, or by whoever looks after the one who lends.
create function sec.end_delegation(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from delegation where id = which and ended_at is null and to_at > now()
    and (sec.account_id() in (from_account, to_account) or sec.looks_after(from_account))) then return false; end if;
  perform sec.end_delegations(array[which], (select name from account where id = sec.account_id()));
  return true;
end $$;

-- A lent grant never outlives its source, nor the account on either side.
create function sec.lent_ends() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update role_grant set to_at = greatest(least(to_at, new.to_at), from_at) where source_id = new.id and to_at > new.to_at;
  -- With nothing of it left, the whole is over.
  perform sec.end_delegations(array(select d.id from delegation d where d.ended_at is null and d.to_at > now()
    and d.id in (select delegation_id from role_grant where source_id = new.id)
    and not exists (select 1 from role_grant g where g.delegation_id = d.id and g.to_at > greatest(clock_timestamp(), g.from_at))), null);
  return null;
end $$;
create trigger lent_ends after update of to_at on role_grant for each row when (new.to_at is not null and new.source_id is null) execute function sec.lent_ends();
create function sec.delegations_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform sec.end_delegations(array(select id from delegation where new.id in (from_account, to_account) and ended_at is null and to_at > now()), null);
  return null;
end $$;
create trigger delegations_end after update of status on account for each row when (new.status <> 'ACTIVE' and old.status = 'ACTIVE') execute function sec.delegations_end();

-- Colleagues whom one may ask to stand in: accounts of the same county (of the prefecture, for its own offices), found by name.
create function sec.colleagues(word text, giver int) returns table (id int, name text, place text, roles text[])
language sql stable security definer set search_path = public, pg_temp as $$
  with home as (select a.id as me, coalesce((select c.ancestor_id from division_closure c join division d on d.id = c.ancestor_id and d.level = 'COUNTY'
      where c.node_id = a.division_id and c.to_on is null), a.division_id) as root
    from account a where a.id = giver and (giver = sec.account_id() or sec.looks_after(giver)))
  select a.id, a.name, d.name, (select coalesce(array_agg(distinct g.role), '{}') from role_grant g where g.account_id = a.id
      and g.delegation_id is null and g.from_at <= now() and (g.to_at is null or g.to_at > now()))
  from home, account a join division d on d.id = a.division_id
  where a.status = 'ACTIVE' and a.id <> home.me and length(word) >= 2 and a.name ^@ word
    and a.division_id in (select node_id from division_closure where ancestor_id = home.root and to_on is null)
  order by a.name, a.id limit 12
$$;

-- Lent grants administer no accounts and read no audit.
create or replace function sec.account_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join role r on r.code = g.role
    join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and r.manages_accounts and g.delegation_id is null
    and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
create or replace function sec.make_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join role r on r.code = g.role
    join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and r.makes_accounts and g.delegation_id is null and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
create or replace function sec.grant_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join role r on r.code = g.role
    join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and r.grants_roles and g.delegation_id is null and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
create or replace function sec.tends_machine() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_grant g join division d on d.id = g.division_id
    where g.account_id = sec.account_id() and g.role in ('SYSTEM_ADMIN', 'PREFECTURE_ADMIN') and d.level = 'PREFECTURE' and g.delegation_id is null
      and g.from_at <= now() and (g.to_at is null or g.to_at > now()))
$$;
create or replace function sec.viewer() returns table (account_id int, person_id uuid, name text, locale text, theme text, text_size text,
  density text, color_safe boolean, home_division_id int, must_change boolean, sees_all boolean, grants jsonb, households uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.person_id, a.name, a.locale, a.theme, a.text_size, a.density, a.color_safe, a.division_id, a.must_change, sec.sees_all(),
    (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'divisionId', g.division_id, 'readsRegistry', r.reads_registry, 'nodes',
       case when d.level = 'PREFECTURE' then null else
         (select jsonb_agg(c.node_id) from division_closure c where c.ancestor_id = g.division_id and c.to_on is null) end,
       'lent', case when g.delegation_id is not null then
         (select jsonb_build_object('accountId', l.from_account, 'name', l.from_name, 'until', ((l.to_at at time zone 'Asia/Shanghai')::date - 1)::text) from delegation l where l.id = g.delegation_id) end)
       order by g.delegation_id is not null, g.id), '[]')
     from role_grant g join role r on r.code = g.role join division d on d.id = g.division_id
     where g.account_id = a.id and g.from_at <= now() and (g.to_at is null or g.to_at > now())),
    sec.my_households()
  from account a where a.id = sec.account_id()
$$;

revoke all on function sec.lenders(), sec.my_lendings(), sec.lend(int, int, int[], date, date, text), sec.end_delegations(uuid[], text), sec.end_delegation(uuid), sec.lent_ends(),
  sec.delegations_end(), sec.colleagues(text, int) from public;
grant execute on function sec.lenders(), sec.my_lendings(), sec.lend(int, int, int[], date, date, text), sec.end_delegation(uuid), sec.colleagues(text, int) to app_rw;
