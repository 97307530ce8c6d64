-- What a phone wrote down and somebody else hands in: from its file, or as it sealed it when its sign-in was ended.

-- CreateTable
CREATE TABLE "sync_held" (
    "op" UUID NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "about" UUID,
    "sealed" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dropped_at" TIMESTAMPTZ(3),
    "dropped_by" INTEGER,
    "dropped_by_name" TEXT,
    "dropped_why" TEXT,

    CONSTRAINT "sync_held_pkey" PRIMARY KEY ("op")
);

-- CreateIndex
CREATE INDEX "sync_held_account_id_idx" ON "sync_held"("account_id");

-- CreateIndex
CREATE INDEX "sync_held_dropped_by_idx" ON "sync_held"("dropped_by");

alter table sync_held add constraint sync_held_size check (length(sealed) between 100 and 5000000),
  add constraint sync_held_dropped check ((dropped_at is null) = (dropped_by is null) and (dropped_at is null) = (dropped_why is null));

-- The places whose visits one looks over: what the verb "visit.review" opens (lib/domains/accounts/roles.ts).
create function sec.review_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and g.from_at <= now() and (g.to_at is null or g.to_at > now())
    and g.role in ('PREFECTURE_ADMIN', 'COUNTY_ADMIN', 'COUNTY_POVERTY_OFFICE', 'TOWNSHIP_ADMIN', 'TOWNSHIP_REVIEWER')
$$;
-- For whom the asker takes something in within this transaction.
create function sec.takes_in(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select nullif(current_setting('app.writer', true), '')::int = whose and cardinality(sec.review_reach()) > 0
$$;
-- The writer as sec.viewer() would have told on the day of writing: grants and pairings of then, places of today.
create function sec.writer_then(whose int, at timestamptz) returns table (account_id int, person_id uuid, name text, locale text, theme text, text_size text,
  density text, color_safe boolean, home_division_id int, must_change boolean, sees_all boolean, grants jsonb, households uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  with held as (
    select g.id, g.role, g.division_id, r.reads_registry, d.level from role_grant g join role r on r.code = g.role join division d on d.id = g.division_id
    where g.account_id = whose and g.delegation_id is null and g.from_at <= at and (g.to_at is null or g.to_at > at))
  select a.id, a.person_id, a.name, a.locale, a.theme, a.text_size, a.density, a.color_safe, a.division_id, a.must_change,
    exists (select 1 from held where reads_registry and level = 'PREFECTURE'),
    (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'divisionId', h.division_id, 'readsRegistry', h.reads_registry, 'nodes',
       case when h.level = 'PREFECTURE' then null else
         (select jsonb_agg(c.node_id) from division_closure c where c.ancestor_id = h.division_id and c.to_on is null) end) order by h.id), '[]') from held h),
    (select coalesce(array_agg(distinct p.household_id), '{}') from pairing p where p.helper_id = a.person_id
       and p.from_on <= (at at time zone 'Asia/Shanghai')::date and (p.to_on is null or p.to_on > (at at time zone 'Asia/Shanghai')::date))
  from account a where a.id = whose and sec.takes_in(whose)
$$;
-- What waits for a look: not yet taken in by anybody, not turned away, about a household (or of somebody) of one's own places.
create function sec.my_held() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s.op), '{}') from sync_held s join account a on a.id = s.account_id left join household h on h.id = s.about
  where s.dropped_at is null and not exists (select 1 from sync_op o where o.op = s.op)
    and coalesce(h.division_id, a.division_id) = any (sec.review_reach())
$$;
-- Whether the writer of one of them may no longer sign in.
create function sec.held_closed(its_op uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select a.status <> 'ACTIVE' from sync_held s join account a on a.id = s.account_id where s.op = its_op and its_op = any (sec.my_held())
$$;
-- A phone whose sign-in was ended leaves here what it sealed; the session must have been its owner's. False where it is nobody's.
create function sec.hold(token_digest bytea, whose int, its_op uuid, household uuid, its_sealed bytea, written timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  writer account;
begin
  select a.* into writer from session s join account a on a.id = s.account_id where s.digest = token_digest and a.id = whose;
  if writer.id is null or (select count(*) from sync_held h where h.account_id = whose and h.dropped_at is null) >= 500 then
    return false;
  end if;
  insert into sync_held (op, account_id, account_name, about, sealed, written_at) values (its_op, whose, writer.name, household, its_sealed, written)
    on conflict (op) do nothing;
  return exists (select 1 from sync_held h where h.op = its_op and h.account_id = whose);
end $$;
revoke all on function sec.review_reach(), sec.takes_in(int), sec.writer_then(int, timestamptz), sec.my_held(), sec.held_closed(uuid), sec.hold(bytea, int, uuid, uuid, bytea, timestamptz) from public;
grant execute on function sec.review_reach(), sec.takes_in(int), sec.writer_then(int, timestamptz), sec.my_held(), sec.held_closed(uuid), sec.hold(bytea, int, uuid, uuid, bytea, timestamptz) to app_rw;

alter table sync_held enable row level security;
create policy looking on sync_held for select to app_rw using (op in (select unnest(sec.my_held())));
create policy turning_away on sync_held for update to app_rw using (op in (select unnest(sec.my_held()))) with check (dropped_by = (select sec.account_id()));
grant select on sync_held to app_rw;
grant update (dropped_at, dropped_by, dropped_by_name, dropped_why) on sync_held to app_rw;

-- Who takes in for a writer stores under the writer's number, and hears when the phone was quicker.
create policy taken_in on sync_op to app_rw using (sec.takes_in(account_id));
create policy taken_in on need for insert to app_rw with check (sec.takes_in(raised_by)
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
