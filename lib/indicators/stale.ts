/** From a mark ("something changed here, from this day to that") to the cells that must be counted again. */
import { firstDay, kindOf, lastDay, type Period, type PeriodKind, periodOf, step } from "#lib/base/period.ts";
import { type FactName, STALE_BY_MARK, spanOf } from "./fact.ts";
import type { Ratio } from "./indicator.ts";
import type { Catalog } from "./version.ts";

/** to_on null = and ever after; else the first day that is not touched any more. */
export type Mark = { fact: string; divisionId: number; fromOn: string; toOn: string | null };

/** Roll-ups are kept this far back; older periods are counted live. */
export const KEPT_MONTHS = 36;

export function oldestKept(kind: PeriodKind, today: string): Period {
  return periodOf(firstDay(step(periodOf(today, "month"), 1 - KEPT_MONTHS)), kind);
}

/** The kept periods of a kind, oldest first, up to the one that today lies in. */
export function keptPeriods(kind: PeriodKind, today: string): Period[] {
  const periods: Period[] = [];
  const last = periodOf(today, kind);
  for (let period = oldestKept(kind, today); firstDay(period) <= firstDay(last); period = step(period, 1))
    periods.push(period);
  return periods;
}

export const touches = (mark: Mark, period: Period) =>
  mark.fromOn <= lastDay(period) && (mark.toOn === null || mark.toOn > firstDay(period));

/** How long a case has waited hangs on all days before it: for a kept leaf a mark reaches every period that ends after it began. */
const reaches = (mark: Mark, period: Period) => mark.fromOn <= lastDay(period);

export const concerns = (mark: Mark, indicator: Ratio) =>
  STALE_BY_MARK[mark.fact]?.includes(indicator.of) ?? false;

/** The names of the marks that make a fact stale: at their own nodes, and everywhere. */
export function marksOf(fact: FactName): { local: string[]; general: string[] } {
  const names = Object.keys(STALE_BY_MARK).filter((name) => STALE_BY_MARK[name]?.includes(fact));
  return {
    local: names.filter((name) => !EVERYWHERE.includes(name)),
    general: names.filter((name) => EVERYWHERE.includes(name)),
  };
}

const EVERYWHERE: readonly string[] = ["rules", "tree", "populationYear", "doubtsBegin", "probation"];

/** Rules, the tree and where a count begins concern every node; the others only their own. */
export const everywhere = (mark: Mark) => EVERYWHERE.includes(mark.fact);

/** What has changed of a cell: at which nodes (null = at all of them), by which marks. */
export type Cause = { fact: string; node: number | null };
export type StaleCells = { indicator: Ratio; period: Period; nodes: number[] | null; causes: Cause[] };

/** Grouped, so that each indicator and period is counted once for all its nodes. */
export function staleCells(marks: Mark[], today: string, catalog: Catalog): StaleCells[] {
  const cells: StaleCells[] = [];
  const concerning = new Map<FactName, Mark[]>();
  for (const { indicator, period } of keptCells(today, catalog)) {
    const own = concerning.get(indicator.of) ?? marks.filter((mark) => concerns(mark, indicator));
    concerning.set(indicator.of, own);
    const touching = own.filter((mark) => reaches(mark, period));
    if (touching.length === 0) continue;
    const nodes = touching.some(everywhere) ? null : [...new Set(touching.map((mark) => mark.divisionId))];
    const causes = touching.map((mark) => ({
      fact: mark.fact,
      node: everywhere(mark) ? null : mark.divisionId,
    }));
    cells.push({ indicator, period, nodes, causes });
  }
  return cells;
}

/** Every kept period of every indicator, with the declaration of its day. */
export function keptCells(today: string, catalog: Catalog, ids = catalog.ids) {
  const kinds = ["month", "quarter", "year"] as const;
  const periods = kinds.flatMap((kind) => keptPeriods(kind, today));
  return ids.flatMap((id) =>
    periods.flatMap((period) => {
      const indicator = catalog.on(id, spanOf(period, today).asOf);
      return indicator?.periods.includes(kindOf(period)) ? [{ indicator, period }] : [];
    }),
  );
}
