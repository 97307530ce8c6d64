// How households live and what they farm in the open year, for four in five; relocation of those that moved, with settlements and checks.
import type pg from "pg";

export async function addLiving(client: pg.ClientBase, years: number[]): Promise<void> {
  const openYear = years.at(-1)!;
  for (const statement of [LIVING, PRODUCTION, LIVESTOCK]) await client.query(statement, [openYear]);
  await client.query(POPULATIONS, [openYear]);
  await client.query(SITES);
  await client.query(RELOCATIONS, [openYear]);
  await client.query(CHECKS, [openYear]);
}

const RECORDED = `select household_id, year, division_id, relocated, member_count, abs(hashtext(household_id::text || 'living')) as h from household_year where year = $1`;

const LIVING = `
  insert into living_year (household_id, year, division_id, food_secure, clothes_secure, water_hard, power, broadcast, road_km100, road_kind, house_m100, toilet, fuel)
  select household_id, year, division_id, true, h % 200 <> 0, h % 50 = 0, h % 90 <> 0, h % 40 <> 0, h % 600,
    (array['CONCRETE', 'ASPHALT', 'GRAVEL', 'EARTH'])[1 + h / 7 % 4], (60 + h % 120) * 100, h % 3 <> 0, (array['DUNG', 'FIREWOOD', 'CLEAN'])[1 + h / 13 % 3]
  from (${RECORDED}) y where h % 5 < 4`;
const PRODUCTION = `
  insert into production_year (household_id, year, division_id, farmland_mu100, irrigated_mu100, barley_mu100, pasture_mu100, forest_mu100, power, led_by_person)
  select household_id, year, division_id, (4 + h % 12) * 100, (2 + h % 3) * 100, (2 + h % 2) * 100 + 50, (80 + h % 400) * 100, h % 7 * 100, h % 20 <> 0, h % 6 = 0
  from (${RECORDED}) y where h % 5 < 4`;
const LIVESTOCK = `
  insert into livestock (household_id, year, kind, division_id, stock, sold)
  select household_id, year, v.kind, division_id, v.stock, v.sold from (${RECORDED}) y
  cross join lateral (values ('YAK', 3 + h % 15, h % 4), ('SHEEP', h / 5 % 20, h / 5 % 6), ('TIBETAN_PIG', h / 9 % 5, h / 9 % 3)) v (kind, stock, sold)
  where h % 5 < 4 and v.stock > 0`;

/** What nine of ten villages told of their people: the registered families are about a third of them. */
const POPULATIONS = `
  insert into village_year (division_id, year, households, population)
  select v.id, $1, 20 + coalesce(y.households, 0) * 3 + v.id % 17, 80 + coalesce(y.people, 0) * 3 + v.id % 61
  from division v left join (select division_id, count(*)::int as households, sum(member_count)::int as people from household_year where year = $1 group by 1) y on y.division_id = v.id
  where v.level = 'VILLAGE' and v.closed_on is null and v.id % 10 <> 3`;

/** One settlement in the first village of every township. */
const SITES = `
  insert into relocation_site (name, division_id, capacity)
  select t.name || '安置点', (select id from division v where v.parent_id = t.id and v.closed_on is null order by v.code nulls last, v.id limit 1), 120
  from division t where t.level = 'TOWNSHIP' and exists (select 1 from division v where v.parent_id = t.id and v.closed_on is null)`;
const RELOCATIONS = `
  insert into relocation (household_id, division_id, method, placement, destination, site_id, planned_on, key_on, moved_on, old_demolished, area_m100)
  select y.household_id, h0.division_id, (array['SINGLE', 'WHOLE_GROUP'])[1 + h % 2], case when s.id is null then 'DISPERSED' else 'CENTRALIZED' end,
    case when s.id is null then 'IN_VILLAGE' else 'TOWNSHIP_SEAT' end, s.id, date '2018-03-01' + h % 300, date '2019-04-01' + h % 300,
    case when h % 40 <> 0 then date '2019-06-01' + h % 300 end, y.h % 4 <> 0, greatest(y.member_count, 1) * 2500
  from (${RECORDED}) y join household h0 on h0.id = y.household_id join division d on d.id = h0.division_id
  left join relocation_site s on h % 3 <> 0 and s.division_id in (select v.id from division v where v.parent_id = d.parent_id)
  where relocated on conflict do nothing`;
/** Looked at in this year, nine of ten; a few live elsewhere. */
const CHECKS = `
  insert into relocation_check (household_id, division_id, counted_in, checked_on, living, note, account_id, account_name)
  select r.household_id, r.division_id, r.division_id, make_date($1, 2 + h % 8, 5 + h % 20), h % 25 <> 0, case when h % 25 = 0 then '常年在县城务工，老人留守' end, a.id, a.name
  from (select r.*, abs(hashtext(r.household_id::text || 'check')) as h from relocation r where moved_on is not null) r
  cross join lateral (select id, name from account order by id limit 1) a where h % 10 <> 0`;
