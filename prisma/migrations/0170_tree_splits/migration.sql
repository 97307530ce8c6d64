-- A division is split, several are merged into one, and a change that nothing stands on yet is taken back with its effects.
alter table tree_event drop constraint tree_event_status,
  add constraint tree_event_status check (status in ('SCHEDULED','DONE','CANCELLED','UNDONE'));

-- What guards a household's rows is its present place (division_id); every table that has both follows when it moves. The days it
-- spent elsewhere (household_spell) and the place a deed is counted in (counted_in) stay. Only from and to places that the asker reaches.
create function sec.take_along(households uuid[], target int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare its regclass;
begin
  if not sec.may_touch(target) or exists (select 1 from household where id = any (households) and not sec.may_touch(division_id)) then
    raise exception 'out-of-reach' using errcode = '42501'; end if;
  for its in select c.oid::regclass from pg_class c
    join pg_attribute h on h.attrelid = c.oid and h.attname = 'household_id' and not h.attisdropped
    join pg_attribute d on d.attrelid = c.oid and d.attname = 'division_id' and not d.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname <> 'household_spell'
    order by c.relname loop
    execute format('update %s set division_id = $2 where household_id = any ($1) and division_id <> $2', its) using households, target;
  end loop;
end $$;

-- The spell of the old place ends on that day and one of the new place begins; a spell that began on it is corrected.
create function sec.turn_spells(households uuid[], target int, day date) returns void language sql set search_path = public, pg_temp as $$
  update household_spell set division_id = target where household_id = any (households) and to_on is null and from_on >= day;
  with ended as (update household_spell set to_on = day where household_id = any (households) and to_on is null and from_on < day
    returning household_id, status)
  insert into household_spell (household_id, division_id, status, from_on) select household_id, target, status, day from ended;
$$;

-- A household that a split gives to the new part: its place, its rows, and the line in its history that says so.
create function sec.give_households(households uuid[], target int, day date, e tree_event, verb text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
    select e.account_id, (select name from account where id = e.account_id), verb, 'household', h.id::text, h.division_id, h.id, 'division', old.name,
      (select name from division where id = target)
    from household h join division old on old.id = h.division_id where h.id = any (households);
  perform sec.take_along(households, target);
  update household set division_id = target, version = version + 1 where id = any (households);
end $$;

create function sec.split_division(e tree_event, old division) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; made int; child int; given uuid[];
begin
  insert into division (name, code, level, parent_id, opened_on, pinyin, initials)
    values (d->>'name', d->>'code', old.level, old.parent_id, e.effective_on, coalesce(d->>'pinyin', ''), coalesce(d->>'initials', '')) returning id into made;
  perform sec.place_node('division_closure', made, old.parent_id, e.effective_on);
  perform sec.name_entry('division', made, made, d);
  insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
    values ('DIVISION', 'OPEN', made, old.parent_id, e.effective_on, e.document_no, jsonb_build_object('name', d->>'name', 'splitFrom', old.id, 'along', e.id), 'DONE', e.account_id, now());
  for child in select id from division where parent_id = old.id and closed_on is null
    and id in (select (c.value #>> '{}')::int from jsonb_array_elements(coalesce(d->'children', '[]')) c) order by id loop
    perform sec.replace_division(child, made, e.effective_on);
    insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
      values ('DIVISION', 'MOVE', child, made, e.effective_on, e.document_no, jsonb_build_object('oldParentId', old.id, 'along', e.id), 'DONE', e.account_id, now());
    insert into rollup_mark (fact, division_id, from_on) values ('tree', child, e.effective_on);
  end loop;
  select coalesce(array_agg(h.id), '{}') into given from household h where h.division_id = old.id
    and (h.group_name in (select g.value #>> '{}' from jsonb_array_elements(coalesce(d->'groups', '[]')) g)
      or h.id in (select (c.value #>> '{}')::uuid from jsonb_array_elements(coalesce(d->'households', '[]')) c));
  perform sec.turn_spells(given, made, e.effective_on);
  perform sec.give_households(given, made, e.effective_on, e, 'divisions.split');
  update division set version = version + 1 where id = old.id;
  update tree_event set detail = detail || jsonb_build_object('madeId', made, 'given', cardinality(given)) where id = e.id;
  insert into rollup_mark (fact, division_id, from_on) values ('tree', old.id, e.effective_on), ('tree', made, e.effective_on);
end $$;

-- As before (0004), with the split; a renaming keeps how the old name was found.
create or replace function sec.change_division(e tree_event) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; made int; old division; child int;
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
    for child in select id from division where parent_id = e.node_id and closed_on is null order by id loop
      perform sec.replace_division(child, e.target_id, e.effective_on);
      insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
        values ('DIVISION', 'MOVE', child, e.target_id, e.effective_on, e.document_no, jsonb_build_object('oldParentId', e.node_id, 'along', e.id), 'DONE', e.account_id, now());
      insert into rollup_mark (fact, division_id, from_on) values ('tree', child, e.effective_on);
    end loop;
    perform sec.move_subtree('division_closure', e.node_id, e.target_id, e.effective_on);
    update division set closed_on = e.effective_on, successor_id = e.target_id, version = version + 1 where id = e.node_id;
  else raise exception 'tree-event-kind' using errcode = 'P0001'; end if;
  update tree_event set detail = detail || jsonb_build_object('oldParentId', old.parent_id) where id = e.id;
  insert into rollup_mark (fact, division_id, from_on) values ('tree', e.node_id, e.effective_on);
end $$;

-- By the clock, not the transaction: what was carried out later, in the same night as well, is known to be later.
create or replace function sec.carry_out(e tree_event) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if e.tree = 'DIVISION' then perform sec.change_division(e); else perform sec.change_party_org(e); end if;
  update tree_event set status = 'DONE', done_at = clock_timestamp() where id = e.id;
end $$;

-- The closure as if the move on that day had not been: rows that it made vanish, rows that it ended go on.
create function sec.return_subtree(closure regclass, node int, target int, day date) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  execute format('create temp table if not exists returning_rows (ancestor_id int, node_id int, depth int) on commit drop; truncate returning_rows');
  execute format('insert into returning_rows select up.ancestor_id, down.node_id, up.depth + down.depth + 1 from %1$s up, %1$s down
    where up.node_id = $2 and up.to_on is null and down.ancestor_id = $1 and down.to_on is null', closure) using node, target;
  execute format('delete from %1$s c where from_on >= $2 and node_id in (select node_id from %1$s where ancestor_id = $1 and to_on is null)
    and ancestor_id not in (select node_id from %1$s where ancestor_id = $1 and to_on is null)', closure) using node, day;
  execute format('update %1$s c set to_on = null from returning_rows r
    where c.ancestor_id = r.ancestor_id and c.node_id = r.node_id and c.depth = r.depth and c.to_on = $1', closure) using day;
  execute format('insert into %1$s (ancestor_id, node_id, depth, from_on) select r.ancestor_id, r.node_id, r.depth, $1 from returning_rows r
    where not exists (select 1 from %1$s c where c.ancestor_id = r.ancestor_id and c.node_id = r.node_id and c.to_on is null)', closure) using day;
end $$;

-- What was written since a change of divisions was carried out, where it matters: later changes of the tree, and rows in the places it touched.
create function sec.written_since(e tree_event) returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
declare here int[]; near int[];
begin
  if e.kind = 'RENAME' then here := '{}';
  elsif e.kind = 'SPLIT' then
    here := array(select node_id from division_closure where ancestor_id in (e.node_id, (e.detail->>'madeId')::int) and to_on is null);
  elsif e.kind in ('CLOSE', 'MERGE') then
    here := array(select c.node_id from division_closure c where c.to_on is null and (c.ancestor_id = e.node_id
      or c.ancestor_id in (select node_id from tree_event where tree = 'DIVISION' and status = 'DONE' and detail->>'along' = e.id::text))) || e.target_id;
  else here := array(select node_id from division_closure where ancestor_id = e.node_id and to_on is null); end if;
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
  ) as since);
end $$;

create function sec.restore_division(e tree_event, keys jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; made int := coalesce((d->>'madeId')::int, e.node_id); up int := (d->>'oldParentId')::int; child int; given uuid[];
begin
  if e.kind = 'RENAME' then
    update division set name = d->>'oldName', pinyin = coalesce(keys->>'pinyin', ''), initials = coalesce(keys->>'initials', ''), version = version + 1 where id = e.node_id;
    perform sec.name_entry('division', e.node_id, e.node_id, keys || jsonb_build_object('name', d->>'oldName'));
    return;
  elsif e.kind = 'MOVE' then
    perform sec.return_subtree('division_closure', e.node_id, up, e.effective_on);
    update division set parent_id = up, version = version + 1 where id = e.node_id;
  elsif e.kind in ('CLOSE', 'MERGE') then
    perform sec.return_subtree('division_closure', e.node_id, up, e.effective_on);
    update division set closed_on = null, successor_id = null, version = version + 1 where id = e.node_id;
  elsif e.kind = 'SPLIT' then
    given := array(select id from household where division_id = made);
    perform sec.give_households(given, e.node_id, e.effective_on, e, 'divisions.undo');
    delete from household_spell n where n.household_id = any (given) and n.division_id = made and n.from_on = e.effective_on
      and exists (select 1 from household_spell o where o.household_id = n.household_id and o.division_id = e.node_id and o.to_on = n.from_on and o.status = n.status);
    update household_spell o set to_on = null where o.household_id = any (given) and o.division_id = e.node_id and o.to_on = e.effective_on
      and not exists (select 1 from household_spell n where n.household_id = o.household_id and n.from_on >= o.to_on);
    update household_spell set division_id = e.node_id where household_id = any (given) and division_id = made;
    update division set version = version + 1 where id = e.node_id;
  end if;
  for child in select node_id from tree_event where tree = 'DIVISION' and kind = 'MOVE' and status = 'DONE' and detail->>'along' = e.id::text order by node_id loop
    perform sec.return_subtree('division_closure', child, e.node_id, e.effective_on);
    update division set parent_id = e.node_id, version = version + 1 where id = child;
    insert into rollup_mark (fact, division_id, from_on) values ('tree', child, e.effective_on);
  end loop;
  if e.kind in ('OPEN', 'SPLIT') then
    -- nothing is ever deleted: it was there on no day
    update division set closed_on = opened_on, successor_id = parent_id, code = null, version = version + 1 where id = made;
    delete from search_entry where kind = 'division' and subject_id = made::text;
    insert into rollup_mark (fact, division_id, from_on) values ('tree', made, e.effective_on);
  end if;
  insert into rollup_mark (fact, division_id, from_on) values ('tree', e.node_id, e.effective_on);
end $$;

-- Takes a change back that was carried out, with all its effects, when nothing was written since; else says what was (and does nothing).
create function sec.undo_division_event(event uuid, keys jsonb) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare e tree_event; since jsonb;
begin
  perform pg_advisory_xact_lock(334, 1);
  select * into e from tree_event where id = event and tree = 'DIVISION' and status = 'DONE' and not detail ? 'along' for update;
  if not found then raise exception 'tree-not-undoable' using errcode = 'P0001'; end if;
  if sec.account_id() is null or not sec.may_touch(e.node_id) or (e.target_id is not null and not sec.may_touch(e.target_id))
    or (e.detail ? 'oldParentId' and not sec.may_touch((e.detail->>'oldParentId')::int)) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  since := sec.written_since(e);
  if since = '{}' then
    perform sec.restore_division(e, keys);
    update tree_event set status = 'UNDONE', detail = detail || jsonb_build_object('undoneOn', beijing_today()) where id = e.id or (tree = 'DIVISION' and detail->>'along' = e.id::text);
  end if;
  return since;
end $$;
-- The same question without the deed, for the page.
create function sec.division_event_since(event uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare e tree_event;
begin
  select * into e from tree_event where id = event and tree = 'DIVISION' and status = 'DONE' and not detail ? 'along';
  if not found or sec.account_id() is null or not sec.may_touch(e.node_id) then return null; end if;
  return sec.written_since(e);
end $$;

revoke all on function sec.turn_spells(uuid[], int, date), sec.give_households(uuid[], int, date, tree_event, text), sec.split_division(tree_event, division),
  sec.take_along(uuid[], int), sec.return_subtree(regclass, int, int, date), sec.written_since(tree_event), sec.restore_division(tree_event, jsonb), sec.undo_division_event(uuid, jsonb), sec.division_event_since(uuid) from public;
grant execute on function sec.take_along(uuid[], int), sec.turn_spells(uuid[], int, date), sec.undo_division_event(uuid, jsonb), sec.division_event_since(uuid) to app_rw;

-- A change of divisions that somebody proposes who may not make it: a township to its county. Decided field by field: what the
-- decider altered stands beside what was proposed.
CREATE TABLE "tree_proposal" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "node_id" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "why" TEXT,
    "status" TEXT NOT NULL DEFAULT 'WAITING',
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" INTEGER,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "altered" JSONB,
    "reason" TEXT,
    "event_id" UUID,

    CONSTRAINT "tree_proposal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "tree_proposal_node_id_idx" ON "tree_proposal"("node_id");
CREATE INDEX "tree_proposal_status_created_at_idx" ON "tree_proposal"("status", "created_at" DESC);
CREATE INDEX "tree_proposal_account_id_idx" ON "tree_proposal"("account_id");
CREATE INDEX "tree_proposal_decided_by_idx" ON "tree_proposal"("decided_by");
ALTER TABLE "tree_proposal" ADD CONSTRAINT "tree_proposal_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
alter table tree_proposal add constraint tree_proposal_status check (status in ('WAITING','APPROVED','RETURNED','WITHDRAWN'));
alter table tree_proposal enable row level security;
create policy within on tree_proposal for select to app_rw using (account_id = (select sec.account_id()) or (select sec.sees_all()) or node_id in (select unnest(sec.reach())));
create policy proposing on tree_proposal for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(node_id));
create policy deciding on tree_proposal for update to app_rw using (account_id = (select sec.account_id()) or (select sec.sees_all()) or node_id in (select unnest(sec.reach())));
create policy for_jobs on tree_proposal for select to app_job using (true);
grant select, insert on tree_proposal to app_rw;
grant update (status, decided_by, decided_by_name, decided_at, altered, reason, event_id) on tree_proposal to app_rw;
grant select on tree_proposal to app_job;
