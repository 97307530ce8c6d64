-- A change of either tree is taken back by one way, with all its effects, while nothing stands on it.

-- Which nodes a change reached: those below it and where they went, those above besides, and the one that it made.
create function sec.nodes_around(its_tree text, nodes int[], above boolean) returns int[] language sql stable set search_path = public, pg_temp as $$
  select case when its_tree = 'DIVISION' then array(select case when above then ancestor_id else node_id end from division_closure
      where to_on is null and case when above then node_id else ancestor_id end = any (nodes))
    else array(select case when above then ancestor_id else node_id end from party_org_closure
      where to_on is null and case when above then node_id else ancestor_id end = any (nodes)) end
$$;
create function sec.reached_by(e tree_event, out here int[], out near int[], out made int[]) language plpgsql stable set search_path = public, pg_temp as $$
begin
  made := case when e.kind in ('OPEN', 'SPLIT') then array[coalesce((e.detail->>'madeId')::int, e.node_id)] else '{}' end;
  here := case when e.kind = 'RENAME' then '{}'
    when e.kind = 'SPLIT' then sec.nodes_around(e.tree, made || e.node_id, false)
    when e.kind in ('CLOSE', 'MERGE') then e.target_id || sec.nodes_around(e.tree, e.node_id || array(select node_id from tree_event
      where tree = e.tree and status = 'DONE' and detail->>'along' = e.id::text), false)
    else sec.nodes_around(e.tree, array[e.node_id], false) end;
  near := here || e.node_id || sec.nodes_around(e.tree, array[e.node_id, e.target_id, (e.detail->>'oldParentId')::int], true);
end $$;
-- Later changes of the same tree that stand on this one, done or waiting for their day.
create function sec.changed_since(e tree_event, here int[], near int[]) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'changes', (select count(*) from tree_event t where t.tree = e.tree and t.id <> e.id and t.detail->>'along' is distinct from e.id::text
      and t.status = 'DONE' and t.done_at > e.done_at and (e.detail->>'group' is null or t.detail->>'group' is distinct from e.detail->>'group')
      and case when e.kind = 'RENAME' then t.kind = 'RENAME' and t.node_id = e.node_id
        else t.kind <> 'RENAME' and (t.node_id = any (near) or t.target_id = any (here) or (t.detail->>'madeId')::int = any (near)) end),
    'waiting', (select count(*) from tree_event t where t.tree = e.tree and t.status = 'SCHEDULED'
      and case when e.kind = 'RENAME' then t.kind = 'RENAME' and t.node_id = e.node_id else t.node_id = any (here || e.node_id) or t.target_id = any (here) end))
$$;
create function sec.written_since_division(e tree_event, here int[], made int[]) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'households', (select count(distinct c.household_id) from change c where c.division_id = any (here) and c.at > e.done_at and c.household_id is not null),
    'visits', (select count(*) from visit v where v.division_id = any (here) and v.created_at > e.done_at),
    'pairings', (select count(*) from pairing p where p.division_id = any (here) and p.created_at > e.done_at),
    'partyOrgs', (select count(*) from party_org o join tree_event t on t.tree = 'PARTY_ORG' and t.node_id = o.id and t.status = 'DONE'
      where o.division_id = any (here) and t.done_at > e.done_at),
    'grants', (select count(*) from role_grant g where g.division_id = any (here) and g.from_at > e.done_at),
    'others', sec.hanging_on(made))
$$;
-- Whatever names an organization that is to have been there on no day, besides what is counted by itself: asked of the catalog.
create function sec.hanging_on_org(orgs int[]) returns bigint language plpgsql stable set search_path = public, pg_temp as $$
declare place record; counted bigint; all_of_it bigint;
begin
  select count(*) into all_of_it from paper where subject_kind = 'partyOrg' and removed_at is null and subject_id = any (orgs::text[]);
  for place in
    select c.relname as tbl, a.attname as col from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'int'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('party_org', 'party_org_closure', 'party_membership', 'post', 'industry_party', 'party_org_term', 'party_org_weak')
      and (c.relname, a.attname) not in (('party_org_affiliation', 'org_id'), ('party_org_affiliation', 'leading_org_id'))
      and (a.attname ~ '(^|_)org_id$' or exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'party_org'::regclass and a.attnum = any (f.conkey)))
  loop
    execute format('select count(*) from %I x where x.%I = any ($1)', place.tbl, place.col) into counted using orgs;
    all_of_it := all_of_it + counted;
  end loop;
  return all_of_it;
end $$;
-- On the organizations themselves, not on those below them: whoever stands where the change put him stands in nobody's way.
create function sec.written_since_org(e tree_event, made int[]) returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
declare own int[] := made || e.node_id || e.target_id; ended jsonb := e.detail->'ended'; whole boolean := e.kind in ('CLOSE', 'MERGE', 'OPEN', 'SPLIT');
begin
  if e.kind = 'OPEN' then own := made; end if;
  return jsonb_build_object(
    'members', case when whole then (select count(distinct s.member_id) from party_membership s where s.org_id = any (own) and s.created_at > e.done_at)
      + (select count(*) from jsonb_array_elements(ended->'members') x where not exists (select 1 from party_membership s where s.id = (x->>'is')::uuid and s.to_on is null)) end,
    'posts', case when whole then (select count(*) from post p where p.party_org_id = any (own) and (p.created_at > e.done_at
        or exists (select 1 from post_quota q where q.post_id = p.id and q.created_at > e.done_at) or exists (select 1 from tenure t where t.post_id = p.id and t.created_at > e.done_at)))
      + (select count(*) from jsonb_array_elements(ended->'tenures') x where not exists (select 1 from tenure t where t.id = (x->>'id')::uuid and t.end_reason = 'ORG_CLOSED')) end,
    'entities', case when whole then (select count(*) from industry_party p where p.party_org_id = any (own) and p.created_at > e.done_at)
      + (select count(*) from jsonb_array_elements(ended->'entities') x where not exists (select 1 from industry_party p where p.id = coalesce(x->>'is', x->>'was')::uuid and p.to_on is null)) end,
    'terms', case when whole then (select count(*) from party_org_term t where t.org_id = any (own) and t.created_at > e.done_at)
      + (select count(*) from party_org_weak w where w.org_id = any (own) and w.created_at > e.done_at) end,
    'facts', case when e.kind = 'MOVE' then (select count(*) from party_org_affiliation a where a.org_id = e.node_id and a.to_on is null and a.supervising_dept is distinct from e.detail->>'supervisingDept')
      else (select count(*) from change c where c.entity = 'partyOrg' and c.entity_id = any (own::text[]) and c.field in ('secretary', 'memberCount') and c.at > e.done_at and whole) end,
    'others', case when cardinality(made) > 0 then sec.hanging_on_org(made) end);
end $$;
create or replace function sec.written_since(e tree_event) returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
declare r record; told jsonb;
begin
  select * into r from sec.reached_by(e);
  told := sec.changed_since(e, r.here, r.near) || case e.tree when 'DIVISION' then sec.written_since_division(e, r.here, r.made) else sec.written_since_org(e, r.made) end;
  return (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(told) where value not in ('0', 'null'));
end $$;

-- The counterpart of replace_party_org (0012): the line as it was, and the very row of who led.
create function sec.return_party_org(node int, leader int, day date, was jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  perform sec.return_subtree('party_org_closure', node, leader, day);
  if leader is null then return; end if;
  delete from party_org_affiliation where org_id = node and to_on is null and from_on >= day;
  update party_org_affiliation set to_on = null where org_id = node and to_on = day and leading_org_id = leader and (was is null or id = (was->>'id')::uuid);
  if not found then
    insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, supervising_org_id, from_on)
      values (node, leader, coalesce(was->>'basis', 'LINE'), was->>'document_no', was->>'supervising_dept', (was->>'supervising_org_id')::int, day);
  end if;
  update party_org set version = version + 1 where id = node;
end $$;
create function sec.restore_party_org(e tree_event, keys jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; ended jsonb := e.detail->'ended'; made int := coalesce((e.detail->>'madeId')::int, e.node_id); doer int := coalesce(sec.account_id(), e.account_id); led tree_event;
begin
  if e.kind = 'RENAME' then
    update party_org set name = d->>'oldName', pinyin = coalesce(keys->>'pinyin', ''), initials = coalesce(keys->>'initials', ''), version = version + 1 where id = e.node_id;
    perform sec.name_entry('party_org', e.node_id, (select division_id from party_org where id = e.node_id), keys || jsonb_build_object('name', d->>'oldName'));
    perform sec.tell_successor(e.node_id);
    return;
  end if;
  if e.kind in ('CLOSE', 'MERGE') then
    update party_org set closed_on = null, version = version + 1 where id = e.node_id;
    update search_entry set detail = '' where kind = 'party_org' and subject_id = e.node_id::text;
    perform sec.return_department(ended->'departments');
    perform sec.return_entities(ended->'entities');
    perform sec.return_posts(ended, e.effective_on);
  end if;
  perform sec.return_roster(ended->'members', doer, 'orgs.undo');
  if e.kind in ('MOVE', 'CLOSE', 'MERGE') then
    perform sec.return_party_org(e.node_id, (d->>'oldParentId')::int, e.effective_on, d->'was'); end if;
  for led in select * from tree_event where tree = 'PARTY_ORG' and kind = 'MOVE' and status = 'DONE' and detail->>'along' = e.id::text order by node_id loop
    perform sec.return_party_org(led.node_id, e.node_id, e.effective_on, led.detail->'was');
  end loop;
  if e.kind in ('OPEN', 'SPLIT') then
    -- nothing is ever deleted: it was there on no day
    delete from party_org_affiliation where org_id = made;
    update party_org set closed_on = opened_on, version = version + 1 where id = made;
    delete from search_entry where kind = 'party_org' and subject_id = made::text;
  end if;
end $$;

-- The places that whoever takes a change back must reach.
create function sec.seats_of_change(e tree_event) returns int[] language sql stable set search_path = public, pg_temp as $$
  select case when e.tree = 'DIVISION' then array[e.node_id, e.target_id, (e.detail->>'oldParentId')::int]
    else array(select division_id from party_org where id in (e.node_id, (e.detail->>'madeId')::int) or (e.kind = 'MERGE' and id = e.target_id)) end
$$;
-- Takes a change back that was carried out, with all its effects, when nothing was written since; else says what was (and does nothing).
create function sec.undo_tree_event(event uuid, keys jsonb) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare e tree_event; since jsonb;
begin
  select * into e from tree_event where id = event;
  perform pg_advisory_xact_lock(334, case e.tree when 'DIVISION' then 1 else 2 end);
  select * into e from tree_event where id = event and status = 'DONE' and not detail ? 'along' for update;
  if not found then raise exception 'tree-not-undoable' using errcode = 'P0001'; end if;
  if sec.account_id() is null or exists (select 1 from unnest(sec.seats_of_change(e)) place where place is not null and not sec.may_touch(place)) then
    raise exception 'out-of-reach' using errcode = '42501'; end if;
  since := sec.written_since(e);
  if since = '{}' then
    if e.tree = 'DIVISION' then perform sec.restore_division(e, keys); else perform sec.restore_party_org(e, keys); end if;
    update tree_event set status = 'UNDONE', detail = detail || jsonb_build_object('undoneOn', beijing_today()) where id = e.id or (tree = e.tree and detail->>'along' = e.id::text);
  end if;
  return since;
end $$;
-- The same question without the deed, for the page.
create function sec.tree_event_since(event uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare e tree_event;
begin
  select * into e from tree_event where id = event and status = 'DONE' and not detail ? 'along';
  if not found or sec.account_id() is null or not sec.may_touch((sec.seats_of_change(e))[1]) then return null; end if;
  return sec.written_since(e);
end $$;
drop function sec.undo_division_event(uuid, jsonb), sec.division_event_since(uuid);


revoke all on function sec.nodes_around(text, int[], boolean), sec.reached_by(tree_event), sec.changed_since(tree_event, int[], int[]),
  sec.written_since_division(tree_event, int[], int[]), sec.hanging_on_org(int[]), sec.written_since_org(tree_event, int[]),
  sec.return_party_org(int, int, date, jsonb), sec.restore_party_org(tree_event, jsonb), sec.seats_of_change(tree_event), sec.undo_tree_event(uuid, jsonb),
  sec.tree_event_since(uuid) from public;
grant execute on function sec.undo_tree_event(uuid, jsonb), sec.tree_event_since(uuid) to app_rw;
