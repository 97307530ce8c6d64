-- Changes of the tree are taken back one after another: what an earlier taking back wrote into the history of the households (that they are
-- where they were) stands in nobody's way. A change that still stands is told by itself, as one made since.
create or replace function sec.written_since_division(e tree_event, here int[], made int[]) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'households', (select count(distinct c.household_id) from change c where c.division_id = any (here) and c.at > e.done_at and c.household_id is not null
      and not (c.field = 'division' and c.verb in ('divisions.split', 'divisions.undo'))),
    'visits', (select count(*) from visit v where v.division_id = any (here) and v.created_at > e.done_at),
    'pairings', (select count(*) from pairing p where p.division_id = any (here) and p.created_at > e.done_at),
    'partyOrgs', (select count(*) from party_org o join tree_event t on t.tree = 'PARTY_ORG' and t.node_id = o.id and t.status = 'DONE'
      where o.division_id = any (here) and t.done_at > e.done_at),
    'grants', (select count(*) from role_grant g where g.division_id = any (here) and g.from_at > e.done_at),
    'others', sec.hanging_on(made))
$$;
