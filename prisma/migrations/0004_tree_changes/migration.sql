-- The two trees, once more: opening waits for its day like the other changes, what hangs below a closed node moves along,
-- names stay findable, late midnights keep the order of days, and the search looks into one index at a time.

-- The prefecture's own administrators, and those of the place, may take back a change that somebody else scheduled.
create policy scheduling_above on tree_event for update to app_rw
  using ((select sec.sees_all()) or (tree = 'DIVISION' and node_id in (select unnest(sec.reach()))));

-- One thing done twice below: the old place is remembered, the closure and the row follow.
create function sec.replace_division(node int, target int, day date) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  perform sec.move_subtree('division_closure', node, target, day);
  update division set parent_id = target, version = version + 1 where id = node;
end $$;
create function sec.replace_party_org(node int, target int, basis text, document text, dept text, day date) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  perform sec.move_subtree('party_org_closure', node, target, day);
  delete from party_org_affiliation where org_id = node and to_on is null and from_on >= day;
  update party_org_affiliation set to_on = day where org_id = node and to_on is null;
  insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, from_on) values (node, target, basis, document, dept, day);
  update party_org set version = version + 1 where id = node;
end $$;
create function sec.name_entry(its_kind text, subject int, place int, d jsonb) returns void language sql set search_path = public, pg_temp as $$
  insert into search_entry (kind, subject_id, division_id, title, pinyin, initials, grams)
  values (its_kind, subject::text, place, d->>'name', coalesce(d->>'pinyin', ''), coalesce(d->>'initials', ''),
    array(select jsonb_array_elements_text(coalesce(d->'grams', '[]'))))
  on conflict (kind, subject_id) do update set title = excluded.title, pinyin = excluded.pinyin, initials = excluded.initials, grams = excluded.grams
$$;

-- What a change of the tree of divisions does on its day.
create function sec.change_division(e tree_event) returns void language plpgsql set search_path = public, pg_temp as $$
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

-- The same for the Party line. What is led by a closed organization is led by its successor from then on, on the basis it had.
create function sec.change_party_org(e tree_event) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; made int; old party_org; led record; leader int;
begin
  if e.target_id is not null and exists (select 1 from party_org where id = e.target_id and closed_on is not null) then
    raise exception 'tree-closed' using errcode = 'P0001'; end if;
  if e.kind = 'OPEN' then
    insert into party_org (name, kind, setting, division_id, coverage, founded_on, opened_on, pinyin, initials)
      values (d->>'name', d->>'kind', d->>'setting', (d->>'divisionId')::int, d->>'coverage', (d->>'foundedOn')::date, e.effective_on,
        coalesce(d->>'pinyin', ''), coalesce(d->>'initials', '')) returning id into made;
    insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, from_on)
      values (made, e.target_id, coalesce(d->>'basis', 'LINE'), e.document_no, d->>'supervisingDept', e.effective_on);
    perform sec.place_node('party_org_closure', made, e.target_id, e.effective_on);
    perform sec.name_entry('party_org', made, (d->>'divisionId')::int, d);
    update tree_event set node_id = made where id = e.id;
    return;
  end if;
  select * into old from party_org where id = e.node_id;
  if old.closed_on is not null then raise exception 'tree-closed' using errcode = 'P0001'; end if;
  select leading_org_id into leader from party_org_affiliation where org_id = e.node_id and to_on is null;
  if e.kind = 'RENAME' then
    update party_org set name = d->>'name', pinyin = coalesce(d->>'pinyin', ''), initials = coalesce(d->>'initials', ''), version = version + 1 where id = e.node_id;
    perform sec.name_entry('party_org', e.node_id, old.division_id, d);
    update tree_event set detail = detail || jsonb_build_object('oldName', old.name) where id = e.id;
    return;
  elsif e.kind = 'MOVE' then
    perform sec.replace_party_org(e.node_id, e.target_id, coalesce(d->>'basis', 'LINE'), e.document_no, d->>'supervisingDept', e.effective_on);
  elsif e.kind in ('CLOSE', 'MERGE') then
    for led in select a.* from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null
      where a.leading_org_id = e.node_id and a.to_on is null order by a.org_id loop
      perform sec.replace_party_org(led.org_id, e.target_id, led.basis, led.document_no, led.supervising_dept, e.effective_on);
      insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
        values ('PARTY_ORG', 'MOVE', led.org_id, e.target_id, e.effective_on, e.document_no,
          jsonb_build_object('oldParentId', e.node_id, 'along', e.id, 'basis', led.basis), 'DONE', e.account_id, now());
    end loop;
    perform sec.move_subtree('party_org_closure', e.node_id, e.target_id, e.effective_on);
    delete from party_org_affiliation where org_id = e.node_id and to_on is null and from_on >= e.effective_on;
    update party_org_affiliation set to_on = e.effective_on where org_id = e.node_id and to_on is null;
    update party_org set closed_on = e.effective_on, version = version + 1 where id = e.node_id;
  else raise exception 'tree-event-kind' using errcode = 'P0001'; end if;
  update tree_event set detail = detail || jsonb_build_object('oldParentId', leader) where id = e.id;
end $$;

create function sec.carry_out(e tree_event) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if e.tree = 'DIVISION' then perform sec.change_division(e); else perform sec.change_party_org(e); end if;
  update tree_event set status = 'DONE', done_at = now() where id = e.id;
end $$;
-- A change that was scheduled and has become impossible is taken back with its reason, and does not come again every midnight.
create function sec.carry_out_or_fail(e tree_event) returns boolean language plpgsql set search_path = public, pg_temp as $$
begin
  perform sec.carry_out(e);
  return true;
exception when raise_exception or integrity_constraint_violation then
  update tree_event set status = 'CANCELLED', done_at = now(), detail = detail || jsonb_build_object('failed', sqlerrm) where id = e.id;
  return false;
end $$;
revoke all on function sec.replace_division(int, int, date), sec.replace_party_org(int, int, text, text, text, date), sec.name_entry(text, int, int, jsonb),
  sec.change_division(tree_event), sec.change_party_org(tree_event), sec.carry_out(tree_event), sec.carry_out_or_fail(tree_event) from public;

-- Carries out one event whose day has come, after everything of its tree that was due before it: in the order of days, also when
-- the server slept through a midnight. One change of a tree at a time, so that two moves cannot make a circle between them.
create or replace function sec.apply_tree_event(event uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare e tree_event; earlier tree_event; place int; goal int;
begin
  select * into e from tree_event where id = event;
  perform pg_advisory_xact_lock(334, case e.tree when 'DIVISION' then 1 else 2 end);
  select * into e from tree_event where id = event and status = 'SCHEDULED' and effective_on <= beijing_today() for update;
  if not found then return false; end if;
  if e.tree = 'DIVISION' then place := e.node_id; goal := e.target_id;
  else place := case when e.kind = 'OPEN' then (e.detail->>'divisionId')::int else (select division_id from party_org where id = e.node_id) end; end if;
  if not sec.may_touch(place) or (goal is not null and not sec.may_touch(goal)) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  for earlier in select * from tree_event where tree = e.tree and status = 'SCHEDULED' and (effective_on, created_at, id) < (e.effective_on, e.created_at, e.id)
    order by effective_on, created_at, id for update loop
    perform sec.carry_out_or_fail(earlier);
  end loop;
  if session_user = 'app_job' then return sec.carry_out_or_fail(e); end if;
  perform sec.carry_out(e);
  return true;
end $$;

-- Search: the plan of one statement for letters and characters at once would read a whole index for the half that is empty.
create or replace function sec.search(word text, grams text[], letters text, wanted text[], lim int)
returns table (kind text, subject_id text, division_id int, title text, detail text, place text, quality int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach(); mine uuid[] := sec.my_households();
begin
  if sec.account_id() is null then return; end if;
  if letters <> '' then
    return query
      with hits as materialized (
        select e.* from search_entry e where e.pinyin ~>=~ letters and e.pinyin ~<~ (letters || '~')
        union
        select e.* from search_entry e where e.initials ~>=~ letters and e.initials ~<~ (letters || '~'))
      select h.kind, h.subject_id, h.division_id, h.title, h.detail, d.name, case when h.pinyin = letters or h.initials = letters then 0 else 1 end
      from hits h join division d on d.id = h.division_id
      where h.kind = any (wanted) and (h.kind in ('party_org', 'division') or everything or h.division_id = any (here) or h.household_id = any (mine))
      order by 7, length(h.title), h.title, h.subject_id limit lim;
  elsif cardinality(grams) > 0 then
    return query
      select e.kind, e.subject_id, e.division_id, e.title, e.detail, d.name, case when e.title = word then 0 when e.title ^@ word then 1 else 2 end
      from search_entry e join division d on d.id = e.division_id
      where e.grams @> search.grams and position(word in e.title) > 0
        and e.kind = any (wanted) and (e.kind in ('party_org', 'division') or everything or e.division_id = any (here) or e.household_id = any (mine))
      order by 7, length(e.title), e.title, e.subject_id limit lim;
  end if;
end $$;
