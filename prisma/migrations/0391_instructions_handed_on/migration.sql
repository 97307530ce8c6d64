-- Instructions that wait for the answer of somebody who leaves go to the next by name, or to whoever holds his post after him, as a step of their own.

-- As in 0341, with instructions; their state is who gave them.
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
  select 'need', n.id::text, case when every_name or n.division_id = any (names) then n.about end, n.division_id, n.level
    from asked, need n where may and n.status = 'HANDLING' and n.handler_account = whose
  union all
  select 'instruction', n.id::text, case when every_name or n.division_id = any (names) then n.account_name end, n.division_id, n.account_id::text
    from asked, instruction n where may and n.status = 'OPEN' and n.due_on is not null and n.addressee = 'account:' || whose
  union all
  select 'pairingBeyond', a.id::text, a.name, a.id, count(*)::text from asked, account w
    join pairing p on p.helper_id = w.person_id and (p.to_on is null or (p.to_on > beijing_today() and p.to_on > p.from_on))
    join division_closure c on c.node_id = p.division_id and c.to_on is null
    join division a on a.id = c.ancestor_id and a.level = 'COUNTY'
    where may and w.id = whose and not sec.sees_all() and not (p.division_id = any (sec.reach())) group by a.id, a.name
$$;

-- To an heir, or to the post in which it was given; what is asked for by a day stays asked for. Nobody answers himself.
create function sec.hand_instruction(which uuid, whose int, heir int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare n instruction; seat int; its_name text; its_unit text; its_role text; whom text;
begin
  if not sec.looks_after(whose) or whose = sec.account_id() or (heir is not null and not sec.may_inherit(heir)) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  select * into n from instruction where id = which and status = 'OPEN' and addressee = 'account:' || whose for update;
  if not found or heir = n.account_id then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
  if heir is not null then
    select a.name, d.name, coalesce((select g.role from role_grant g where g.account_id = heir and g.from_at <= now() and (g.to_at is null or g.to_at > now())
      order by g.role = n.to_role desc, g.id limit 1), n.to_role) into its_name, its_unit, its_role from account a join division d on d.id = a.division_id where a.id = heir;
    whom := 'account:' || heir;
  else
    select g.division_id into seat from role_grant g join division_closure c on c.ancestor_id = g.division_id and c.node_id = n.division_id and c.to_on is null
      where g.account_id = whose and g.role = n.to_role order by g.id desc limit 1;
    whom := n.to_role || '@' || coalesce(seat, n.division_id);
    its_unit := n.to_unit;
    its_role := n.to_role;
  end if;
  insert into instruction_step (instruction_id, division_id, nth, kind, on_day, addressee, to_name, to_unit, to_role, account_id, account_name)
    select n.id, n.division_id, 0, 'HANDED_ON', beijing_today(), whom, its_name, its_unit, its_role, me.id, me.name from account me where me.id = sec.account_id();
end $$;
revoke all on function sec.hand_instruction(uuid, int, int) from public;
grant execute on function sec.hand_instruction(uuid, int, int) to app_rw;
