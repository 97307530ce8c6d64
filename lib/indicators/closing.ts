/**
 * Closes a month (封账): the figures of all indicators and units are kept as they are told, with the target that they are held against;
 * with the last month of a quarter or year that one as well. They come from the roll-ups, brought up to date in the same transaction.
 */
import type pg from "pg";
import { firstDay, holders, lastDay, type Period, periodOf, step } from "#lib/base/period.ts";
import { today as todayInBeijing } from "#lib/platform/clock.ts";
import { sql } from "#lib/platform/sql.ts";
import type { Run } from "./count.ts";
import { bringUpToDate, foldWithin, inFold } from "./fold.ts";
import { isCount } from "./indicator.ts";
import { keptCells } from "./stale.ts";
import type { Catalog } from "./version.ts";
import { readCatalog } from "./versions.ts";

/** Null = the clock. */
export type By = { accountId: number; name: string } | null;

/** The periods that are closed together with a month: what ends with it. */
export const closedWith = (month: Period): Period[] => [
  month,
  ...holders(month).filter((holder) => lastDay(holder) === lastDay(month)),
];

/** The month whose turn it is: after the last one that was closed, or the one in which figures were first counted here. */
export async function nextToClose(run: Run, today: string): Promise<Period> {
  const [row] = await run<{ last: Period | null; begun: string | null }>(
    sql`select (select max(period) from closing where period like '____-__') as last,
      (select min((created_at at time zone 'Asia/Shanghai')::date)::text from indicator_version) as begun`,
  );
  return row?.last ? step(row.last, 1) : periodOf(row?.begun ?? today, "month");
}

/** How many figures were kept; null when the month has not ended, or another is due first. */
export function closeMonth(
  pool: pg.Pool,
  month: Period,
  by: By = null,
  today = todayInBeijing(),
): Promise<number | null> {
  return inFold(pool, async (run) => {
    if (lastDay(month) >= today || (await nextToClose(run, today)) !== month) return null;
    return closeWithin(run, month, by, today);
  });
}

/** For a demo or an office that brings its history: closes a month whether or not it is its turn. */
export const closePast = (pool: pg.Pool, month: Period, today: string, at?: string): Promise<number> =>
  inFold(pool, (run) => closeWithin(run, month, null, today, at));

async function closeWithin(run: Run, month: Period, by: By, today: string, at?: string): Promise<number> {
  await foldWithin(run, today);
  const catalog = await readCatalog(run);
  let kept = 0;
  for (const period of closedWith(month))
    kept += await keep(run, period, { by, at: at ?? null }, today, catalog);
  return kept;
}

type Deed = { by: By; at: string | null };

async function keep(
  run: Run,
  period: Period,
  { by, at }: Deed,
  today: string,
  catalog: Catalog,
): Promise<number> {
  const told = keptCells(today, catalog).filter((cell) => cell.period === period);
  for (const { indicator } of told) await bringUpToDate(run, indicator, period, today, false);
  const counts = told.filter(({ indicator }) => isCount(indicator)).map(({ indicator }) => indicator.id);
  const ids = told.map(({ indicator }) => indicator.id);
  await run(sql`insert into closing (period, closed_at, account_id, account_name, indicators)
    values (${period}, coalesce(${at}::timestamptz, now()), ${by?.accountId ?? null}, ${by?.name ?? null}, ${ids}::text[])`);
  // A unit without a target of its own is held against its nearest ancestor's, by the tree of the period's last day; a number of cases is its own alone.
  const rows = await run<{ n: number }>(sql`with targets as materialized (
      select distinct on (t.indicator, c.node_id) t.indicator, c.node_id, t.value, t.steps
      from target t join division_closure c on c.ancestor_id = t.division_id and c.from_on <= ${lastDay(period)}::date and (c.to_on is null or c.to_on > ${lastDay(period)}::date)
      where t.year = ${Number(firstDay(period).slice(0, 4))} and (c.depth = 0 or t.indicator <> all (${counts}::text[]))
      order by t.indicator, c.node_id, c.depth),
    told as (insert into closed_figure (division_id, indicator, period, numerator, denominator, target, steps)
      select r.division_id, r.indicator, r.period, r.numerator, r.denominator, t.value, t.steps
      from rollup r left join targets t on t.indicator = r.indicator and t.node_id = r.division_id
      where r.period = ${period} and r.indicator = any (${ids}::text[])
        and (r.numerator <> 0 or r.denominator <> 0 or (t.value is not null and r.indicator = any (${counts}::text[])))
      returning 1)
    select count(*)::int as n from told`);
  return rows[0]?.n ?? 0;
}
