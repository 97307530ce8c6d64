/** What was told of closed periods: it stands, whatever the rows say today. */
import type { Period } from "#lib/base/period.ts";
import { sql } from "#lib/platform/sql.ts";
import type { Ratio } from "./indicator.ts";
import type { Catalog } from "./version.ts";

export type Told = { part: number; whole: number; target: number | null; steps: number[] | null };
export type Wanted = { indicators: readonly Ratio[]; units: readonly number[]; periods: readonly Period[] };

export type ToldRow = Told & { indicator: string; unit: number; period: Period };

/** Which of the wanted periods are closed; of none nothing needs to be asked. */
export const closedAmong = (catalog: Catalog, { indicators, periods }: Wanted): Period[] =>
  periods.filter((period) => indicators.some(({ id }) => catalog.isClosed(id, period)));

export const toldRowsSql = ({ indicators, units }: Wanted, closed: readonly Period[]) =>
  sql`select indicator, division_id as unit, period, numerator::int as part, denominator::int as whole, target::int as target, steps from closed_figure
      where division_id = any (${units}::int[]) and indicator = any (${indicators.map(({ id }) => id)}::text[]) and period = any (${closed}::text[])`;

/** Null where a figure is still open. No case of a closed period was told as 0 of 0. */
export function toldBy(catalog: Catalog, rows: readonly ToldRow[]) {
  const told = new Map(rows.map((row) => [`${row.indicator}|${row.unit}|${row.period}`, row]));
  return (indicator: string, unit: number, period: Period): Told | null =>
    catalog.isClosed(indicator, period)
      ? (told.get(`${indicator}|${unit}|${period}`) ?? { part: 0, whole: 0, target: null, steps: null })
      : null;
}
