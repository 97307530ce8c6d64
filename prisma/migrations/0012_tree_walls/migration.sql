-- A change of the trees is scheduled, and taken back, only by somebody who reaches what it touches: the database says so, too.
create function sec.may_schedule(its_tree text, node int, target int, d jsonb) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case when its_tree = 'DIVISION' then sec.may_touch(node) and (target is null or sec.may_touch(target))
    else sec.may_touch(coalesce((d->>'divisionId')::int, (select division_id from party_org where id = node))) end
$$;
revoke all on function sec.may_schedule(text, int, int, jsonb) from public;
grant execute on function sec.may_schedule(text, int, int, jsonb) to app_rw;
create policy scheduling_within on tree_event as restrictive for insert to app_rw with check (sec.may_schedule(tree, node_id, target_id, detail));
-- Like the changes of divisions: whoever is responsible for the seat may take back what a colleague scheduled.
create policy scheduling_orgs on tree_event for update to app_rw using (tree = 'PARTY_ORG' and sec.may_schedule(tree, node_id, null, detail));
