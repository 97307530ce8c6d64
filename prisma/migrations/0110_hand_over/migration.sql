-- Hand-over when a person leaves: what is still theirs, who takes it, and the receipt. What an administrator may not see of another
-- account (its imports, its requests) is told by kind and place only, to whoever looks after that account.

-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "account_id" INTEGER NOT NULL,
    "by_account" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL,
    "heir_name" TEXT,
    "reason" TEXT NOT NULL,
    "finished" BOOLEAN NOT NULL,
    "items" JSONB NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hand_over_account_id_done_at_idx" ON "hand_over"("account_id", "done_at");

-- CreateIndex
CREATE INDEX "hand_over_by_account_idx" ON "hand_over"("by_account");

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table hand_over add constraint hand_over_reason check (reason in ('TRANSFERRED', 'RETIRED', 'ROTATED', 'NOT_PERFORMING'));
alter table hand_over enable row level security;
create policy looking_after on hand_over for select to app_rw using (sec.looks_after(account_id));
create policy own_deed on hand_over for insert to app_rw with check (by_account = (select sec.account_id()) and sec.looks_after(account_id));
grant select, insert on hand_over to app_rw;

-- Imports that are not done, or could still be taken back; requests for clear text that are open or could still be fetched; changes of
-- the trees that wait for their day; pairings in places that the asker does not reach, counted by county. A file's name may speak of a
-- family, so it is told only to whoever reads the register there.
create function sec.held_by(whose int) returns table (kind text, id text, name text, division_id int, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (select sec.looks_after(whose) as may, sec.sees_all() as every_name, sec.reach() as names)
  select 'import', i.id::text, case when every_name or i.division_id = any (names) then i.file_name end, i.division_id, i.status from import i, asked
    where may and i.account_id = whose and (i.status in ('UPLOADED', 'READ', 'CHECKING', 'CHECKED', 'PUBLISHING', 'TAKING_BACK')
      or (i.status = 'DONE' and i.published_at > now() - interval '30 days'))
  union all
  select 'export', e.id::text, null, e.division_id, e.status from export e, asked
    where may and e.account_id = whose and (e.status = 'ASKED' or (e.status = 'APPROVED' and e.expires_at > now()))
  union all
  select 'treeChange', t.id::text, coalesce(d.name, o.name), coalesce(d.id, o.division_id), t.tree from asked, tree_event t
    left join division d on t.tree = 'DIVISION' and d.id = t.node_id left join party_org o on t.tree = 'PARTY_ORG' and o.id = t.node_id
    where may and t.account_id = whose and t.status = 'SCHEDULED'
  union all
  select 'pairingBeyond', a.id::text, a.name, a.id, count(*)::text from asked, account w
    join pairing p on p.helper_id = w.person_id and (p.to_on is null or (p.to_on > beijing_today() and p.to_on > p.from_on))
    join division_closure c on c.node_id = p.division_id and c.to_on is null
    join division a on a.id = c.ancestor_id and a.level = 'COUNTY'
    where may and w.id = whose and not sec.sees_all() and not (p.division_id = any (sec.reach())) group by a.id, a.name
$$;

-- Into whose hands: an active account that the asker looks after as well, or the asker's own.
create function sec.may_inherit(heir int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from account where id = heir and status = 'ACTIVE') and (heir = sec.account_id() or sec.looks_after(heir))
$$;

create function sec.hand_import(which uuid, whose int, heir int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not sec.looks_after(whose) or whose = sec.account_id() or not sec.may_inherit(heir) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  update import set account_id = heir where id = which and account_id = whose and status in ('UPLOADED', 'READ', 'CHECKED', 'DONE');
  if not found then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
end $$;

create function sec.lay_import_aside(which uuid, whose int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not sec.looks_after(whose) or whose = sec.account_id() then raise exception 'out-of-reach' using errcode = '42501'; end if;
  update import set status = 'CANCELLED', finished_at = now() where id = which and account_id = whose and status in ('UPLOADED', 'READ', 'CHECKED');
  if not found then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
  delete from import_row where import_id = which;
end $$;

-- Open requests are refused; what was approved can be fetched no more.
create function sec.close_exports(whose int) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare n int;
begin
  if not sec.looks_after(whose) or whose = sec.account_id() then raise exception 'out-of-reach' using errcode = '42501'; end if;
  update export set expires_at = now() where account_id = whose and status = 'APPROVED' and expires_at > now();
  get diagnostics n = row_count;
  update export set status = 'REFUSED', decided_by = sec.account_id(), decided_at = now(),
    decided_name = (select name from account where id = sec.account_id()) where account_id = whose and status = 'ASKED';
  return n + (select count(*) from export where account_id = whose and decided_at = now());
end $$;

create function sec.hand_tree_change(which uuid, whose int, heir int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not sec.looks_after(whose) or whose = sec.account_id() or not sec.may_inherit(heir) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  update tree_event set account_id = heir where id = which and account_id = whose and status = 'SCHEDULED';
  if not found then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
end $$;

revoke all on function sec.held_by(int), sec.may_inherit(int), sec.hand_import(uuid, int, int), sec.lay_import_aside(uuid, int),
  sec.close_exports(int), sec.hand_tree_change(uuid, int, int) from public;
grant execute on function sec.looks_after(int), sec.held_by(int), sec.hand_import(uuid, int, int), sec.lay_import_aside(uuid, int),
  sec.close_exports(int), sec.hand_tree_change(uuid, int, int) to app_rw;
