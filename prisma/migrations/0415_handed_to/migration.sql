-- To whom a part of a case may be handed: who works at its place or above it up to the county, with the office and the level of each; nobody
-- whose roles have ended, no leader, auditor or administrator of the system, no helper who only visits.
create function sec.part_handlers(place int) returns table (id int, name text, unit text, level text, department boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.name, coalesce(nullif(p.unit_name, ''), d.name), (array_agg(d.level order by c.depth))[1], bool_and(g.role = 'DEPARTMENT_USER')
  from division_closure c join division d on d.id = c.ancestor_id and (d.level <> 'PREFECTURE' or d.id = place)
  join role_grant g on g.division_id = d.id and g.from_at <= now() and (g.to_at is null or g.to_at > now())
    and g.role in ('FIRST_SECRETARY', 'TEAM_MEMBER', 'VILLAGE_CADRE', 'TOWNSHIP_ADMIN', 'TOWNSHIP_REVIEWER', 'COUNTY_ADMIN', 'COUNTY_ORG_DEPT',
      'COUNTY_POVERTY_OFFICE', 'COUNTY_FINANCE', 'DEPARTMENT_USER', 'PREFECTURE_ADMIN')
  join account a on a.id = g.account_id and a.status = 'ACTIVE' left join person p on p.id = a.person_id
  where c.node_id = place and c.to_on is null and sec.may_touch(place)
  group by a.id, a.name, 3 order by 5, 3, a.name, a.id limit 400
$$;

-- Whose result a household was not satisfied with still reads the need until somebody is named anew; nothing can be done with it then.
create function sec.handled_needs() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(n.id), '{}') from need n
  where n.status = 'OPEN' and n.reopened > 0 and n.id in (select x.need_id from need_deed x where x.account_id = sec.account_id() and x.kind = 'RESULT')
    and sec.account_id() = (select x.account_id from need_deed x where x.need_id = n.id and x.kind = 'RESULT' order by x.nth desc limit 1)
$$;
revoke all on function sec.part_handlers(int), sec.handled_needs() from public;
grant execute on function sec.part_handlers(int), sec.handled_needs() to app_rw;

alter policy reach on need using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))
  or handler_account = (select sec.account_id()) or id in (select unnest(sec.handled_needs())));
alter policy reach on need_deed using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())) or household_id in (select unnest(sec.my_households()))
  or need_id in (select unnest(sec.my_needs())) or need_id in (select unnest(sec.handled_needs())));
