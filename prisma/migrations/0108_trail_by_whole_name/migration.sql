-- Whoever sees no registry finds a household in the trail by its whole name only, and is told where it lies: asking lists nobody's names.
create or replace function sec.trail_household(of_household uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select string_agg(a.name, ' ' order by c.depth desc) from division_closure c join division a on a.id = c.ancestor_id
    where c.node_id = h.division_id and c.to_on is null and a.level <> 'PREFECTURE'), '')
  from household h where h.id = of_household and sec.account_id() is not null
    and (sec.trail_reach() is null or h.division_id = any (sec.trail_reach()))
$$;
create or replace function sec.trail_households(word text, lim int) returns table (id uuid, name text, place text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.head_name, (select string_agg(a.name, ' ' order by c.depth desc) from division_closure c join division a on a.id = c.ancestor_id
    where c.node_id = h.division_id and c.to_on is null and a.level <> 'PREFECTURE')
  from search_entry e join household h on h.id::text = e.subject_id, (select sec.trail_reach() as nodes) reach
  where e.kind = 'household' and e.grams @> array[left(word, 2)] and e.title = word and sec.account_id() is not null
    and (reach.nodes is null or h.division_id = any (reach.nodes))
  order by h.household_no limit lim
$$;
