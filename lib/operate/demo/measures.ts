// Measures of this year and the last for two households in three: each with a project that fits its cause, a unit of its county, and a result once it is over.
import type pg from "pg";

export async function addMeasures(client: pg.ClientBase, years: number[], today: string): Promise<void> {
  const openYear = years.at(-1)!;
  await client.query(MEASURES, [openYear - 1, openYear, today]);
}

/** By the digest of the household; the county's own offices are named after it. */
const MEASURES = `
  with y as (
    select y.household_id, y.year, y.division_id, y.main_cause, abs(hashtext(y.household_id::text || y.year)) as h, c.name as county
    from household_year y join division d on d.id = y.division_id join division t on t.id = d.parent_id join division c on c.id = t.parent_id
    where y.year between $1 and $2),
  chosen as (
    select y.*, v.* from y cross join lateral (values
      (0, 'GROW_PRODUCTION', '牦牛养殖到户扶持', '农业农村局', 6000, 4200), (1, 'ECOLOGY', '草管员生态岗位', '林业和草原局', 3500, 3500),
      (2, 'EMPLOYMENT_AID', '农牧民转移就业培训', '人力资源和社会保障局', 1200, 5000), (3, 'HEALTH_AID', '家庭医生签约服务', '卫生健康委员会', null, null),
      (4, 'SCHOOLING_BATCH', '在校生生活补助', '教育局', 2000, null), (5, 'FINANCE_AID', '扶贫小额信贷', '农业银行支行', 30000, 3800),
      (6, 'PARTY_AID', '党员联户帮扶', '直属机关工委', 500, null)) v (nth, category, project, office, yuan, gain)
    where h % 3 < 2 and (nth = h % 7 or nth = h / 11 % 7))
  insert into measure (household_id, division_id, counted_in, year, category, project, unit, content, amount_fen, from_on, to_on, status, result, gain_fen, signed)
  select household_id, division_id, division_id, year, category, project, county || office, null, yuan * 100, make_date(year, 1 + h % 6, 1 + h % 27),
    case when over then make_date(year, 12, 20) end, case when over then case when h % 10 = 0 then 'PARTLY' else 'DONE' end else 'RUNNING' end,
    case when over then '按计划落实到户' end, case when over then gain * 100 end, over
  from (select *, year < $2 as over from chosen) c where make_date(year, 1 + h % 6, 1 + h % 27) <= $3::date`;
