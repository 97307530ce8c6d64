-- A change of divisions is taken back only when nothing hangs on the place that it opened, whatever kind of row it is; what it does to
-- households is written down under the name of who did it; and links with the industry chain move along by one way, not by two.

-- As in 0170, but by who is signed in where somebody is: an undoing is the deed of whoever undoes.
create or replace function sec.give_households(households uuid[], target int, day date, e tree_event, verb text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
    select doer.id, doer.name, verb, 'household', h.id::text, h.division_id, h.id, 'division', old.name,
      (select name from division where id = target)
    from household h join division old on old.id = h.division_id
    left join account doer on doer.id = coalesce(sec.account_id(), e.account_id) where h.id = any (households);
  perform sec.take_along(households, target);
  update household set division_id = target, version = version + 1 where id = any (households);
end $$;

-- As in 0170, without a table of its own. The closure as if the move on that day had not been: rows that it made vanish, rows that it
-- ended go on.
create or replace function sec.return_subtree(closure regclass, node int, target int, day date) returns void language plpgsql set search_path = public, pg_temp as $$
declare back text := format('(select up.ancestor_id, down.node_id, up.depth + down.depth + 1 as depth from %1$s up, %1$s down
  where up.node_id = $2 and up.to_on is null and down.ancestor_id = $1 and down.to_on is null) r', closure);
begin
  execute format('delete from %1$s c where from_on >= $2 and node_id in (select node_id from %1$s where ancestor_id = $1 and to_on is null)
    and ancestor_id not in (select node_id from %1$s where ancestor_id = $1 and to_on is null)', closure) using node, day;
  execute format('update %1$s c set to_on = null from %2$s
    where c.ancestor_id = r.ancestor_id and c.node_id = r.node_id and c.depth = r.depth and c.to_on = $3', closure, back) using node, target, day;
  execute format('insert into %1$s (ancestor_id, node_id, depth, from_on) select r.ancestor_id, r.node_id, r.depth, $3 from %2$s
    where not exists (select 1 from %1$s c where c.ancestor_id = r.ancestor_id and c.node_id = r.node_id and c.to_on is null)', closure, back) using node, target, day;
end $$;

-- Whatever hangs on places that are to have been there on no day: any row that guards itself by its place, but households and what
-- follows them (counted by their changes), what is counted anew, and the papers of the change itself.
create function sec.hanging_on(places int[]) returns bigint language plpgsql stable set search_path = public, pg_temp as $$
declare its regclass; homes text; counted bigint; all_of_it bigint := 0;
begin
  if places = '{}' then return 0; end if;
  for its, homes in select c.oid::regclass, case when h.attname is null then 'true' else 'household_id is null' end from pg_class c
    join pg_attribute d on d.attrelid = c.oid and d.attname = 'division_id' and not d.attisdropped
    left join pg_attribute h on h.attrelid = c.oid and h.attname = 'household_id' and not h.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('household', 'rollup', 'rollup_leaf', 'rollup_mark', 'audit_event', 'change', 'search_entry', 'paper', 'stored_file') loop
    execute format('select count(*) from %s where division_id = any ($1) and %s', its, homes) into counted using places;
    all_of_it := all_of_it + counted;
  end loop;
  select count(*) into counted from paper where division_id = any (places) and subject_kind <> 'treeChange';
  return all_of_it + counted;
end $$;
revoke all on function sec.hanging_on(int[]) from public;

-- As in 0170, and everything else that hangs on a place that the change made.
create or replace function sec.written_since(e tree_event) returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
declare here int[]; near int[]; made int[] := '{}';
begin
  if e.kind = 'RENAME' then here := '{}';
  elsif e.kind = 'SPLIT' then
    here := array(select node_id from division_closure where ancestor_id in (e.node_id, (e.detail->>'madeId')::int) and to_on is null);
  elsif e.kind in ('CLOSE', 'MERGE') then
    here := array(select c.node_id from division_closure c where c.to_on is null and (c.ancestor_id = e.node_id
      or c.ancestor_id in (select node_id from tree_event where tree = 'DIVISION' and status = 'DONE' and detail->>'along' = e.id::text))) || e.target_id;
  else here := array(select node_id from division_closure where ancestor_id = e.node_id and to_on is null); end if;
  if e.kind in ('OPEN', 'SPLIT') then made := array[coalesce((e.detail->>'madeId')::int, e.node_id)]; end if;
  near := here || e.node_id || array(select ancestor_id from division_closure where node_id in (e.node_id, e.target_id, (e.detail->>'oldParentId')::int) and to_on is null);
  return (select coalesce(jsonb_object_agg(what, count) filter (where count > 0), '{}') from (
    select 'changes' as what, count(*) from tree_event t where t.tree = 'DIVISION' and t.id <> e.id and t.detail->>'along' is distinct from e.id::text
      and t.status = 'DONE' and t.done_at > e.done_at and (e.detail->>'group' is null or t.detail->>'group' is distinct from e.detail->>'group')
      and case when e.kind = 'RENAME' then t.kind = 'RENAME' and t.node_id = e.node_id
        else t.kind <> 'RENAME' and (t.node_id = any (near) or t.target_id = any (here)
          or (t.detail->>'madeId')::int = any (near)) end
    union all select 'waiting', count(*) from tree_event t where t.tree = 'DIVISION' and t.status = 'SCHEDULED'
      and case when e.kind = 'RENAME' then t.kind = 'RENAME' and t.node_id = e.node_id else t.node_id = any (here || e.node_id) or t.target_id = any (here) end
    union all select 'households', count(distinct c.household_id) from change c where c.division_id = any (here) and c.at > e.done_at and c.household_id is not null
    union all select 'visits', count(*) from visit v where v.division_id = any (here) and v.created_at > e.done_at
    union all select 'pairings', count(*) from pairing p where p.division_id = any (here) and p.created_at > e.done_at
    union all select 'partyOrgs', count(*) from party_org o join tree_event t on t.tree = 'PARTY_ORG' and t.node_id = o.id and t.status = 'DONE'
      where o.division_id = any (here) and t.done_at > e.done_at
    union all select 'grants', count(*) from role_grant g where g.division_id = any (here) and g.from_at > e.done_at
    union all select 'others', sec.hanging_on(made)
  ) as since);
end $$;

-- sec.take_along (0170) carries the links wherever a household goes.
drop trigger industry_follows on household;
drop function sec.industry_follows();
