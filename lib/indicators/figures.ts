/**
 * Reads figures. Of a closed period as it was told (closed.ts). Else from the roll-ups where they are true for the day, corrected by a
 * live count of what changed since the last fold, and counted live where no roll-up is kept: so a number equals its rows (decisions 30).
 */
import type { Period } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { closedAmong, type Told, type ToldRow, toldBy, toldRowsSql, type Wanted } from "./closed.ts";
import { countAtNodes, countingSql, type Figure, type Run } from "./count.ts";
import { spanOf } from "./fact.ts";
import type { Ratio } from "./indicator.ts";
import { concerns, everywhere, type Mark, touches } from "./stale.ts";
import type { Catalog } from "./version.ts";
import { catalogOf } from "./versions.ts";

export type Figures = {
  of(indicator: string, unit: number, period: Period): Figure;
  /** What was told, where the period is closed. */
  told(indicator: string, unit: number, period: Period): Told | null;
};

const keyOf = (indicator: string, unit: number, period: string) => `${indicator}|${unit}|${period}`;

/** What was told of one figure; null while its period is open. */
export async function toldOf(
  scope: Scope,
  given: { indicator: Ratio; unit: number; period: Period },
): Promise<Told | null> {
  const { indicator, unit, period } = given;
  const catalog = await catalogOf(scope);
  if (!catalog.isClosed(indicator.id, period)) return null;
  const wanted = { indicators: [indicator], units: [unit], periods: [period] };
  const rows = await scope.sql<ToldRow>`${toldRowsSql(wanted, [period])}`;
  return toldBy(catalog, rows)(indicator.id, unit, period);
}

/** What is kept: a figure that was told, one that was folded (true for its day), or what changed since the last fold. */
type Kept = ToldRow & { kind: "told" | "folded" | "mark"; asOf: string };

/** All that is kept of the wanted cells, by one statement: every board asks it. */
function keptSql(
  wanted: Wanted,
  closed: readonly Period[],
  open: readonly { indicator: Ratio; period: Period }[],
) {
  const ids = [...new Set(open.map(({ indicator }) => indicator.id))];
  const periods = [...new Set(open.map(({ period }) => period))];
  const folded = sql`select 'folded' as kind, indicator, division_id as unit, period, numerator::int as part, denominator::int as whole, null::int as target, null::int[] as steps, as_of::text as "asOf" from rollup
      where indicator = any (${ids}::text[]) and division_id = any (${wanted.units}::int[]) and period = any (${periods}::text[])
    union all
    select 'mark', fact, division_id, case when bool_or(to_on is null) then null else max(to_on)::text end, 0, 0, null::int, null::int[], min(from_on)::text from rollup_mark group by fact, division_id`;
  const told = sql`select 'told' as kind, indicator, unit, period, part, whole, target, steps, null::text as "asOf" from (${toldRowsSql(wanted, closed)}) t`;
  if (open.length === 0) return told;
  return closed.length === 0 ? folded : sql`${folded} union all ${told}`;
}

export async function readFigures(scope: Scope, wanted: Wanted & { as?: "told" | "live" }): Promise<Figures> {
  const run: Run = <Row>(fragment: Fragment) => scope.sql<Row>`${fragment}`;
  const catalog = await catalogOf(scope);
  const closed = wanted.as === "live" ? [] : closedAmong(catalog, wanted);
  const { units } = wanted;
  // The units of a wanted cell are told together or not at all.
  const isTold = (id: string, period: Period) => closed.includes(period) && catalog.isClosed(id, period);
  const open = openCells(wanted, catalog, scope.today, isTold);
  const kept = await run<Kept>(keptSql(wanted, closed, open));
  const told =
    closed.length === 0
      ? () => null
      : toldBy(
          catalog,
          kept.filter(({ kind }) => kind === "told"),
        );
  const figures = new Map<string, Figure>();
  for (const { kind, indicator, unit, period, part, whole, asOf } of kept)
    if (kind === "folded" && asOf === spanOf(period, scope.today).asOf)
      figures.set(keyOf(indicator, unit, period), { part, whole });
  const marks = kept
    .filter(({ kind }) => kind === "mark")
    .map((row): Mark => ({ fact: row.indicator, divisionId: row.unit, fromOn: row.asOf, toOn: row.period }));
  const corrections: Stale[] = [];
  const uncounted: Uncounted[] = [];
  for (const { indicator, period } of open) {
    const stale = marks.filter((mark) => concerns(mark, indicator) && touches(mark, period));
    const all = stale.some(everywhere);
    const missing = all ? units : units.filter((unit) => !figures.has(keyOf(indicator.id, unit, period)));
    if (missing.length > 0) uncounted.push({ indicator, period, units: missing });
    if (stale.length > 0 && !all)
      corrections.push({ indicator, period, nodes: [...new Set(stale.map((mark) => mark.divisionId))] });
  }
  if (corrections.length > 0) await correct(run, figures, scope.today, units, corrections);
  await countLive(run, figures, scope.today, uncounted);
  return reader(figures, told);
}

const reader = (figures: ReadonlyMap<string, Figure>, told: Figures["told"]): Figures => ({
  of: (indicator, unit, period) => {
    const { part, whole } = told(indicator, unit, period) ??
      figures.get(keyOf(indicator, unit, period)) ?? { part: 0, whole: 0 };
    return { part, whole };
  },
  told,
});

/** The wanted cells that are still open, each with the declaration of its period. */
function openCells(
  { indicators, periods }: Wanted,
  catalog: Catalog,
  today: string,
  isTold: (id: string, period: Period) => boolean,
): { indicator: Ratio; period: Period }[] {
  return periods.flatMap((period) => {
    const { asOf } = spanOf(period, today);
    return indicators
      .filter(({ id }) => !isTold(id, period))
      .map(({ id }) => catalog.on(id, asOf))
      .filter((indicator) => indicator !== null)
      .map((indicator) => ({ indicator, period }));
  });
}

type Stale = { indicator: Ratio; period: Period; nodes: number[] };

/** Adds, for each unit, what its changed nodes count now over what was folded of them: three statements, however much has changed. */
async function correct(
  run: Run,
  figures: Map<string, Figure>,
  today: string,
  units: readonly number[],
  stale: readonly Stale[],
): Promise<void> {
  const days = [...new Set(stale.map(({ period }) => spanOf(period, today).asOf))];
  const nodes = [...new Set(stale.flatMap((cell) => cell.nodes))];
  const under = await run<{ unit: number; node: number; day: string }>(
    sql`select c.ancestor_id as unit, c.node_id as node, on_day.day::text as day from division_closure c
      join unnest(${days}::date[]) as on_day (day) on c.from_on <= on_day.day and (c.to_on is null or c.to_on > on_day.day)
      where c.ancestor_id = any (${units}::int[]) and c.node_id = any (${nodes}::int[])`,
  );
  const cells = stale
    .map((cell) => {
      const span = spanOf(cell.period, today);
      const own = new Set(cell.nodes);
      return { ...cell, span, under: under.filter(({ day, node }) => day === span.asOf && own.has(node)) };
    })
    .filter((cell) => cell.under.length > 0);
  if (cells.length === 0) return;
  const folded = await run<AtNode>(
    sql`select indicator, period, division_id as node, numerator::int as part, denominator::int as whole from rollup_leaf
      where indicator = any (${cells.map((cell) => cell.indicator.id)}::text[]) and period = any (${cells.map((cell) => cell.period)}::text[]) and division_id = any (${nodes}::int[])`,
  );
  const live = await run<AtNode>(
    cells
      .map(({ indicator, period, span, under }) => {
        const touched = [...new Set(under.map((one) => one.node))];
        return sql`select ${indicator.id}::text as indicator, ${period}::text as period, x."divisionId" as node, x.part, x.whole from (${countingSql(indicator, span, touched)}) x`;
      })
      .reduce((all, one) => sql`${all} union all ${one}`),
  );
  const byCell = (rows: AtNode[]) =>
    new Map(rows.map((row) => [keyOf(row.indicator, row.node, row.period), row]));
  const before = byCell(folded);
  const now = byCell(live);
  for (const { indicator, period, under } of cells) {
    for (const { unit, node } of under) {
      const figure = figures.get(keyOf(indicator.id, unit, period));
      if (!figure) continue;
      const key = keyOf(indicator.id, node, period);
      figure.part += (now.get(key)?.part ?? 0) - (before.get(key)?.part ?? 0);
      figure.whole += (now.get(key)?.whole ?? 0) - (before.get(key)?.whole ?? 0);
    }
  }
}

type AtNode = Figure & { indicator: string; period: Period; node: number };

type Uncounted = { indicator: Ratio; period: Period; units: readonly number[] };

/** Where no roll-up is kept: one count of each indicator and period, shared out among the units that hold its places, not one for each unit. */
async function countLive(
  run: Run,
  figures: Map<string, Figure>,
  today: string,
  uncounted: readonly Uncounted[],
): Promise<void> {
  const trees = new Map<string, Map<number, number[]>>();
  for (const { indicator, period, units } of uncounted) {
    const span = spanOf(period, today);
    const key = `${span.asOf}|${units.join()}`;
    const holders = trees.get(key) ?? (await holdersOf(run, units, span.asOf));
    trees.set(key, holders);
    const sums = new Map(units.map((unit) => [unit, { part: 0, whole: 0 }]));
    for (const { divisionId, part, whole } of await countAtNodes(run, indicator, span, [...holders.keys()]))
      for (const unit of holders.get(divisionId) ?? []) {
        const sum = sums.get(unit)!;
        sum.part += part;
        sum.whole += whole;
      }
    for (const [unit, sum] of sums) figures.set(keyOf(indicator.id, unit, period), sum);
  }
}

/** Each place of a day with those of the units that it lies under. */
async function holdersOf(run: Run, units: readonly number[], day: string): Promise<Map<number, number[]>> {
  const rows = await run<{ node: number; units: number[] }>(
    sql`select c.node_id as node, array_agg(c.ancestor_id) as units from division_closure c
      where c.ancestor_id = any (${units}::int[]) and c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date) group by c.node_id`,
  );
  return new Map(rows.map((row) => [row.node, row.units]));
}
