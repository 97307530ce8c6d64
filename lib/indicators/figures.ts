/**
 * Reads figures: from the roll-ups where they are true for the day, corrected by a live count of what changed since the last fold,
 * and counted live where no roll-up is kept. So a number always equals its rows (decisions 30).
 */
import type { Period } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { countAtNodes, type Figure, type Run, underOnDay } from "./count.ts";
import { spanOf } from "./fact.ts";
import type { Ratio } from "./indicator.ts";
import { concerns, everywhere, type Mark, touches } from "./stale.ts";

export type Figures = { of(indicator: string, unit: number, period: Period): Figure };

const keyOf = (indicator: string, unit: number, period: string) => `${indicator}|${unit}|${period}`;

export async function readFigures(
  scope: Scope,
  wanted: { indicators: readonly Ratio[]; units: readonly number[]; periods: readonly Period[] },
): Promise<Figures> {
  const run: Run = <Row>(fragment: Fragment) => scope.sql<Row>`${fragment}`;
  const { indicators, units, periods } = wanted;
  const figures = new Map<string, Figure>();
  const kept = await run<{
    indicator: string;
    unit: number;
    period: Period;
    part: number;
    whole: number;
    asOf: string;
  }>(
    sql`select indicator, division_id as unit, period, numerator::int as part, denominator::int as whole, as_of::text as "asOf" from rollup
      where indicator = any (${indicators.map((one) => one.id)}::text[]) and division_id = any (${units}::int[]) and period = any (${periods}::text[])`,
  );
  for (const cell of kept) {
    if (cell.asOf === spanOf(cell.period, scope.today).asOf) {
      figures.set(keyOf(cell.indicator, cell.unit, cell.period), { part: cell.part, whole: cell.whole });
    }
  }
  const marks = await run<Mark>(
    sql`select fact, division_id as "divisionId", min(from_on)::text as "fromOn", case when bool_or(to_on is null) then null else max(to_on)::text end as "toOn"
      from rollup_mark group by fact, division_id`,
  );
  for (const indicator of indicators) {
    const own = marks.filter((mark) => concerns(mark, indicator));
    for (const period of periods) {
      const stale = own.filter((mark) => touches(mark, period));
      const missing = stale.some(everywhere)
        ? units
        : units.filter((unit) => !figures.has(keyOf(indicator.id, unit, period)));
      if (stale.length > 0) await correct(run, figures, scope.today, indicator, period, units, stale);
      for (const unit of missing)
        figures.set(
          keyOf(indicator.id, unit, period),
          await countLive(run, indicator, period, unit, scope.today),
        );
    }
  }
  return {
    of: (indicator, unit, period) => figures.get(keyOf(indicator, unit, period)) ?? { part: 0, whole: 0 },
  };
}

/** Adds, for each unit, what its changed nodes count now over what was folded of them. */
async function correct(
  run: Run,
  figures: Map<string, Figure>,
  today: string,
  indicator: Ratio,
  period: Period,
  units: readonly number[],
  stale: Mark[],
): Promise<void> {
  const span = spanOf(period, today);
  const nodes = [...new Set(stale.map((mark) => mark.divisionId))];
  const under = await run<{
    unit: number;
    node: number;
  }>(sql`select c.ancestor_id as unit, c.node_id as node from division_closure c
    where c.ancestor_id = any (${units}::int[]) and c.node_id = any (${nodes}::int[]) and c.from_on <= ${span.asOf}::date and (c.to_on is null or c.to_on > ${span.asOf}::date)`);
  if (under.length === 0) return;
  const touched = [...new Set(under.map((one) => one.node))];
  const folded = await run<{
    node: number;
    part: number;
    whole: number;
  }>(sql`select division_id as node, numerator::int as part, denominator::int as whole
    from rollup_leaf where indicator = ${indicator.id} and period = ${period} and division_id = any (${touched}::int[])`);
  const live = await countAtNodes(run, indicator, span, touched);
  const before = new Map(folded.map((one) => [one.node, one]));
  const now = new Map(live.map((one) => [one.divisionId, one]));
  for (const { unit, node } of under) {
    const figure = figures.get(keyOf(indicator.id, unit, period));
    if (!figure) continue;
    figure.part += (now.get(node)?.part ?? 0) - (before.get(node)?.part ?? 0);
    figure.whole += (now.get(node)?.whole ?? 0) - (before.get(node)?.whole ?? 0);
  }
}

async function countLive(
  run: Run,
  indicator: Ratio,
  period: Period,
  unit: number,
  today: string,
): Promise<Figure> {
  const span = spanOf(period, today);
  const nodes = await run<{ node_id: number }>(underOnDay(unit, span.asOf));
  const counted = await countAtNodes(
    run,
    indicator,
    span,
    nodes.map((row) => row.node_id),
  );
  return counted.reduce<Figure>((sum, one) => ({ part: sum.part + one.part, whole: sum.whole + one.whole }), {
    part: 0,
    whole: 0,
  });
}
