-- An organization is founded with what is reported of it, so that its row is written and traced once.
create or replace function sec.found_party_orgs(orgs jsonb, day date) returns table (row_no int, org_id int)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach(); me int := sec.account_id(); earlier tree_event;
  writing text := current_setting('app.import', true);
begin
  if me is null or day is null or day > beijing_today() then raise exception 'out-of-reach' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(334, 2);
  if not everything and exists (select 1 from jsonb_to_recordset(orgs) as n ("divisionId" int) where n."divisionId" is null or not n."divisionId" = any (here)) then
    raise exception 'out-of-reach' using errcode = '42501'; end if;
  -- What was due before is nobody's import: it is not traced, and so never taken back with it.
  perform set_config('app.import', '', true);
  for earlier in select * from tree_event t where t.tree = 'PARTY_ORG' and t.status = 'SCHEDULED' and t.effective_on <= day order by t.effective_on, t.created_at, t.id for update loop
    perform sec.carry_out_or_fail(earlier);
  end loop;
  perform set_config('app.import', coalesce(writing, ''), true);

  create temp table founded on commit drop as
    select n.at, n."rowNo" as row_no, n."leaderId" as leader_id, n."leaderRow" as leader_row, n."divisionId" as division_id, n."documentNo" as document_no, n.secretary, n.members, n.detail as d,
      nextval(pg_get_serial_sequence('party_org', 'id'))::int as org_id
    from rows from (jsonb_to_recordset(orgs) as ("rowNo" int, "leaderId" int, "leaderRow" int, "divisionId" int, "documentNo" text, secretary text, members int, detail jsonb)) with ordinality
      as n ("rowNo", "leaderId", "leaderRow", "divisionId", "documentNo", secretary, members, detail, at) order by n.at;
  create unique index on founded (row_no);
  create unique index on founded (org_id);
  -- Led by a row, it is led by one above it: so there is no circle.
  update founded f set leader_id = l.org_id from founded l where f.leader_id is null and l.row_no = f.leader_row and l.at < f.at;
  analyze founded;
  if exists (select 1 from founded f where f.leader_id is null
      or exists (select 1 from party_org o where o.id = f.leader_id and o.closed_on is not null)
      or exists (select 1 from founded l where l.org_id = f.leader_id and l.at >= f.at)) then
    raise exception 'tree-closed' using errcode = 'P0001'; end if;

  insert into party_org (id, name, kind, setting, division_id, coverage, founded_on, opened_on, pinyin, initials, secretary, member_count)
    select f.org_id, d->>'name', d->>'kind', d->>'setting', f.division_id, d->>'coverage', (d->>'foundedOn')::date, day, coalesce(d->>'pinyin', ''), coalesce(d->>'initials', ''), f.secretary, f.members
    from founded f order by f.at;
  insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, from_on)
    select f.org_id, f.leader_id, coalesce(d->>'basis', 'LINE'), f.document_no, d->>'supervisingDept', day from founded f order by f.at;
  -- Up through those founded here, and from the first that was there already by the line that it has.
  insert into party_org_closure (ancestor_id, node_id, depth, from_on)
    with recursive up (node_id, ancestor_id, depth) as (
      select f.org_id, f.org_id, 0 from founded f
      union all select u.node_id, f.leader_id, u.depth + 1 from up u join founded f on f.org_id = u.ancestor_id)
    select u.ancestor_id, u.node_id, u.depth, day from up u where exists (select 1 from founded f where f.org_id = u.ancestor_id)
    union all
    select c.ancestor_id, u.node_id, u.depth + c.depth, day from up u join party_org_closure c on c.node_id = u.ancestor_id and c.to_on is null
    where not exists (select 1 from founded f where f.org_id = u.ancestor_id);
  insert into search_entry (kind, subject_id, division_id, title, pinyin, initials, grams)
    select 'party_org', f.org_id::text, f.division_id, d->>'name', coalesce(d->>'pinyin', ''), coalesce(d->>'initials', ''),
      array(select jsonb_array_elements_text(coalesce(d->'grams', '[]'))) from founded f order by f.at;
  insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
    select 'PARTY_ORG', 'OPEN', f.org_id, f.leader_id, day, f.document_no, d || jsonb_build_object('divisionId', f.division_id), 'DONE', me, now() from founded f order by f.at;
  return query select f.row_no, f.org_id from founded f order by f.at;
end $$;
