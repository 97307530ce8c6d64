-- What a role at a place would open, in numbers, for whoever is about to give it; and people found by their unit.
create index person_of_a_unit on person (division_id) where household_id is null and unit_name is not null;

create function sec.grant_preview(node int) returns table (places int, households int, orgs int) language sql stable security definer set search_path = public, pg_temp as $$
  with nodes as (select c.node_id from division_closure c where c.ancestor_id = node and c.to_on is null and node = any (sec.account_reach()))
  select (select count(*)::int from nodes),
    (select count(*)::int from household where division_id in (select node_id from nodes) and status not in ('REMOVED', 'DISSOLVED')),
    (select count(*)::int from party_org where division_id in (select node_id from nodes) and closed_on is null)
$$;
revoke all on function sec.grant_preview(int) from public;
grant execute on function sec.grant_preview(int) to app_rw;
