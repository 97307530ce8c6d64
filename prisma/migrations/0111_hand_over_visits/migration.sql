-- A returned visit waits for whoever wrote it down; when that person leaves, it waits for somebody else, and stays the leaver's deed.
-- An import that is still being read goes on under the rights of its new owner.
ALTER TABLE "visit" ADD COLUMN "waits_for" INTEGER;

create index visit_returned on visit (coalesce(waits_for, recorded_by)) where status = 'RETURNED';

create or replace function sec.held_by(whose int) returns table (kind text, id text, name text, division_id int, state text)
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
  select 'visit', v.id::text, case when every_name or v.division_id = any (names) then h.head_name end, v.division_id, v.status
    from asked, visit v join household h on h.id = v.household_id
    where may and v.status = 'RETURNED' and coalesce(v.waits_for, v.recorded_by) = whose
  union all
  select 'pairingBeyond', a.id::text, a.name, a.id, count(*)::text from asked, account w
    join pairing p on p.helper_id = w.person_id and (p.to_on is null or (p.to_on > beijing_today() and p.to_on > p.from_on))
    join division_closure c on c.node_id = p.division_id and c.to_on is null
    join division a on a.id = c.ancestor_id and a.level = 'COUNTY'
    where may and w.id = whose and not sec.sees_all() and not (p.division_id = any (sec.reach())) group by a.id, a.name
$$;

create or replace function sec.hand_import(which uuid, whose int, heir int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not sec.looks_after(whose) or whose = sec.account_id() or not sec.may_inherit(heir) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  update import set account_id = heir where id = which and account_id = whose and status in ('UPLOADED', 'READ', 'CHECKED', 'DONE');
  if not found then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
  update job set account_id = heir where account_id = whose and status in ('QUEUED', 'RUNNING') and payload->>'importId' = which::text;
end $$;

create function sec.hand_visit(which uuid, whose int, heir int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not sec.looks_after(whose) or whose = sec.account_id() or not sec.may_inherit(heir) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  update visit set waits_for = heir where id = which and status = 'RETURNED' and coalesce(waits_for, recorded_by) = whose;
  if not found then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
end $$;

revoke all on function sec.hand_visit(uuid, int, int) from public;
grant execute on function sec.hand_visit(uuid, int, int) to app_rw;
