-- What moves together moves in a few statements, however many there are: a merger of a township of 5,000 places takes no longer than a move.

-- Subtrees of one parent to one target. Past days are never touched: rows between the old ancestors and the subtrees end on this day (or
-- vanish, if they began on it).
create function sec.move_subtrees(closure regclass, roots int[], target int, day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare nodes int[]; depths int[]; old int[];
begin
  if cardinality(roots) = 0 then return; end if;
  execute format('select array_agg(node_id order by node_id), array_agg(depth order by node_id) from %s where ancestor_id = any ($1) and to_on is null', closure) into nodes, depths using roots;
  if target = any (nodes) then raise exception 'tree-cycle' using errcode = 'P0001'; end if;
  execute format('select array_agg(ancestor_id) from %s where node_id = $1 and depth > 0 and to_on is null', closure) into old using roots[1];
  execute format('delete from %s where to_on is null and from_on >= $3 and node_id = any ($1) and ancestor_id = any ($2)', closure) using nodes, old, day;
  execute format('update %s set to_on = $3 where to_on is null and node_id = any ($1) and ancestor_id = any ($2)', closure) using nodes, old, day;
  execute format('insert into %1$s (ancestor_id, node_id, depth, from_on)
    select up.ancestor_id, down.node, up.depth + down.depth + 1, $4 from %1$s up, unnest($1, $2) as down(node, depth)
    where up.node_id = $3 and up.to_on is null', closure) using nodes, depths, target, day;
end $$;
create or replace function sec.move_subtree(closure regclass, node int, target int, day date) returns void language sql security definer set search_path = public, pg_temp as $$
  select sec.move_subtrees(closure, array[node], target, day)
$$;
revoke all on function sec.move_subtrees(regclass, int[], int, date) from public;

-- As in 0170; what is still open below moves along under the successor at once, each with an entry of its own in the lineage.
create or replace function sec.change_division(e tree_event) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; made int; old division; below int[];
begin
  if e.target_id is not null and exists (select 1 from division where id = e.target_id and closed_on is not null) then
    raise exception 'tree-closed' using errcode = 'P0001'; end if;
  if e.kind = 'OPEN' then
    insert into division (name, code, level, parent_id, opened_on, pinyin, initials)
      values (d->>'name', d->>'code', d->>'level', e.target_id, e.effective_on, coalesce(d->>'pinyin', ''), coalesce(d->>'initials', '')) returning id into made;
    perform sec.place_node('division_closure', made, e.target_id, e.effective_on);
    perform sec.name_entry('division', made, made, d);
    update tree_event set node_id = made where id = e.id;
    return;
  end if;
  select * into old from division where id = e.node_id;
  if old.closed_on is not null then raise exception 'tree-closed' using errcode = 'P0001'; end if;
  if e.kind = 'RENAME' then
    update division set name = d->>'name', pinyin = coalesce(d->>'pinyin', ''), initials = coalesce(d->>'initials', ''), version = version + 1 where id = e.node_id;
    perform sec.name_entry('division', e.node_id, e.node_id, d);
    update tree_event set detail = detail || jsonb_build_object('oldName', old.name) where id = e.id;
    return;
  elsif e.kind = 'SPLIT' then
    perform sec.split_division(e, old);
    return;
  elsif e.kind = 'MOVE' then
    perform sec.replace_division(e.node_id, e.target_id, e.effective_on);
  elsif e.kind in ('CLOSE', 'MERGE') then
    -- what is still open below moves along under the successor, each with an entry of its own in the lineage
    below := array(select id from division where parent_id = e.node_id and closed_on is null order by id);
    perform sec.move_subtrees('division_closure', below, e.target_id, e.effective_on);
    update division set parent_id = e.target_id, version = version + 1 where id = any (below);
    insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
      select 'DIVISION', 'MOVE', child, e.target_id, e.effective_on, e.document_no, jsonb_build_object('oldParentId', e.node_id, 'along', e.id), 'DONE', e.account_id, now()
      from unnest(below) child;
    insert into rollup_mark (fact, division_id, from_on) select 'tree', child, e.effective_on from unnest(below) child;
    perform sec.move_subtree('division_closure', e.node_id, e.target_id, e.effective_on);
    update division set closed_on = e.effective_on, successor_id = e.target_id, version = version + 1 where id = e.node_id;
  else raise exception 'tree-event-kind' using errcode = 'P0001'; end if;
  update tree_event set detail = detail || jsonb_build_object('oldParentId', old.parent_id) where id = e.id;
  insert into rollup_mark (fact, division_id, from_on) values ('tree', e.node_id, e.effective_on);
end $$;
