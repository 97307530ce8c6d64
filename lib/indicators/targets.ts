/**
 * Targets of indicators: a record per unit and year; a unit without its own takes its nearest ancestor's. A number of cases is
 * divided among the units below and not taken over: a county without its own share has none.
 */
import { type Period, yearOf } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { isCount } from "./indicator.ts";
import { catalogOf } from "./versions.ts";

/** Basis points, or a number of cases; `steps`: how much of it is due at the end of each quarter or month, in basis points. */
export type Goal = { value: number; steps: readonly number[] | null };
/** Of the year of a period, by indicator and unit. */
export type Targets = { of(indicator: string, unit: number, period: Period): Goal | null };

export async function readTargets(
  scope: Scope,
  periods: readonly Period[],
  units: readonly number[],
): Promise<Targets> {
  const counts = (await catalogOf(scope))
    .of(scope.today)
    .filter(isCount)
    .map(({ id }) => id);
  const years = [...new Set(periods.map(yearOf))];
  const rows = await scope.sql<Goal & { indicator: string; unit: number; year: number }>`
    select distinct on (t.indicator, t.year, c.node_id) t.indicator, t.year, c.node_id as unit, t.value::int as value, t.steps
    from division_closure c join target t on t.division_id = c.ancestor_id and t.year = any (${years}::int[])
    where c.node_id = any (${units}::int[]) and c.to_on is null and (c.depth = 0 or t.indicator <> all (${counts}::text[])) order by t.indicator, t.year, c.node_id, c.depth`;
  const goals = new Map(rows.map((row) => [`${row.indicator}|${row.unit}|${row.year}`, row]));
  return { of: (indicator, unit, period) => goals.get(`${indicator}|${unit}|${yearOf(period)}`) ?? null };
}
