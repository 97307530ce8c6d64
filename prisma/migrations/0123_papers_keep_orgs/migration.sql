-- An organization with a paper of its own, or one on a change of it, is in use: taking an import back leaves it where it is.
create or replace function sec.orgs_used(ids int[]) returns setof int language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record;
begin
  return query select p.subject_id::int from paper p where p.subject_kind = 'partyOrg' and p.removed_at is null and p.subject_id = any (ids::text[])
    union select e.node_id from paper p join tree_event e on e.id::text = p.subject_id and e.tree = 'PARTY_ORG'
      where p.subject_kind = 'treeChange' and p.removed_at is null and e.node_id = any (ids);
  for place in
    select c.relname as tbl, a.attname as col from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'int'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('party_org', 'party_org_affiliation', 'party_org_closure')
      and (a.attname ~ '(^|_)org_id$' or exists (select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'party_org'::regclass and a.attnum = any (f.conkey)))
  loop
    return query execute format('select distinct x.%I from %I x where x.%I = any ($1)', place.col, place.tbl, place.col) using ids;
  end loop;
end $$;
