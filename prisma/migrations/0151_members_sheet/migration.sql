-- Imports of members can be taken back as the others are: who was enrolled goes, with the person that came along unless somebody else
-- knows him; what was changed is as before; and what was touched since stays and is named.

-- Of these members, those to which anything refers besides their own spells and marks: asked of the catalog, so that a table that comes later is not forgotten.
create function sec.members_used(ids uuid[]) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.relname as tbl, a.attname as col from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('party_member', 'party_membership', 'party_member_flag')
      and exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'party_member'::regclass and a.attnum = any (f.conkey))
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1)', place.col, place.tbl, place.col) using ids;
  end loop;
end $$;

-- What would go back and what stays; only for the one who imported, within thirty days.
create function sec.take_back_members_plan(of_import uuid) returns table (unit uuid, created boolean, stays text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare everything boolean := sec.sees_all(); here int[] := sec.reach();
begin
  if not exists (select 1 from import i where i.id = of_import and i.account_id = sec.account_id() and i.sheet = 'members'
      and i.status in ('DONE', 'TAKING_BACK') and i.published_at > now() - interval '30 days') then return; end if;
  return query
  with t as materialized (
    select x.tbl, x.key::uuid as id, x.before is null as made, x.after from import_trace x
    where x.import_id = of_import and x.tbl in ('party_member', 'party_membership', 'party_member_flag')),
  there as materialized (
    select t.*, m.id as unit, m.division_id, sec.row_digest(to_jsonb(m)) as now from t join party_member m on t.tbl = 'party_member' and m.id = t.id
    union all select t.*, s.member_id, s.division_id, sec.row_digest(to_jsonb(s)) from t join party_membership s on t.tbl = 'party_membership' and s.id = t.id
    union all select t.*, f.member_id, f.division_id, sec.row_digest(to_jsonb(f)) from t join party_member_flag f on t.tbl = 'party_member_flag' and f.id = t.id),
  units as materialized (
    select h.unit, bool_or(h.made and h.tbl = 'party_member') as created, bool_or(h.now <> h.after) as edited,
      bool_or(not (everything or h.division_id = any (here))) as beyond from there h group by h.unit),
  -- Of one that was enrolled nothing may have come since: neither a transfer nor a mark.
  since as (
    select s.member_id as unit from party_membership s join units u on u.unit = s.member_id and u.created
      where not exists (select 1 from t where t.tbl = 'party_membership' and t.id = s.id)
    union select f.member_id from party_member_flag f join units u on u.unit = f.member_id and u.created
      where not exists (select 1 from t where t.tbl = 'party_member_flag' and t.id = f.id)),
  used as (select sec.members_used((select coalesce(array_agg(u.unit), '{}') from units u where u.created)) as unit)
  select u.unit, u.created, case when u.beyond then 'BEYOND' when u.edited or u.unit in (select n.unit from since n) then 'EDITED'
    when u.unit in (select d.unit from used d) then 'USED' end from units u;
end $$;

create function sec.take_back_members(of_import uuid, out went int, out stayed int) language plpgsql security definer set search_path = public, pg_temp as $$
declare i import; gone uuid[]; back uuid[]; people uuid[];
begin
  select * into i from import where id = of_import and account_id = sec.account_id() and status = 'TAKING_BACK' for update;
  if not found then raise exception 'not-due' using errcode = 'P0001'; end if;
  perform 1 from party_member m where m.id in (select x.key::uuid from import_trace x where x.import_id = of_import and x.tbl = 'party_member') for update;
  create temp table members_going on commit drop as select * from sec.take_back_members_plan(of_import);
  analyze members_going;
  select count(*) filter (where stays is null), count(*) filter (where stays is not null),
      coalesce(array_agg(unit) filter (where stays is null and created), '{}'), coalesce(array_agg(unit) filter (where stays is null and not created), '{}')
    into went, stayed, gone, back from members_going;
  update import_trace x set stays = g.stays from members_going g where x.import_id = of_import and x.tbl = 'party_member' and x.key = g.unit::text and g.stays is not null;
  -- Of whom only a mark was changed, the mark's own trace says that it stays.
  update import_trace x set stays = g.stays from members_going g join party_member_flag f on f.member_id = g.unit
    where x.import_id = of_import and x.tbl = 'party_member_flag' and x.key = f.id::text and g.stays is not null;

  insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
    select i.account_id, (select a.name from account a where a.id = i.account_id), 'import.takenBack', 'partyMember', m.id::text, m.division_id, f.field, f.old, f.new
    from party_member m join import_trace x on x.import_id = of_import and x.tbl = 'party_member' and x.key = m.id::text
    cross join lateral jsonb_populate_record(null::party_member, x.before) b
    cross join lateral (values ('education', m.education, b.education), ('memberGroup', m.member_group, b.member_group), ('joinedOn', m.joined_on::text, b.joined_on::text),
      ('fullOn', m.full_on::text, b.full_on::text), ('partyPost', m.party_post, b.party_post), ('duty', m.duty, b.duty)) f (field, old, new)
    where m.id = any (back) and f.old is distinct from f.new;
  update party_member m set education = b.education, member_group = b.member_group, joined_on = b.joined_on, full_on = b.full_on, party_post = b.party_post, duty = b.duty,
      version = m.version + 1
    from import_trace x, jsonb_populate_record(null::party_member, x.before) b
    where x.import_id = of_import and x.tbl = 'party_member' and x.before is not null and x.key = m.id::text and m.id = any (back);
  -- Marks that the import set go first, so that those it ended can hold again.
  delete from party_member_flag f using import_trace x
    where x.import_id = of_import and x.tbl = 'party_member_flag' and x.before is null and x.key = f.id::text and f.member_id = any (back || gone);
  update party_member_flag f set to_on = b.to_on, where_to = b.where_to from import_trace x, jsonb_populate_record(null::party_member_flag, x.before) b
    where x.import_id = of_import and x.tbl = 'party_member_flag' and x.before is not null and x.key = f.id::text and f.member_id = any (back);

  -- Persons whom the sheet brought along go when nothing else knows them and nobody touched them.
  select coalesce(array_agg(p.id), '{}') into people from party_member m join person p on p.id = m.person_id
    join import_trace x on x.import_id = of_import and x.tbl = 'person' and x.before is null and x.person_id = p.id and x.after = sec.row_digest(to_jsonb(p))
    where m.id = any (gone);
  delete from party_membership s where s.member_id = any (gone);
  delete from party_member m where m.id = any (gone);
  people := array(select p from unnest(people) p where p not in (select sec.used_besides('00000000-0000-0000-0000-000000000000', 'person', people)));
  delete from search_entry e where e.kind = 'person' and e.subject_id in (select p::text from unnest(people) p);
  delete from person p where p.id = any (people);
end $$;

revoke all on function sec.members_used(uuid[]), sec.take_back_members_plan(uuid), sec.take_back_members(uuid) from public;
grant execute on function sec.take_back_members_plan(uuid), sec.take_back_members(uuid) to app_rw;
