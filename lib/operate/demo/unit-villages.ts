// Which unit has which village: the one that sends the resident team, or whose cadres help there most; some took over from another this
// year, and a few villages have none yet.
import type pg from "pg";

export async function addUnitVillages(client: pg.ClientBase, today: string): Promise<void> {
  await client.query(UNITS, [today]);
}

const UNITS = `
  with helped as materialized (
    select distinct on (division_id) division_id, helper_unit as unit from (
      select p.division_id, p.helper_unit, count(*) as n from pairing p where p.kind = 'FIRST_HELPER' and length(p.helper_unit) between 4 and 60
        and p.helper_unit !~ '[乡镇]人民政府$' and not exists (select 1 from division d where d.id = p.division_id and d.name = p.helper_unit) group by 1, 2) x
    order by division_id, n desc, helper_unit),
  bureau as materialized (
    select county, unit, row_number() over (partition by county order by unit) - 1 as at, count(*) over (partition by county) as n
    from (select distinct c.ancestor_id as county, h.unit from helped h join division_closure c on c.node_id = h.division_id and c.to_on is null
      join division k on k.id = c.ancestor_id and k.level = 'COUNTY') x),
  village as materialized (
    select d.id, coalesce(t.sending_unit, h.unit, (select b.unit from bureau b where b.county = c.ancestor_id and b.at = d.id % b.n)) as unit,
      row_number() over (order by d.code nulls last, d.id) as nth,
      make_date(extract(year from $1::date)::int - 1 - (d.id % 3), 3 + d.id % 7, 1 + d.id % 25) as since, c.ancestor_id as county
    from division d join division_closure c on c.node_id = d.id and c.to_on is null join division k on k.id = c.ancestor_id and k.level = 'COUNTY'
    left join lateral (select sending_unit from resident_team where division_id = d.id and to_on is null limit 1) t on true left join helped h on h.division_id = d.id
    where d.level = 'VILLAGE' and d.closed_on is null),
  wanted as (select v.*, o.id as org, a.unit as before from village v
    left join lateral (select o.id from party_org o where o.closed_on is null and o.setting = 'AGENCY' and position(v.unit in o.name) > 0 order by o.id limit 1) o on true
    left join lateral (select w.unit from village w where w.county = v.county and w.unit <> v.unit order by w.nth limit 1) a on true
    where v.unit is not null and v.nth % 17 <> 6),
  former as (insert into unit_village (division_id, unit, from_on, to_on, end_reason, created_at)
    select id, before, since - 700, since, case when nth % 2 = 0 then 'ROTATED' else 'TERM_OVER' end, (since - 700)::timestamp at time zone 'Asia/Shanghai'
    from wanted where before is not null and nth % 6 = 0)
  insert into unit_village (division_id, unit, org_id, from_on, created_at)
  select id, unit, org, since, (since + time '10:00') at time zone 'Asia/Shanghai' from wanted`;
