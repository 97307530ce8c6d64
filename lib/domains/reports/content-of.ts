/** What a report shows of its unit and period: the board of the cockpit with a year ago, the months of a quarter and who is behind. */
import { firstDay, kindOf, monthsOf, type Period, step } from "#lib/base/period.ts";
import { missingOf } from "#lib/domains/cockpit/board.ts";
import { boardOf } from "#lib/domains/cockpit/queries.ts";
import type { Figure } from "#lib/indicators/count.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { oldestKept } from "#lib/indicators/stale.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Content, Counted, Line } from "./report.ts";

type Asking = Pick<Scope, "sql" | "viewer" | "today">;

/** In a transaction that writes nothing may fail by itself. */
const whole = async <T>(_name: string, load: () => Promise<T>) => ({
  ok: true as const,
  value: await load(),
});

export async function contentOf(
  { sql, viewer, today }: Asking,
  { unit, period }: { unit: number; period: Period },
): Promise<Content> {
  const scope: Scope = { sql, viewer, today, panel: whole };
  const board = await boardOf(scope, { u: String(unit), p: period }, 1);
  const cells = board.own.filter(({ indicator }) => indicator.periods.includes(kindOf(period)));
  const months = kindOf(period) === "quarter" ? monthsOf(period).filter((at) => firstDay(at) <= today) : [];
  const lastYear = step(period, kindOf(period) === "quarter" ? -4 : -12);
  const known = firstDay(lastYear) >= firstDay(oldestKept(kindOf(period), today));
  const figures = await readFigures(scope, {
    indicators: cells.map(({ indicator }) => indicator),
    units: [unit],
    periods: [...months, ...(known ? [lastYear] : [])],
  });
  const at = (indicator: Ratio, when: Period): Figure => figures.of(indicator.id, unit, when);
  const lines = cells.map(
    (cell): Line => ({
      indicator: kept(cell.indicator),
      figure: cell.figure,
      before: cell.before,
      yearAgo: known ? at(cell.indicator, lastYear) : null,
      months: months.map((when) => ({ period: when, figure: at(cell.indicator, when) })),
      target: cell.target,
      light: cell.light,
      short: cell.short,
      behind: board.children
        .flatMap(({ id, name, cells: below }) => {
          const own = below.find(({ indicator }) => indicator.id === cell.indicator.id);
          return own && cell.indicator.scored && own.light === "behind"
            ? [{ id, name, figure: own.figure, missing: missingOf(own) }]
            : [];
        })
        .sort((a, b) => b.missing - a.missing)
        .map(({ id, name, figure }) => ({ id, name, figure })),
    }),
  );
  const exceptions = board.exceptions.ok ? board.exceptions.value : [];
  return {
    unit: { id: board.unit.id, name: board.unit.name, level: board.unit.level },
    ...{ period, asOf: board.asOf, closed: board.closed, lines },
    exceptions: exceptions.map(({ unit: where, cell, missing, wait }) => ({
      unit: { id: where.id, name: where.name },
      leader: where.leader ? { id: where.leader.id, name: where.leader.name } : null,
      indicator: cell.indicator.id,
      light: cell.light,
      figure: cell.figure,
      ...{ missing, days: wait.days },
    })),
  };
}

const kept = ({ id, item, headline, name, caseUnit, missing, scored, measure, adds }: Ratio): Counted => ({
  ...{ id, item, name, caseUnit, missing, scored },
  ...(headline ? { headline } : {}),
  ...(measure ? { measure } : {}),
  ...(adds ? { adds } : {}),
});
