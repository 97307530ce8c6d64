-- A renaming may also make another kind of the organization (改设): a branch that has grown becomes a general branch, and past days keep
-- the kind that it was of.

create or replace function sec.change_party_org(e tree_event) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; made int; old party_org; held jsonb; told jsonb;
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
  held := sec.led_by(e.node_id);
  told := jsonb_build_object('oldParentId', (held->>'leading_org_id')::int, 'was', held);
  if e.kind = 'RENAME' then
    update party_org set name = d->>'name', kind = coalesce(d->>'kind', old.kind), pinyin = coalesce(d->>'pinyin', ''), initials = coalesce(d->>'initials', ''), version = version + 1 where id = e.node_id;
    perform sec.name_entry('party_org', e.node_id, old.division_id, d);
    perform sec.tell_successor(e.node_id);
    told := jsonb_build_object('oldName', old.name) || case when d->>'kind' <> old.kind then jsonb_build_object('oldKind', old.kind) else '{}' end;
  elsif e.kind = 'SPLIT' then
    perform sec.split_party_org(e, old);
    return;
  elsif e.kind = 'MOVE' then
    perform sec.replace_party_org(e.node_id, e.target_id, coalesce(d->>'basis', 'LINE'), e.document_no, d->>'supervisingDept', e.effective_on);
  elsif e.kind in ('CLOSE', 'MERGE') then
    perform sec.move_along(array(select a.org_id from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null
      where a.leading_org_id = e.node_id and a.to_on is null order by a.org_id), e.target_id, e, e.node_id);
    perform sec.move_subtree('party_org_closure', e.node_id, e.target_id, e.effective_on);
    delete from party_org_affiliation where org_id = e.node_id and to_on is null and from_on >= e.effective_on;
    update party_org_affiliation set to_on = e.effective_on where org_id = e.node_id and to_on is null;
    update party_org set closed_on = e.effective_on, version = version + 1 where id = e.node_id;
    update search_entry set detail = '→ ' || (select name from party_org where id = e.target_id) where kind = 'party_org' and subject_id = e.node_id::text;
    told := told || jsonb_build_object('ended', sec.end_posts(e.node_id, e.effective_on, e.document_no, e.account_id)
      || jsonb_build_object('members', sec.hand_roster(array(select id from party_membership where org_id = e.node_id and to_on is null), e.target_id, e.effective_on, e.account_id,
        case e.kind when 'MERGE' then 'orgs.merge' else 'orgs.close' end))
      || jsonb_build_object('entities', sec.hand_entities(e.node_id, e.target_id, e.effective_on, e.account_id))
      || jsonb_build_object('departments', sec.hand_department(e.node_id, e.target_id, e.effective_on)));
  else raise exception 'tree-event-kind' using errcode = 'P0001'; end if;
  update tree_event set detail = detail || told where id = e.id;
end $$;

create or replace function sec.restore_party_org(e tree_event, keys jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; ended jsonb := e.detail->'ended'; made int := coalesce((e.detail->>'madeId')::int, e.node_id); doer int := coalesce(sec.account_id(), e.account_id); led tree_event;
begin
  if e.kind = 'RENAME' then
    update party_org set name = d->>'oldName', kind = coalesce(d->>'oldKind', kind), pinyin = coalesce(keys->>'pinyin', ''), initials = coalesce(keys->>'initials', ''), version = version + 1 where id = e.node_id;
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
