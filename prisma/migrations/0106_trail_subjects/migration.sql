-- Which import a change came with: both carry the moment of their one transaction. Says its number only.
create function sec.import_behind(who int, moment timestamptz) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select subject from audit_event where at = moment and account_id = who and verb in ('import.published', 'import.takenBack')
    and sec.account_id() is not null limit 1
$$;
revoke all on function sec.import_behind(int, timestamptz) from public;
grant execute on function sec.import_behind(int, timestamptz) to app_rw;

-- A household to ask the trail about, by name or number: for the auditor, who sees no registry, a name and a place to tell two apart.
create function sec.trail_household(of_household uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select h.head_name from household h where h.id = of_household and sec.account_id() is not null
    and (sec.trail_reach() is null or h.division_id = any (sec.trail_reach()))
$$;
create function sec.trail_households(word text, lim int) returns table (id uuid, name text, place text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.head_name, (select string_agg(a.name, ' ' order by c.depth desc) from division_closure c join division a on a.id = c.ancestor_id
    where c.node_id = h.division_id and c.to_on is null and a.level <> 'PREFECTURE')
  from search_entry e join household h on h.id::text = e.subject_id, (select sec.trail_reach() as nodes) reach
  where e.kind = 'household' and e.grams @> array[left(word, 2)] and e.title ^@ word and length(word) >= 2 and sec.account_id() is not null
    and (reach.nodes is null or h.division_id = any (reach.nodes))
  order by h.head_name, h.household_no limit lim
$$;
revoke all on function sec.trail_household(uuid), sec.trail_households(text, int) from public;
grant execute on function sec.trail_household(uuid), sec.trail_households(text, int) to app_rw;
