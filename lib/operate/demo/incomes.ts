// Income by source of the last two years, adding up to the figure per head of each household; and the lines of the prefecture.
import type pg from "pg";

/** Invented lines, and says so: the office follows its own documents. */
const LINES = [
  ["POVERTY", 4000, 200],
  ["MONITORING", 7800, 400],
] as const;

export async function addIncomes(client: pg.ClientBase, years: number[]): Promise<void> {
  const openYear = years.at(-1)!;
  for (const [kind, first, rise] of LINES)
    for (const [at, year] of years.entries())
      await client.query(
        `insert into income_line (kind, year, division_id, amount_fen, basis, doc_no)
         select $1, $2, id, $3, '演示数据，请按本市文件核定', $4 from division where level = 'PREFECTURE'`,
        [kind, year, (first + at * rise) * 100, `昌扶发〔${year}〕1号`],
      );
  // The figures per head stand already; triggers would only work them out again.
  await client.query("alter table income_item disable trigger user");
  await client.query(SOURCES, [openYear - 1]);
  await client.query("alter table income_item enable trigger user");
}

/** Shares by the digest of the household, in hundreds of yuan; what is left over comes from fields and herds. */
const SOURCES = `
  with y as (
    select household_id, year, division_id, attribute, income_per_head_fen * member_count as net, abs(hashtext(household_id::text)) as h
    from household_year where year >= $1 and income_per_head_fen > 0 and member_count > 0),
  parts as (
    select y.*, round(net * (0.25 + (h % 26) / 100.0) / 10000)::bigint * 10000 as wages,
      case when h / 31 % 10 < 4 then round(net * 0.08 / 10000)::bigint * 10000 end as fungus,
      case when h / 37 % 10 < 6 then round(net * 0.08 / 10000)::bigint * 10000 end as eco,
      case when attribute = 'LOW_ALLOWANCE' then round(net * 0.12 / 10000)::bigint * 10000 end as low,
      case when attribute = 'DESTITUTE' then round(net * 0.12 / 10000)::bigint * 10000 end as destitute,
      case when h / 41 % 10 < 4 then round(net * 0.05 / 10000)::bigint * 10000 end as pension,
      case when h / 43 % 10 < 3 then round(net * 0.02 / 10000)::bigint * 10000 end as dividend,
      round(net * (0.05 + h / 47 % 10 / 100.0) / 10000)::bigint * 10000 as cost
    from y)
  insert into income_item (household_id, year, code, division_id, amount_fen)
  select p.household_id, p.year, v.code, p.division_id, v.fen from parts p
  cross join lateral (values ('WAGE.WAGES', wages), ('BUSINESS.FUNGUS', fungus), ('TRANSFER.ECO_COMPENSATION', eco), ('TRANSFER.LOW_ALLOWANCE_MONEY', low),
    ('TRANSFER.DESTITUTE_MONEY', destitute), ('TRANSFER.PENSION_MONEY', pension), ('PROPERTY.DIVIDEND', dividend), ('COST.OPERATING_COST', cost),
    ('BUSINESS.OPERATIONS', net + cost - wages - coalesce(fungus, 0) - coalesce(eco, 0) - coalesce(low, 0) - coalesce(destitute, 0)
      - coalesce(pension, 0) - coalesce(dividend, 0))) v (code, fen)
  where v.fen > 0`;
