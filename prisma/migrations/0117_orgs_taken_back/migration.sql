-- Imports of Party organizations can be taken back as the others are: founded ones go unless something hangs on them,
-- what was reported of those that were there is as before, and what was touched since stays and is named.

create trigger trace_insert after insert on party_org referencing new table as new_rows for each statement execute function trace_import('id');
create trigger trace_update after update on party_org referencing new table as new_rows old table as old_rows for each statement execute function trace_import('id');

-- Founded with what is reported of it, so that each row is written and traced once.
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

-- Of these organizations, those to which anything refers besides the Party line itself: asked of the catalog, so that a table that comes later is not forgotten.
create function sec.orgs_used(ids int[]) returns setof int language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.relname as tbl, a.attname as col from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'int'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('party_org', 'party_org_affiliation', 'party_org_closure')
      and (a.attname ~ '(^|_)org_id$' or exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'party_org'::regclass and a.attnum = any (f.conkey)))
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1)', place.col, place.tbl, place.col) using ids;
  end loop;
end $$;

-- What would go back and what stays; only for the one who imported, within thirty days.
create function sec.take_back_orgs_plan(of_import uuid) returns table (unit int, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  if not exists (select 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'party-orgs'
      and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days') then return; end if;
  return query
  with recursive t as materialized (
    select x.key::int as unit, x.before is null as created, o.division_id, o.id is null or sec.row_digest(to_jsonb(o)) <> x.after as edited
    from import_trace x left join party_org o on o.id = x.key::int where x.import_id = of_import and x.tbl = 'party_org'),
  changed as (
    select e.node_id as unit from tree_event e where e.tree = 'PARTY_ORG' and e.kind <> 'OPEN' and e.status <> 'CANCELLED' and e.node_id in (select t.unit from t where t.created)),
  used as (
    select sec.orgs_used((select coalesce(array_agg(t.unit), '{}') from t where t.created)) as unit
    union select a.leading_org_id from party_org_affiliation a where a.leading_org_id in (select t.unit from t where t.created) and a.org_id not in (select t.unit from t where t.created)
    union select e.target_id from tree_event e where e.tree = 'PARTY_ORG' and e.status <> 'CANCELLED' and e.target_id in (select t.unit from t where t.created)
      and e.node_id not in (select t.unit from t where t.created)
    union select e.node_id from tree_event e join stored_file f on f.owner = 'tree_event' and f.owner_id = e.id::text where e.tree = 'PARTY_ORG'),
  judged as materialized (
    select t.*, case when not (everything or t.division_id = any (here)) then 'BEYOND' when t.edited then 'EDITED' when not t.created then null
      when t.unit in (select c.unit from changed c) then 'EDITED' when t.unit in (select u.unit from used u) then 'USED' end as why from t),
  -- Who leads one that stays, or has led it, stays as well.
  staying (unit) as (
    select j.unit from judged j where j.created and j.why is not null
    union select a.leading_org_id from staying s join party_org_affiliation a on a.org_id = s.unit join judged j on j.unit = a.leading_org_id and j.created)
  select j.unit, j.created, coalesce(j.why, case when j.created and j.unit in (select s.unit from staying s) then 'USED' end) from judged j;
end $$;

create function sec.take_back_orgs(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import; gone int[];
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  -- No change of the Party line between the judgement and the deed.
  perform pg_advisory_xact_lock(334, 2);
  create temp table orgs_going on commit drop as select * from sec.take_back_orgs_plan(of_import);
  analyze orgs_going;
  select count(*) filter (where stays is null), count(*) filter (where stays is not null), coalesce(array_agg(unit) filter (where stays is null and created), '{}')
    into went, stayed, gone from orgs_going;
  update import_trace x set stays = g.stays from orgs_going g where x.import_id = of_import and x.tbl = 'party_org' and x.key = g.unit::text and g.stays is not null;

  -- An import changes nothing else of an organization that is there.
  insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'partyOrg', o.id::text, o.division_id, f.field, f.old, f.new
    from orgs_going g join party_org o on o.id = g.unit join import_trace x on x.import_id = of_import and x.tbl = 'party_org' and x.key = g.unit::text
    cross join lateral (values ('secretary', o.secretary, x.before->>'secretary'), ('memberCount', o.member_count::text, x.before->>'member_count')) f (field, old, new)
    where g.stays is null and not g.created and f.old is distinct from f.new;
  update party_org o set secretary = x.before->>'secretary', member_count = (x.before->>'member_count')::int, version = o.version + 1
    from orgs_going g join import_trace x on x.import_id = of_import and x.tbl = 'party_org' and x.key = g.unit::text
    where o.id = g.unit and g.stays is null and not g.created;

  delete from search_entry e where e.kind = 'party_org' and e.subject_id in (select u::text from unnest(gone) u);
  delete from party_org_closure c where c.node_id = any (gone) or c.ancestor_id = any (gone);
  delete from party_org_affiliation a where a.org_id = any (gone);
  delete from tree_event e where e.tree = 'PARTY_ORG' and e.node_id = any (gone);
  delete from party_org o where o.id = any (gone);
end $$;

revoke all on function sec.orgs_used(int[]), sec.take_back_orgs_plan(uuid), sec.take_back_orgs(uuid) from public;
grant execute on function sec.take_back_orgs_plan(uuid), sec.take_back_orgs(uuid) to app_rw;
