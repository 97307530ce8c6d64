-- The second wall: what the database itself refuses, whatever the program asks (decisions 23, 24).
-- Policies read only functions of the schema "sec", which derive everything from the session token.

-- 1. Values that may stand in a column (text with CHECK: equality on text is leakproof, on enums it is not).
alter table division add constraint division_level check (level in ('PREFECTURE','COUNTY','TOWNSHIP','VILLAGE','GROUP')),
  add constraint division_root check ((level = 'PREFECTURE') = (parent_id is null)),
  add constraint division_name check (name <> '');
alter table division_closure add constraint division_closure_days check (to_on is null or to_on > from_on);
alter table party_org_closure add constraint party_org_closure_days check (to_on is null or to_on > from_on);
create unique index division_closure_now on division_closure (ancestor_id, node_id) where to_on is null;
create unique index party_org_closure_now on party_org_closure (ancestor_id, node_id) where to_on is null;
alter table tree_event add constraint tree_event_tree check (tree in ('DIVISION','PARTY_ORG')),
  add constraint tree_event_kind check (kind in ('OPEN','RENAME','MOVE','MERGE','SPLIT','CLOSE')),
  add constraint tree_event_status check (status in ('SCHEDULED','DONE','CANCELLED'));
alter table party_org add constraint party_org_kind check (kind in ('COMMITTEE','GENERAL_BRANCH','BRANCH','JOINT_BRANCH','GROUP','TEMPORARY_BRANCH','WORKING_COMMITTEE')),
  add constraint party_org_setting check (setting in ('TERRITORIAL','AGENCY','ENTITY')),
  add constraint party_org_coverage check ((setting = 'ENTITY') = (coverage is not null) and (coverage is null or coverage in ('ONE_VILLAGE','CROSS_VILLAGE','CROSS_TOWNSHIP')));
alter table party_org_affiliation add constraint affiliation_basis check (basis in ('LINE','VILLAGE_LED','APPROVER_LED','COUNTY_DESIGNATED')),
  add constraint affiliation_designated check (basis <> 'COUNTY_DESIGNATED' or (document_no is not null and supervising_dept is not null)),
  add constraint affiliation_days check (to_on is null or to_on > from_on),
  add constraint affiliation_not_self check (org_id <> leading_org_id),
  add constraint affiliation_one_at_a_time exclude using gist (org_id with =, daterange(from_on, to_on) with &&);
alter table person add constraint person_sex check (sex in ('M','F')),
  add constraint person_id_type check (id_type in ('RESIDENT_ID','DISABILITY_CARD','OFFICER_CARD')),
  add constraint person_id_whole check ((id_no_sealed is null) = (id_no_digest is null) and (id_no_sealed is null) = (id_tail_digest is null)),
  add constraint person_rank check (rank in ('COUNTY_LEADER','SECTION_LEADER','STAFF','VILLAGE_CADRE','MEMBER'));
alter table registry_year add constraint registry_year_status check (status in ('OPEN','CLOSED'));
create unique index registry_year_open on registry_year (status) where status = 'OPEN';
alter table household add constraint household_status check (status in ('POOR','PRE_EXIT','EXITED','RETURNED','NOT_REGISTERED','REMOVED','DISSOLVED')),
  add constraint household_attribute check (attribute in ('GENERAL','LOW_ALLOWANCE','DESTITUTE'));
alter table household_year add constraint household_year_status check (status in ('POOR','PRE_EXIT','EXITED','RETURNED','NOT_REGISTERED','REMOVED','DISSOLVED')),
  add constraint household_year_attribute check (attribute in ('GENERAL','LOW_ALLOWANCE','DESTITUTE'));
alter table household_spell add constraint household_spell_status check (status in ('POOR','PRE_EXIT','EXITED','RETURNED','NOT_REGISTERED','REMOVED','DISSOLVED')),
  add constraint household_spell_days check (to_on is null or to_on > from_on),
  add constraint household_spell_one_at_a_time exclude using gist (household_id with =, daterange(from_on, to_on) with &&);
create unique index membership_one_head on membership_year (household_id, year) where relation = 'HEAD';
alter table pairing add constraint pairing_kind check (kind in ('FIRST_HELPER','SECOND_HELPER','PARTY_MEMBER_LINK','LEADER_CONTACT','KINSHIP')),
  add constraint pairing_days check (to_on is null or to_on >= from_on),
  add constraint pairing_one_first_helper exclude using gist (household_id with =, daterange(from_on, to_on) with &&) where (kind = 'FIRST_HELPER'),
  add constraint pairing_once exclude using gist (household_id with =, helper_id with =, kind with =, daterange(from_on, to_on) with &&);
alter table visit add constraint visit_kind check (kind in ('HOME','PHONE','PASTURE','CONDOLENCE','ROUND','CAMPAIGN')),
  add constraint visit_situation check (situation in ('NORMAL','CHANGED','DIFFICULT')),
  add constraint visit_status check (status in ('SUBMITTED','RETURNED','CONFIRMED','WITHDRAWN'));
alter table visit_rule add constraint visit_rule_period check (period in ('MONTH','QUARTER')),
  add constraint visit_rule_count check (min_count >= 0);
alter table account add constraint account_status check (status in ('ACTIVE','DISABLED')),
  add constraint account_username check (username = lower(username) and username <> '');
alter table import add constraint import_status check (status in ('UPLOADED','READ','CHECKING','CHECKED','PUBLISHING','DONE','CANCELLED','FAILED'));
alter table import_row add constraint import_row_action check (action in ('ADD','UPDATE','SAME','BAD'));
alter table job add constraint job_status check (status in ('QUEUED','RUNNING','DONE','FAILED','CANCELLED'));
-- Expressions, which the schema comparison leaves alone (it cannot describe the operator class).
create index search_entry_pinyin on search_entry (lower(pinyin) text_pattern_ops);
create index search_entry_initials on search_entry (lower(initials) text_pattern_ops);

-- 2. Roles of people: what the database must know of them. The verbs live in lib/domains/accounts/roles.ts.
insert into role (code, reads_registry, reads_audit, manages_accounts) values
  ('PREFECTURE_ADMIN', true, false, true), ('PREFECTURE_VIEWER', true, false, false),
  ('COUNTY_ADMIN', true, false, true), ('COUNTY_ORG_DEPT', true, false, false),
  ('COUNTY_POVERTY_OFFICE', true, false, false), ('COUNTY_FINANCE', false, false, false),
  ('DEPARTMENT_USER', false, false, false), ('TOWNSHIP_ADMIN', true, false, true),
  ('TOWNSHIP_REVIEWER', true, false, false), ('FIRST_SECRETARY', true, false, false),
  ('TEAM_MEMBER', true, false, false), ('VILLAGE_CADRE', true, false, false),
  ('HELPER', false, false, false), ('APPRAISER', true, false, false),
  ('AUDITOR', false, true, false), ('SYSTEM_ADMIN', false, false, false), ('SECURITY_ADMIN', false, false, true);

-- 3. Who is asking: everything follows from the token of this transaction.
create schema sec;
grant usage on schema sec to app_rw, app_job;

create function sec.account_id() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select s.account_id from session s join account a on a.id = s.account_id
  where s.digest = sha256(convert_to(nullif(current_setting('app.tok', true), ''), 'UTF8'))
    and s.revoked_at is null and s.expires_at > now() and a.status = 'ACTIVE'
$$;
create function sec.person_id() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select person_id from account where id = sec.account_id()
$$;
create function sec.sees_all() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_grant g join role r on r.code = g.role join division d on d.id = g.division_id
    where g.account_id = sec.account_id() and r.reads_registry and d.level = 'PREFECTURE'
      and g.from_at <= now() and (g.to_at is null or g.to_at > now()))
$$;
-- The nodes of today's tree under the granted divisions.
create function sec.reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join role r on r.code = g.role
    join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and r.reads_registry
    and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
-- The households paired with me today.
create function sec.my_households() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct p.household_id), '{}') from pairing p
  where p.helper_id = sec.person_id() and p.from_on <= beijing_today() and (p.to_on is null or p.to_on > beijing_today())
$$;
create function sec.account_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join role r on r.code = g.role
    join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and r.manages_accounts
    and g.from_at <= now() and (g.to_at is null or g.to_at > now())
$$;
create function sec.reads_audit() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_grant g join role r on r.code = g.role
    where g.account_id = sec.account_id() and r.reads_audit and g.from_at <= now() and (g.to_at is null or g.to_at > now()))
$$;
create function sec.my_imports() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from import where account_id = sec.account_id()
$$;
-- One round trip tells a page who looks, with which grants, and how far they reach.
create function sec.viewer() returns table (account_id int, person_id uuid, name text, locale text, theme text, text_size text,
  density text, color_safe boolean, home_division_id int, must_change boolean, sees_all boolean, grants jsonb, households uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.person_id, a.name, a.locale, a.theme, a.text_size, a.density, a.color_safe, a.division_id, a.must_change, sec.sees_all(),
    (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'divisionId', g.division_id, 'readsRegistry', r.reads_registry, 'nodes',
       case when d.level = 'PREFECTURE' then null else
         (select jsonb_agg(c.node_id) from division_closure c where c.ancestor_id = g.division_id and c.to_on is null) end) order by g.id), '[]')
     from role_grant g join role r on r.code = g.role join division d on d.id = g.division_id
     where g.account_id = a.id and g.from_at <= now() and (g.to_at is null or g.to_at > now())),
    sec.my_households()
  from account a where a.id = sec.account_id()
$$;

-- 4. Sign-in: the only doors open without a token.
create function sec.login_lookup(who text) returns table (account_id int, password_hash text, status text) language sql stable security definer set search_path = public, pg_temp as $$
  select id, password_hash, status from account where username = lower(who)
$$;
create function sec.session_open(token_digest bytea, whose int, until timestamptz, on_device text) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into session (digest, account_id, expires_at, device) select token_digest, id, until, on_device from account where id = whose and status = 'ACTIVE';
  update account set last_sign_in_at = now() where id = whose;
$$;
create function sec.session_close(token_digest bytea) returns void language sql security definer set search_path = public, pg_temp as $$
  update session set revoked_at = now() where digest = token_digest and revoked_at is null
$$;
-- Counts a failure before the password is looked at, so that parallel guesses cannot slip through; returns failures so far.
create function sec.throttle_hit(which text, forget interval) returns int language sql security definer set search_path = public, pg_temp as $$
  insert into sign_in_throttle as t (bucket, failures, last_at) values (which, 1, now())
  on conflict (bucket) do update set failures = case when t.last_at < now() - forget then 1 else t.failures + 1 end, last_at = now()
  returning failures
$$;
create function sec.throttle_state(which text) returns table (failures int, last_at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select failures, last_at from sign_in_throttle where bucket = which
$$;
create function sec.throttle_clear(which text) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_throttle where bucket = which
$$;
create function sec.demo_accounts() returns table (account_id int, username text, name text, role text, place text) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.username, a.name, g.role, d.name from account a
    join lateral (select * from role_grant where account_id = a.id order by id limit 1) g on true join division d on d.id = g.division_id
  where a.username like 'demo-%' and a.status = 'ACTIVE' and exists (select 1 from setting where key = 'demo') order by a.id
$$;
-- The one-time code of the first administrator (or a reset) becomes a password, once.
create function sec.redeem_code(code_digest bytea, hash text, wanted_username text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare c one_time_code; made int;
begin
  update one_time_code set used_at = now() where digest = code_digest and used_at is null and expires_at > now() returning * into c;
  if not found then return null; end if;
  if c.purpose = 'FIRST_ADMIN' then
    insert into account (username, password_hash, name, division_id)
      values (lower(wanted_username), hash, wanted_username, (select id from division where level = 'PREFECTURE' limit 1)) returning id into made;
    insert into role_grant (account_id, role, division_id)
      select made, r, (select division_id from account where id = made) from unnest(array['PREFECTURE_ADMIN']) r;
    return made;
  end if;
  update account set password_hash = hash, must_change = false where id = c.account_id;
  update session set revoked_at = now() where account_id = c.account_id and revoked_at is null;
  return c.account_id;
end $$;
-- What a stranger did (failed sign-in …) is told without a token.
create function sec.tell(its_verb text, its_subject text, its_facts jsonb, request text) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_event (account_id, account_name, verb, subject, facts, request_id)
  select a.id, a.name, its_verb, its_subject, its_facts, request from (select 1) one left join account a on a.id = sec.account_id()
$$;
-- A job borrows the present rights of the person who asked for it, for ten minutes at most.
create function sec.mint(of_job uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''); who int;
begin
  select j.account_id into who from job j join account a on a.id = j.account_id where j.id = of_job and j.status = 'RUNNING' and a.status = 'ACTIVE';
  if who is null then return null; end if;
  insert into session (digest, account_id, kind, expires_at) values (sha256(convert_to(token, 'UTF8')), who, 'JOB', now() + interval '10 minutes');
  return token;
end $$;

-- 5. The two trees in time. Only these functions write the closures, since reach hangs on them.
create function sec.place_node(closure regclass, node int, target int, day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into %s (ancestor_id, node_id, depth, from_on) select ancestor_id, $1, depth + 1, $3 from %s where node_id = $2 and to_on is null union all select $1, $1, 0, $3', closure, closure)
    using node, target, day;
end $$;
create function sec.move_subtree(closure regclass, node int, target int, day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare cyclic boolean;
begin
  execute format('select exists (select 1 from %s where ancestor_id = $1 and node_id = $2 and to_on is null)', closure) into cyclic using node, target;
  if cyclic then raise exception 'tree-cycle' using errcode = 'P0001'; end if;
  -- rows of today between the old ancestors and the subtree end on this day (or vanish, if they began on it)
  execute format('delete from %1$s c where to_on is null and from_on >= $2
    and node_id in (select node_id from %1$s where ancestor_id = $1 and to_on is null)
    and ancestor_id in (select ancestor_id from %1$s where node_id = $1 and depth > 0 and to_on is null)', closure) using node, day;
  execute format('update %1$s c set to_on = $2 where to_on is null
    and node_id in (select node_id from %1$s where ancestor_id = $1 and to_on is null)
    and ancestor_id in (select ancestor_id from %1$s where node_id = $1 and depth > 0 and to_on is null)', closure) using node, day;
  execute format('insert into %1$s (ancestor_id, node_id, depth, from_on)
    select up.ancestor_id, down.node_id, up.depth + down.depth + 1, $3 from %1$s up, %1$s down
    where up.node_id = $2 and up.to_on is null and down.ancestor_id = $1 and down.to_on is null', closure) using node, target, day;
end $$;
revoke all on function sec.place_node(regclass, int, int, date), sec.move_subtree(regclass, int, int, date) from public;

-- May the asker touch this place? The midnight tick (app_job) acts for whoever scheduled the event.
create function sec.may_touch(place int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select session_user = 'app_job' or sec.sees_all() or place = any (sec.reach())
$$;
create function sec.open_division(into_parent int, its_level text, its_name text, its_code text, full_pinyin text, its_initials text, day date) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare made int;
begin
  if not sec.may_touch(into_parent) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  insert into division (name, code, level, parent_id, opened_on, pinyin, initials) values (its_name, its_code, its_level, into_parent, day, full_pinyin, its_initials) returning id into made;
  perform sec.place_node('division_closure', made, into_parent, day);
  return made;
end $$;
create function sec.open_party_org(leader int, basis text, document text, dept text, place int, its_kind text, its_setting text, its_coverage text,
  its_name text, full_pinyin text, its_initials text, founded date, day date) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare made int;
begin
  if not sec.may_touch(place) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  insert into party_org (name, kind, setting, division_id, coverage, founded_on, opened_on, pinyin, initials)
    values (its_name, its_kind, its_setting, place, its_coverage, founded, day, full_pinyin, its_initials) returning id into made;
  insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, from_on) values (made, leader, basis, document, dept, day);
  perform sec.place_node('party_org_closure', made, leader, day);
  return made;
end $$;
-- Carries out one event whose day has come. Past days are never touched: rows of the closure end on the event's day.
create function sec.apply_tree_event(event uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare e tree_event; place int; goal int;
begin
  select * into e from tree_event where id = event and status = 'SCHEDULED' and effective_on <= beijing_today() for update;
  if not found then return false; end if;
  if e.tree = 'DIVISION' then place := e.node_id; goal := e.target_id;
  else select division_id into place from party_org where id = e.node_id; select division_id into goal from party_org where id = e.target_id; end if;
  if not sec.may_touch(place) or (e.tree = 'DIVISION' and goal is not null and not sec.may_touch(goal)) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  if e.tree = 'DIVISION' then
    if e.kind = 'RENAME' then
      update division set name = e.detail->>'name', pinyin = coalesce(e.detail->>'pinyin', ''), initials = coalesce(e.detail->>'initials', ''), version = version + 1 where id = e.node_id;
    elsif e.kind = 'MOVE' then
      perform sec.move_subtree('division_closure', e.node_id, e.target_id, e.effective_on);
      update division set parent_id = e.target_id, version = version + 1 where id = e.node_id;
    elsif e.kind in ('CLOSE', 'MERGE') then
      perform sec.move_subtree('division_closure', e.node_id, e.target_id, e.effective_on);
      update division set closed_on = e.effective_on, successor_id = e.target_id, version = version + 1 where id = e.node_id;
    else raise exception 'tree-event-kind' using errcode = 'P0001'; end if;
    if e.kind <> 'RENAME' then insert into rollup_mark (fact, division_id, from_on) values ('tree', e.node_id, e.effective_on); end if;
  else
    if e.kind = 'RENAME' then
      update party_org set name = e.detail->>'name', pinyin = coalesce(e.detail->>'pinyin', ''), initials = coalesce(e.detail->>'initials', ''), version = version + 1 where id = e.node_id;
    elsif e.kind in ('MOVE', 'CLOSE', 'MERGE') then
      perform sec.move_subtree('party_org_closure', e.node_id, e.target_id, e.effective_on);
      delete from party_org_affiliation where org_id = e.node_id and to_on is null and from_on >= e.effective_on;
      update party_org_affiliation set to_on = e.effective_on where org_id = e.node_id and to_on is null;
      if e.kind = 'MOVE' then
        insert into party_org_affiliation (org_id, leading_org_id, basis, document_no, supervising_dept, from_on)
          values (e.node_id, e.target_id, coalesce(e.detail->>'basis', 'LINE'), e.document_no, e.detail->>'supervisingDept', e.effective_on);
        update party_org set version = version + 1 where id = e.node_id;
      else update party_org set closed_on = e.effective_on, version = version + 1 where id = e.node_id; end if;
    else raise exception 'tree-event-kind' using errcode = 'P0001'; end if;
  end if;
  update tree_event set status = 'DONE', done_at = now() where id = event;
  return true;
end $$;

-- 6. Search: one reviewed function, because LIKE and array operators cannot use an index below a policy.
create function sec.search(word text, grams text[], letters text, wanted text[], lim int)
returns table (kind text, subject_id text, division_id int, title text, detail text, place text, quality int)
language sql stable security definer set search_path = public, pg_temp as $$
  with me as (select sec.account_id() as id, sec.sees_all() as sees_all, sec.reach() as reach, sec.my_households() as mine),
  found as (
    select e.*, case when e.title = word or e.pinyin = letters or e.initials = letters then 0
                     when e.title ^@ word then 1 when letters <> '' then 2 else 3 end as quality
    from search_entry e, me
    where me.id is not null and e.kind = any (wanted)
      and ((cardinality(grams) > 0 and e.grams @> grams and position(word in e.title) > 0)
        or (letters <> '' and ((lower(e.pinyin) ~>=~ letters and lower(e.pinyin) ~<~ (letters || '~')) or (lower(e.initials) ~>=~ letters and lower(e.initials) ~<~ (letters || '~')))))
      and (e.kind in ('party_org', 'division') or me.sees_all or e.division_id = any (me.reach) or e.household_id = any (me.mine))
  )
  select f.kind, f.subject_id, f.division_id, f.title, f.detail, d.name, f.quality
  from found f join division d on d.id = f.division_id
  order by f.quality, length(f.title), f.title, f.subject_id limit lim
$$;

-- Is this ID number held by somebody out of my reach? Says only yes or no (decisions 27).
create function sec.id_number_known(its_digest bytea) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sec.account_id() is not null and exists (select 1 from person where id_no_digest = its_digest)
$$;

revoke all on all functions in schema sec from public;
grant execute on function sec.account_id(), sec.person_id(), sec.sees_all(), sec.reach(), sec.my_households(), sec.account_reach(), sec.reads_audit(),
  sec.my_imports(), sec.viewer(), sec.login_lookup(text), sec.session_open(bytea, int, timestamptz, text), sec.session_close(bytea),
  sec.throttle_hit(text, interval), sec.throttle_state(text), sec.throttle_clear(text), sec.demo_accounts(), sec.redeem_code(bytea, text, text),
  sec.tell(text, text, jsonb, text), sec.may_touch(int),
  sec.open_division(int, text, text, text, text, text, date),
  sec.open_party_org(int, text, text, text, int, text, text, text, text, text, text, date, date),
  sec.apply_tree_event(uuid), sec.search(text, text[], text, text[], int), sec.id_number_known(bytea) to app_rw;
grant execute on function sec.account_id(), sec.sees_all(), sec.reach(), sec.my_households(), sec.person_id(), sec.my_imports(), sec.mint(uuid), sec.apply_tree_event(uuid), sec.may_touch(int), sec.tell(text, text, jsonb, text) to app_job;

-- 7. Policies.
do $$
declare t text;
begin
  -- rows of a place
  foreach t in array array['household_year', 'household_spell', 'membership_year', 'pairing', 'visit', 'visit_visitor', 'search_entry', 'change'] loop
    execute format('create policy reach on %I to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())))', t);
  end loop;
  -- what everybody signed in may read
  foreach t in array array['division', 'division_closure', 'party_org', 'party_org_closure', 'party_org_affiliation', 'tree_event', 'registry_year', 'visit_rule', 'target', 'role', 'setting'] loop
    execute format('create policy signed_in on %I for select to app_rw using ((select sec.account_id()) is not null)', t);
  end loop;
  foreach t in array array['division', 'division_closure', 'party_org', 'party_org_closure', 'tree_event', 'registry_year', 'visit_rule', 'target', 'setting',
    'household', 'household_spell', 'pairing', 'visit', 'visit_visitor'] loop
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
  end loop;
  foreach t in array array['rollup', 'rollup_leaf', 'rollup_mark', 'job', 'import', 'import_row'] loop
    execute format('create policy jobs on %I to app_job using (true)', t);
  end loop;
  for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations' loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;
create policy reach on household to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or id in (select unnest(sec.my_households())));
create policy reach on person to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households())) or id = (select sec.person_id()));
create policy reach on rollup for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy reach on rollup_leaf for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy marks on rollup_mark for select to app_rw using ((select sec.account_id()) is not null);
create policy scheduling on tree_event for insert to app_rw with check (account_id = (select sec.account_id()));
create policy scheduling_own on tree_event for update to app_rw using (account_id = (select sec.account_id()));
create policy describing on party_org for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy setting_rules on visit_rule to app_rw using ((select sec.sees_all()));
create policy setting_targets on target to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy settings on setting to app_rw using ((select sec.sees_all()));
create policy years on registry_year to app_rw using ((select sec.sees_all()));
create policy own_or_managed on account to app_rw using (id = (select sec.account_id()) or division_id in (select unnest(sec.account_reach())));
create policy own_or_managed on role_grant to app_rw using (account_id = (select sec.account_id()) or division_id in (select unnest(sec.account_reach())));
create policy granting on role_grant as restrictive for insert to app_rw with check (division_id in (select unnest(sec.account_reach())) and account_id <> (select sec.account_id()));
create policy own on session to app_rw using (account_id = (select sec.account_id()));
create policy managed_codes on one_time_code for insert to app_rw with check (account_id in (select id from account));
create policy own on import to app_rw using (account_id = (select sec.account_id()));
create policy own on import_row to app_rw using (import_id in (select unnest(sec.my_imports())));
create policy own on job to app_rw using (account_id = (select sec.account_id()));
create policy telling on audit_event for insert to app_rw with check (account_id is null or account_id = (select sec.account_id()));
create policy reading on audit_event for select to app_rw using ((select sec.reads_audit()));
create policy sealing on audit_event for select to app_job using (true);
create policy sealing on audit_seal to app_job using (true);
create policy reading on audit_seal for select to app_rw using ((select sec.reads_audit()));

-- 8. Rights on tables: the least that the program needs. Nothing of the registry is ever deleted.
revoke create on schema public from public;
grant usage on schema public to app_rw, app_job;
grant select on all tables in schema public to app_rw;
revoke select on one_time_code, sign_in_throttle from app_rw;
grant insert, update on person, household, household_year, membership_year, household_spell, pairing, visit, visit_visitor, search_entry,
  account, role_grant, import, import_row, job, target, setting, visit_rule, registry_year to app_rw;
grant update (secretary, member_count, version) on party_org to app_rw;
grant insert on tree_event, change, audit_event, one_time_code to app_rw;
grant update (status) on tree_event to app_rw;
grant update (revoked_at, last_seen_at) on session to app_rw;
grant delete on import_row, household_spell, target, search_entry to app_rw;
grant select on division, division_closure, party_org, party_org_closure, tree_event, registry_year, visit_rule, target, setting,
  household, household_spell, pairing, visit, visit_visitor, audit_event to app_job;
grant select, insert, update, delete on rollup, rollup_leaf, rollup_mark, import_row to app_job;
grant select, insert, update on job, import, audit_seal to app_job;
grant usage on all sequences in schema public to app_rw, app_job;
