/** What was told of closed periods: it stands, whatever the rows say today. */
import type { Period } from "#lib/base/period.ts";
import { sql } from "#lib/platform/sql.ts";
import type { Run } from "./count.ts";
import type { Ratio } from "./indicator.ts";

export type Told = { part: number; whole: number; target: number | null };
export type Wanted = { indicators: readonly Ratio[]; units: readonly number[]; periods: readonly Period[] };

/** Null where a figure is still open. No case of a closed period was told as 0 of 0. */
export async function readTold(
  run: Run,
  { indicators, units, periods }: Wanted,
): Promise<(indicator: string, unit: number, period: Period) => Told | null> {
  const closings = await run<{ period: Period; indicators: string[] }>(
    sql`select period, indicators from closing where period = any (${periods}::text[])`,
  );
  if (closings.length === 0) return () => null;
  const rows = await run<Told & { indicator: string; unit: number; period: Period }>(
    sql`select indicator, division_id as unit, period, numerator::int as part, denominator::int as whole, target::int as target from closed_figure
      where division_id = any (${units}::int[]) and indicator = any (${indicators.map(({ id }) => id)}::text[]) and period = any (${closings.map(({ period }) => period)}::text[])`,
  );
  const closed = new Map(closings.map(({ period, indicators }) => [period, new Set(indicators)]));
  const told = new Map(rows.map((row) => [`${row.indicator}|${row.unit}|${row.period}`, row]));
  return (indicator, unit, period) =>
    closed.get(period)?.has(indicator)
      ? (told.get(`${indicator}|${unit}|${period}`) ?? { part: 0, whole: 0, target: null })
      : null;
}
