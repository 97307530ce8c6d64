/**
 * Targets of indicators: a record per unit and year; a unit without its own takes its nearest ancestor's. A number of cases is
 * divided among the units below and not taken over: a county without its own share has none.
 */
import type { Scope } from "#lib/platform/scope.ts";
import { isCount } from "./indicator.ts";
import { catalogOf } from "./versions.ts";

/** Basis points, or a number of cases, by indicator and unit. */
export type Targets = { of(indicator: string, unit: number): number | null };

export async function readTargets(scope: Scope, year: number, units: readonly number[]): Promise<Targets> {
  const counts = (await catalogOf(scope))
    .of(scope.today)
    .filter(isCount)
    .map(({ id }) => id);
  const rows = await scope.sql<{ indicator: string; unit: number; value: number }>`
    select distinct on (t.indicator, c.node_id) t.indicator, c.node_id as unit, t.value::int as value
    from division_closure c join target t on t.division_id = c.ancestor_id and t.year = ${year}
    where c.node_id = any (${units}::int[]) and c.to_on is null and (c.depth = 0 or t.indicator <> all (${counts}::text[])) order by t.indicator, c.node_id, c.depth`;
  const values = new Map(rows.map((row) => [`${row.indicator}|${row.unit}`, row.value]));
  return { of: (indicator, unit) => values.get(`${indicator}|${unit}`) ?? null };
}
