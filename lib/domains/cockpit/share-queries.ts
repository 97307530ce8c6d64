/**
 * targets.shares: the target of one unit for a year beside those of the units right below it, what each has reached, and what they come to;
 * with `fill` what a rule would give each, to be looked over before it is saved.
 */
import { may } from "#lib/domains/accounts/roles.ts";
import { indicatorById } from "#lib/indicators/catalog.ts";
import type { Figure } from "#lib/indicators/count.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { isCount, type Ratio } from "#lib/indicators/indicator.ts";
import { takesSteps } from "#lib/indicators/light.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { boardUnit } from "./board-unit.ts";
import { type FILLS, SharesView } from "./input.ts";
import { targetHistory } from "./inside/target-history.ts";
import { apportion, cascade } from "./target.ts";

type Fill = (typeof FILLS)[number];
/** `last`: its target of the year before. `base`: poor households on its books, by which a number may be divided. */
export type Share = {
  id: number;
  name: string;
  target: number | null;
  last: number | null;
  figure: Figure;
  base: number;
};

export const viewShares = query({
  name: "targets.shares",
  input: SharesView,
  run: async (scope, input) => {
    const indicator = (await catalogOf(scope)).known(input.indicator);
    if (!indicator?.scored) throw notFound();
    const unit = await boardUnit(scope, input.u);
    const year = input.year ?? Number(scope.today.slice(0, 4));
    const all = await sharesOf(scope, indicator, unit.id, year);
    const ownRow = all.find(({ id }) => id === unit.id);
    const own = ownRow?.target ?? null;
    const below = all.filter(({ id }) => id !== unit.id);
    const filled = input.fill ? filledBy(indicator, own, below, input.fill) : null;
    return {
      ...{ indicator, unit, year, own, below, filled, fill: input.fill },
      steps: ownRow?.steps ?? null,
      mayStep: takesSteps(indicator),
      cascade: cascade(
        indicator,
        own,
        below.map(({ target, figure }) => ({ target, whole: figure.whole })),
      ),
      history: await targetHistory(scope, indicator.id, unit.id, year),
      maySetOwn: may(scope.viewer, "target.edit", unit.parentId ?? unit.id),
      mayDivide: may(scope.viewer, "target.edit", unit.id),
    };
  },
});
export type Shares = Awaited<ReturnType<typeof viewShares>>;

type Row = Share & { steps: number[] | null };

/** A year that has not begun has no figures: the cases of today say how much each unit weighs. */
async function sharesOf(scope: Scope, indicator: Ratio, unit: number, year: number): Promise<Row[]> {
  const rows = await scope.sql<Omit<Row, "figure" | "base">>`
    select d.id, d.name, t.value::int as target, t.steps, l.value::int as last from division d
    left join target t on t.division_id = d.id and t.indicator = ${indicator.id} and t.year = ${year}
    left join target l on l.division_id = d.id and l.indicator = ${indicator.id} and l.year = ${year - 1}
    where d.id = ${unit} or d.parent_id = ${unit} and (d.closed_on is null or d.closed_on > ${scope.today}::date) order by d.code nulls last, d.id`;
  const running = Number(scope.today.slice(0, 4));
  const period = `${Math.min(year, running)}` as const;
  const households = indicatorById("R2.1");
  const figures = await readFigures(scope, {
    indicators: households && isCount(indicator) ? [indicator, households] : [indicator],
    units: rows.map(({ id }) => id),
    periods: [period],
  });
  return rows.map((row) => {
    const { part, whole } = figures.of(indicator.id, row.id, period);
    return {
      ...row,
      figure: year > running && isCount(indicator) ? { part: 0, whole } : { part, whole },
      base: isCount(indicator) ? figures.of("R2.1", row.id, period).whole : whole,
    };
  });
}

/** A number is divided; a share is the parent's for all, or last year's raised or lowered in proportion. Null where the rule has nothing to go by. */
function filledBy(
  indicator: Ratio,
  own: number | null,
  below: readonly Share[],
  fill: Fill,
): number[] | null {
  if (own === null || below.length === 0) return null;
  const weights = below.map(({ base, last }) => (fill === "even" ? 1 : fill === "base" ? base : (last ?? 0)));
  if (weights.every((weight) => weight === 0)) return null;
  if (isCount(indicator)) return apportion(own, weights);
  if (fill !== "last") return below.map(() => own);
  const now = cascade(
    indicator,
    own,
    below.map(({ last, figure }) => ({ target: last, whole: figure.whole })),
  ).together;
  const top = indicator.adds ? Number.MAX_SAFE_INTEGER : 10_000;
  return below.map(({ last }) => (now ? Math.min(top, Math.round(((last ?? own) * own) / now)) : own));
}
