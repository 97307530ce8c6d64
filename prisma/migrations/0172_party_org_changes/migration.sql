-- Party organizations are merged and split like divisions, and what ends takes along or ends whatever hangs on it.

alter table tenure drop constraint tenure_end,
  add constraint tenure_end check (end_reason in ('TERM_OVER', 'TRANSFERRED', 'RESIGNED', 'DISMISSED', 'DIED', 'RETIRED', 'MISTAKE', 'ORG_CLOSED') and (end_reason is null or to_on is not null));

-- 1. Who may schedule: of a merger both sides, of a split the seat of the new organization as well.
drop policy scheduling_within on tree_event;
create policy scheduling_within on tree_event as restrictive for insert to app_rw with check (sec.may_schedule(tree, node_id, target_id, detail)
  and (tree = 'DIVISION' or ((kind <> 'MERGE' or sec.may_touch(sec.org_seat(target_id))) and (not detail ? 'seatId' or sec.may_touch((detail->>'seatId')::int)))));

-- 2. Members from one roster to another, each with a dated row and a line of history. Gives the spell that ended and the one that began.
-- Whom the roster alone keeps goes along with it; a family's member, a helper with an account or with households stays where he is kept.
create function sec.person_along(member uuid, source int, target int) returns void language sql set search_path = public, pg_temp as $$
  with gone as (
    update person p set division_id = target, version = p.version + 1 from party_member m
      where m.id = member and p.id = m.person_id and p.household_id is null and p.division_id = source and source <> target
        and not exists (select 1 from account a where a.person_id = p.id) and not exists (select 1 from pairing g where g.helper_id = p.id) returning p.id)
  update search_entry e set division_id = target from gone where e.kind = 'person' and e.subject_id = gone.id::text
$$;
create function sec.hand_roster(spells uuid[], into_id int, day date, doer int, verb text) returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare s party_membership; into_org party_org; turned date; made uuid; pairs jsonb := '[]';
begin
  select * into into_org from party_org where id = into_id;
  for s in select * from party_membership where id = any (spells) and to_on is null order by id for update loop
    turned := greatest(s.from_on, day);
    update party_membership set to_on = turned, ended = 'TRANSFERRED', to_org_id = into_id where id = s.id;
    insert into party_membership (member_id, org_id, division_id, from_on, how, account_id)
      values (s.member_id, into_id, into_org.division_id, turned, 'TRANSFERRED', doer) returning id into made;
    update party_member set division_id = into_org.division_id, version = version + 1 where id = s.member_id;
    perform sec.person_along(s.member_id, s.division_id, into_org.division_id);
    insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
      select doer, (select name from account where id = doer), verb, 'partyMember', s.member_id::text, into_org.division_id, 'roster', o.name, into_org.name || ' ' || turned
      from party_org o where o.id = s.org_id;
    pairs := pairs || jsonb_build_object('was', s.id, 'is', made);
  end loop;
  return pairs;
end $$;
create function sec.return_roster(pairs jsonb, doer int, verb text) returns void language plpgsql set search_path = public, pg_temp as $$
declare one jsonb; gone party_membership; s party_membership;
begin
  for one in select * from jsonb_array_elements(coalesce(pairs, '[]')) loop
    delete from party_membership where id = (one->>'is')::uuid returning * into gone;
    update party_membership set to_on = null, ended = null, to_org_id = null where id = (one->>'was')::uuid returning * into s;
    update party_member m set division_id = s.division_id, version = m.version + 1,
      places = (select array_agg(distinct p) from (select s.division_id as p union select x.division_id from party_membership x where x.member_id = m.id) every_place) where m.id = s.member_id;
    perform sec.person_along(s.member_id, gone.division_id, s.division_id);
    insert into rollup_mark (fact, division_id, from_on) values ('members', gone.division_id, gone.from_on);
    insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
      select doer, (select name from account where id = doer), verb, 'partyMember', s.member_id::text, s.division_id, 'roster', here.name, back.name
      from party_org here, party_org back where here.id = gone.org_id and back.id = s.org_id;
  end loop;
end $$;
-- A single transfer, as in 0150, by the same way.
create or replace function sec.transfer_member(member uuid, to_org int, on_day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare m party_member; s party_membership; o party_org;
begin
  if sec.account_id() is null or on_day is null then raise exception 'out-of-reach' using errcode = '42501'; end if;
  select * into m from party_member where id = member for update;
  if not found or not (sec.sees_all() or m.division_id = any (sec.reach())) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  select * into s from party_membership where member_id = member and to_on is null for update;
  select * into o from party_org where id = to_org and closed_on is null and opened_on <= on_day;
  if s.id is null or o.id is null or o.id = s.org_id or on_day <= s.from_on then raise exception 'not-due' using errcode = 'P0001'; end if;
  update party_membership set to_on = on_day, ended = 'TRANSFERRED', to_org_id = o.id where id = s.id;
  insert into party_membership (member_id, org_id, division_id, from_on, how, account_id) values (member, o.id, o.division_id, on_day, 'TRANSFERRED', sec.account_id());
  update party_member set division_id = o.division_id, version = version + 1 where id = member;
  perform sec.person_along(member, s.division_id, o.division_id);
end $$;
-- What ends an organization says below what becomes of its roster; nothing looks for the successor any more.
drop trigger roster_follows on party_org;
drop function sec.roster_follows();

-- 3. What hangs on an organization that ends: members go to the successor, posts and their holders end, the entities that it served are
-- served by the successor as far as it may, and what a department in charge was named by. Gives what was done, so that it can be undone.
create function sec.end_posts(org int, day date, document text, doer int) returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare t tenure; q post_quota; p post; tenures jsonb := '[]'; quotas jsonb := '[]';
begin
  for t in select x.* from tenure x join post on post.id = x.post_id where post.party_org_id = org and (x.to_on is null or x.to_on > greatest(x.from_on, day)) order by x.id for update of x loop
    update tenure set to_on = greatest(t.from_on, day), end_reason = 'ORG_CLOSED', version = version + 1 where id = t.id;
    tenures := tenures || jsonb_build_object('id', t.id, 'to', t.to_on, 'why', t.end_reason);
  end loop;
  for p in select * from post where party_org_id = org order by id for update loop
    for q in select * from post_quota where post_id = p.id and from_on >= day and places > 0 order by from_on loop
      update post_quota set places = 0 where post_id = p.id and from_on = q.from_on;
      quotas := quotas || jsonb_build_object('post', p.id, 'from', q.from_on, 'places', q.places);
    end loop;
    if coalesce((select i.places from post_quota i where i.post_id = p.id and i.from_on <= day order by i.from_on desc limit 1), 0) > 0 then
      insert into post_quota (post_id, division_id, from_on, places, document_no, account_id) values (p.id, p.division_id, day, 0, document, doer);
      quotas := quotas || jsonb_build_object('post', p.id);
    end if;
  end loop;
  return jsonb_build_object('tenures', tenures, 'quotas', quotas);
end $$;
create function sec.return_posts(ended jsonb, day date) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  delete from post_quota q using jsonb_array_elements(ended->'quotas') x where not x ? 'places' and q.post_id = (x->>'post')::uuid and q.from_on = day;
  update post_quota q set places = (x->>'places')::int from jsonb_array_elements(ended->'quotas') x where x ? 'places' and q.post_id = (x->>'post')::uuid and q.from_on = (x->>'from')::date;
  update tenure t set to_on = (x->>'to')::date, end_reason = x->>'why', version = t.version + 1 from jsonb_array_elements(ended->'tenures') x where t.id = (x->>'id')::uuid;
end $$;
-- By the rule of coverage: an organization of a place takes members in (attached), one on the chain is joint where it serves several,
-- any other serves no entity.
create function sec.turn_coverage(p industry_party, its_coverage text, its_org int, day date, doer int) returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare made uuid; was jsonb := jsonb_build_object('was', p.id, 'coverage', p.coverage, 'mode', p.mode, 'org', p.party_org_id);
begin
  if p.from_on >= day then
    update industry_party set coverage = its_coverage, party_org_id = its_org, mode = case when its_coverage <> 'NONE' then p.mode end where id = p.id;
    return was;
  end if;
  update industry_party set to_on = day where id = p.id;
  insert into industry_party (entity_id, division_id, coverage, party_org_id, mode, from_on, account_id)
    values (p.entity_id, p.division_id, its_coverage, its_org, case when its_coverage <> 'NONE' then p.mode end, day, doer) returning id into made;
  return was || jsonb_build_object('is', made);
end $$;
create function sec.hand_entities(org int, into_id int, day date, doer int) returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare p industry_party; into_setting text; becomes text; done jsonb := '[]'; served int;
begin
  select setting into into_setting from party_org where id = into_id;
  select count(distinct entity_id) into served from industry_party where party_org_id in (org, into_id) and coverage in ('OWN', 'JOINT') and to_on is null;
  for p in select * from industry_party where to_on is null and (party_org_id = org or (party_org_id = into_id and coverage = 'OWN' and served > 1
      and exists (select 1 from industry_party x where x.party_org_id = org and x.coverage in ('OWN', 'JOINT') and x.to_on is null))) order by id for update loop
    becomes := case when p.party_org_id = into_id then 'JOINT' when into_setting = 'TERRITORIAL' then 'ATTACHED'
      when into_setting = 'ENTITY' and p.coverage in ('OWN', 'JOINT') then case when served > 1 then 'JOINT' else p.coverage end else 'NONE' end;
    done := done || sec.turn_coverage(p, becomes, case when becomes <> 'NONE' then into_id end, day, doer);
  end loop;
  return done;
end $$;
create function sec.return_entities(done jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare one jsonb;
begin
  for one in select * from jsonb_array_elements(coalesce(done, '[]')) loop
    if one ? 'is' then
      delete from industry_party where id = (one->>'is')::uuid;
      update industry_party set to_on = null where id = (one->>'was')::uuid;
    else
      update industry_party set coverage = one->>'coverage', mode = one->>'mode', party_org_id = (one->>'org')::int where id = (one->>'was')::uuid;
    end if;
  end loop;
end $$;
-- Whom a department's organization was named for: from that day by the one that goes on, if it is a department's, else by the text alone.
create function sec.hand_department(org int, into_id int, day date) returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare a party_org_affiliation; made uuid; done jsonb := '[]'; heir int;
begin
  select id into heir from party_org where id = into_id and setting = 'AGENCY';
  for a in select * from party_org_affiliation where supervising_org_id = org and to_on is null order by id for update loop
    if a.from_on >= day then
      update party_org_affiliation set supervising_org_id = heir where id = a.id;
      done := done || jsonb_build_object('was', a.id, 'org', org);
    else
      update party_org_affiliation set to_on = day where id = a.id;
      insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, supervising_org_id, from_on)
        values (a.org_id, a.leading_org_id, a.basis, a.document_no, a.supervising_dept, heir, day) returning id into made;
      done := done || jsonb_build_object('was', a.id, 'is', made);
    end if;
  end loop;
  return done;
end $$;
create function sec.return_department(done jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare one jsonb;
begin
  for one in select * from jsonb_array_elements(coalesce(done, '[]')) loop
    if one ? 'org' then update party_org_affiliation set supervising_org_id = (one->>'org')::int where id = (one->>'was')::uuid;
    else
      delete from party_org_affiliation where id = (one->>'is')::uuid and to_on is null;
      if found then update party_org_affiliation set to_on = null where id = (one->>'was')::uuid; end if;
    end if;
  end loop;
end $$;

-- 4. The changes themselves. As in 0012, with the split, with what hangs on an organization that ends, and with the row of who led before.
create function sec.led_by(org int) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select to_jsonb(a) from party_org_affiliation a where a.org_id = org and a.to_on is null
$$;
-- Organizations of one leader to another, on the basis that each has; each with an entry of its own in the lineage.
create function sec.move_along(orgs int[], target int, e tree_event, old_leader int) returns void language plpgsql set search_path = public, pg_temp as $$
declare was party_org_affiliation[] := array(select a from party_org_affiliation a where a.org_id = any (orgs) and a.to_on is null order by a.org_id);
begin
  perform sec.move_subtrees('party_org_closure', orgs, target, e.effective_on);
  delete from party_org_affiliation where org_id = any (orgs) and to_on is null and from_on >= e.effective_on;
  update party_org_affiliation set to_on = e.effective_on where org_id = any (orgs) and to_on is null;
  insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, supervising_org_id, from_on)
    select a.org_id, target, a.basis, a.document_no, a.supervising_dept, a.supervising_org_id, e.effective_on from unnest(was) a;
  update party_org set version = version + 1 where id = any (orgs);
  insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
    select 'PARTY_ORG', 'MOVE', a.org_id, target, e.effective_on, e.document_no,
      jsonb_build_object('oldParentId', old_leader, 'along', e.id, 'basis', a.basis, 'was', to_jsonb(a)), 'DONE', e.account_id, now() from unnest(was) a;
end $$;
create function sec.split_party_org(e tree_event, old party_org) returns void language plpgsql set search_path = public, pg_temp as $$
declare d jsonb := e.detail; held jsonb := sec.led_by(old.id); seat int := coalesce((e.detail->>'seatId')::int, old.division_id); made int; pairs jsonb;
begin
  if held is null or exists (select 1 from division where id = seat and closed_on is not null) then raise exception 'tree-closed' using errcode = 'P0001'; end if;
  if not sec.may_touch(seat) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  insert into party_org (name, kind, setting, division_id, coverage, founded_on, opened_on, pinyin, initials)
    values (d->>'name', coalesce(d->>'kind', old.kind), old.setting, seat, old.coverage, e.effective_on, e.effective_on, coalesce(d->>'pinyin', ''), coalesce(d->>'initials', '')) returning id into made;
  insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, from_on)
    values (made, (held->>'leading_org_id')::int, held->>'basis', coalesce(e.document_no, held->>'document_no'), held->>'supervising_dept', e.effective_on);
  perform sec.place_node('party_org_closure', made, (held->>'leading_org_id')::int, e.effective_on);
  perform sec.name_entry('party_org', made, seat, d);
  insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, account_id, done_at)
    values ('PARTY_ORG', 'OPEN', made, (held->>'leading_org_id')::int, e.effective_on, e.document_no,
      jsonb_build_object('name', d->>'name', 'basis', held->>'basis', 'divisionId', seat, 'splitFrom', old.id, 'along', e.id), 'DONE', e.account_id, now());
  perform sec.move_along(array(select a.org_id from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null
    where a.leading_org_id = old.id and a.to_on is null
    and a.org_id in (select (c.value #>> '{}')::int from jsonb_array_elements(coalesce(d->'children', '[]')) c) order by 1), made, e, old.id);
  pairs := sec.hand_roster(array(select id from party_membership where org_id = old.id and to_on is null
    and member_id in (select (c.value #>> '{}')::uuid from jsonb_array_elements(coalesce(d->'members', '[]')) c)), made, e.effective_on, e.account_id, 'orgs.split');
  update party_org set version = version + 1 where id = old.id;
  update tree_event set detail = detail || jsonb_build_object('madeId', made, 'ended', jsonb_build_object('members', pairs)) where id = e.id;
end $$;
-- What is found under the name of one that has ended says where it went on.
create function sec.tell_successor(org int) returns void language sql set search_path = public, pg_temp as $$
  update search_entry set detail = '→ ' || (select name from party_org where id = org) where kind = 'party_org' and subject_id in (
    select e.node_id::text from tree_event e join party_org o on o.id = e.node_id and o.closed_on is not null
    where e.tree = 'PARTY_ORG' and e.kind in ('CLOSE', 'MERGE') and e.status = 'DONE' and e.target_id = org)
$$;
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
    update party_org set name = d->>'name', pinyin = coalesce(d->>'pinyin', ''), initials = coalesce(d->>'initials', ''), version = version + 1 where id = e.node_id;
    perform sec.name_entry('party_org', e.node_id, old.division_id, d);
    perform sec.tell_successor(e.node_id);
    told := jsonb_build_object('oldName', old.name);
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

-- 5. Who would newly see rows that go from some places to another one, or no longer: counted for whoever plans it and reaches the places,
-- also where he does not look after the accounts himself; names only of his own reach.
create function sec.sight_between(places int[], target int, moves boolean) returns table (gains boolean, people int, names text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if sec.account_id() is null or exists (select 1 from unnest(places) p where not sec.may_touch(p)) then return; end if;
  return query
  with moved as (select unnest(places) as id),
  before as (select m.id, c.ancestor_id from moved m join division_closure c on c.node_id = m.id and c.to_on is null),
  after as (select m.id, c.ancestor_id from moved m join division_closure c on c.node_id = target and c.to_on is null
    union select b.id, b.ancestor_id from before b where b.ancestor_id = b.id and moves),
  granted as (select distinct g.account_id, g.division_id from role_grant g join role r on r.code = g.role
    where r.reads_registry and g.from_at <= now() and (g.to_at is null or g.to_at > now())),
  had as (select distinct b.id, g.account_id from granted g join before b on b.ancestor_id = g.division_id),
  has as (select distinct a.id, g.account_id from granted g join after a on a.ancestor_id = g.division_id),
  changed as (
    select distinct h.account_id, true as gains from has h where not exists (select 1 from had where had.id = h.id and had.account_id = h.account_id)
    union all select distinct h.account_id, false from had h where not exists (select 1 from has where has.id = h.id and has.account_id = h.account_id))
  select c.gains, count(*)::int, (array_agg(a.name order by a.name) filter (where sec.sees_all() or a.division_id = any (sec.reach())))[1:5]
  from changed c join account a on a.id = c.account_id group by c.gains;
end $$;

revoke all on function sec.sight_between(int[], int, boolean), sec.person_along(uuid, int, int), sec.hand_roster(uuid[], int, date, int, text),
  sec.return_roster(jsonb, int, text), sec.end_posts(int, date, text, int), sec.return_posts(jsonb, date), sec.turn_coverage(industry_party, text, int, date, int),
  sec.hand_entities(int, int, date, int), sec.return_entities(jsonb), sec.hand_department(int, int, date), sec.return_department(jsonb), sec.led_by(int),
  sec.move_along(int[], int, tree_event, int), sec.split_party_org(tree_event, party_org), sec.tell_successor(int) from public;
grant execute on function sec.sight_between(int[], int, boolean) to app_rw;

-- Those that had ended before left their posts open. No figure moves: posts of what is no more were not counted.
do $$ begin perform sec.end_posts(o.id, o.closed_on, null, null) from party_org o where o.closed_on is not null; end $$;
