// Who of the Party members got a household this month, when the office asked for it: in the village's township, a county's own members
// anywhere in the county; better done where pairing goes well at all.
import type pg from "pg";
import type { Place } from "../ground/places.ts";
import { storyOf } from "./story.ts";

export async function addMemberLinks(client: pg.ClientBase, prefecture: Place, today: string): Promise<void> {
  const counties = prefecture.children;
  // From 58 to 93 in a hundred, as the county's other pairings go.
  const shares = counties.map((county) => Math.round(580 + (storyOf(county).paired - 0.87) * 2900));
  await client.query(LINKS, [today, counties.map(({ id }) => id), shares]);
}

/** Families that somebody without an account helps already, in a line by township and by county; members go down that line and begin anew. */
const LINKS = `
  with place as (
    select c.node_id, c.ancestor_id as county, coalesce(t.ancestor_id, c.node_id) as near, share from unnest($2::int[], $3::int[]) k (county, share)
    join division_closure c on c.ancestor_id = k.county and c.to_on is null
    left join lateral (select a.ancestor_id from division_closure a join division d on d.id = a.ancestor_id and d.level = 'TOWNSHIP'
      where a.node_id = c.node_id and a.to_on is null) t on true),
  home as materialized (
    select h.id, h.division_id, unit, row_number() over (partition by unit order by h.household_no) - 1 as at, count(*) over (partition by unit) as n
    from household h join place at on at.node_id = h.division_id cross join lateral (values (at.near), (at.county)) u (unit)
    where exists (select 1 from pairing p where p.household_id = h.id and p.kind = 'FIRST_HELPER' and p.to_on is null and not exists (select 1 from account a where a.person_id = p.helper_id))),
  line as (select distinct unit, n from home),
  able as materialized (
    select p.id, p.name, coalesce(p.unit_name, d.name) as unit, p.post, p.phone, at.near, dice.n as dice,
      row_number() over (partition by at.near order by m.id) as nth
    from party_member m join place at on at.node_id = m.division_id join person p on p.id = m.person_id join division d on d.id = m.division_id
    cross join lateral (select ('x' || substr(md5(m.id::text), 1, 7))::bit(28)::int as n) dice
    where m.status = 'ACTIVE' and m.full_on <= $1::date and dice.n % 1000 < at.share
      and not exists (select 1 from party_member_flag f where f.member_id = m.id and f.flag in ('DISABLED', 'MOBILE'))
      and not exists (select 1 from pairing g where g.helper_id = p.id and g.kind = 'PARTY_MEMBER_LINK')
      and not exists (select 1 from account a where a.person_id = p.id)
      and not exists (select 1 from household own where own.id = p.household_id and own.status in ('POOR', 'PRE_EXIT', 'RETURNED')))
  insert into pairing (household_id, division_id, helper_id, helper_name, helper_unit, helper_post, helper_phone, kind, from_on, created_at)
  select home.id, home.division_id, able.id, able.name, able.unit, able.post, able.phone, 'PARTY_MEMBER_LINK', day.on_day,
    least(now(), (day.on_day + time '10:00') at time zone 'Asia/Shanghai')
  from able join line on line.unit = able.near join home on home.unit = able.near and home.at = (able.nth * 7) % line.n
  cross join lateral (select least($1::date, greatest(date_trunc('month', $1::date)::date + 1, $1::date - able.dice % 19)) as on_day) day
  where not exists (select 1 from person p where p.id = able.id and p.household_id = home.id)`;
