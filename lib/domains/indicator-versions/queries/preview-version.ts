/** indicators.preview…: the look before a version is published: the last three months as they stand and as the version would count and judge them. */
import { firstDay, type Period, periodOf, step } from "#lib/base/period.ts";
import { added, type Figure } from "#lib/indicators/count.ts";
import { factRows, spanOf } from "#lib/indicators/fact.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { conditionSql, type Ratio } from "#lib/indicators/indicator.ts";
import { dueByNow, type LightState, lightOf } from "#lib/indicators/light.ts";
import { readTargets } from "#lib/indicators/targets.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import { editsIndicators } from "../indicator-version.ts";
import { Declared, OwnVersion, Threshold } from "../input.ts";
import { type Proposed, proposedIndicator, proposedThreshold, proposedVersion } from "../inside/proposed.ts";

const PERIODS = 3;

export type Judged = { figure: Figure; light: LightState };
/** Cases of the whole, and those that are met, that the version brings in or leaves out. */
export type Moves = { come: number; gone: number; metCome: number; metGone: number };
export type PreviewLine = {
  unit: { id: number; name: string };
  /** Null = nothing is counted by now. */
  now: Judged | null;
  after: Judged;
  moves: Moves;
};
export type PreviewPeriod = {
  period: Period;
  /** closed = told, stands; before = open, but over before the version begins; changes = would be counted so. */
  effect: "closed" | "before" | "changes";
  lines: PreviewLine[];
};

export const previewThreshold = query({
  name: "indicators.previewThreshold",
  input: Threshold,
  may: editsIndicators,
  run: async (scope, input) => look(scope, await proposedThreshold(scope, input)),
});
export const previewOwn = query({
  name: "indicators.previewOwn",
  input: OwnVersion,
  may: editsIndicators,
  run: async (scope, input) => look(scope, await proposedVersion(scope, input)),
});
export const previewNew = query({
  name: "indicators.previewNew",
  input: Declared,
  may: editsIndicators,
  run: async (scope, input) => look(scope, await proposedIndicator(scope, input)),
});
export type VersionPreview = Awaited<ReturnType<typeof look>>;

async function look(scope: Scope, proposed: Proposed) {
  const { declaration, fromOn } = proposed;
  const month = periodOf(scope.today, "month");
  const periods = Array.from({ length: PERIODS }, (_, at) => step(month, at + 1 - PERIODS)).reverse();
  const units = await scope.sql<{ id: number; name: string }>`
    select d.id, d.name from division d where d.level = 'PREFECTURE' or d.parent_id in (select id from division where level = 'PREFECTURE')
      and (d.closed_on is null or d.closed_on > ${scope.today}::date) order by d.level = 'PREFECTURE' desc, d.code nulls last, d.id`;
  const closings = await scope.sql<{
    period: string;
  }>`select period from closing where period like '____-__'`;
  const seen: PreviewPeriod[] = [];
  for (const period of periods) {
    const lines = await linesOf(scope, declaration, period, units);
    const closed = closings.some((one) => one.period === period);
    const effect = closed ? "closed" : spanOf(period, scope.today).asOf < fromOn ? "before" : "changes";
    seen.push({ period, effect, lines });
  }
  return {
    ...proposed,
    /** Whether other cases are counted, or the same judged otherwise. */
    counts: proposed.before === null || seen.some(({ lines }) => lines.some(({ moves }) => moved(moves) > 0)),
    periods: seen,
    /** How many closed months there are: none of them changes. */
    closed: closings.length,
    running: firstDay(month),
  };
}

const moved = ({ come, gone, metCome, metGone }: Moves) => come + gone + metCome + metGone;

async function linesOf(
  scope: Scope,
  declaration: Ratio,
  period: Period,
  units: readonly { id: number; name: string }[],
): Promise<PreviewLine[]> {
  const span = spanOf(period, scope.today);
  const before = (await catalogOf(scope)).on(declaration.id, span.asOf);
  const ids = units.map(({ id }) => id);
  const figures = before
    ? await readFigures(scope, { indicators: [before], units: ids, periods: [period] })
    : null;
  const targets = await readTargets(scope, [period], ids);
  const counted = await scope.sql<Figure & Moves & { unit: number }>`
    with f as (select f.division_id, ${sides(before, declaration)} from ${factRows(declaration.of, span)} f)
    select c.ancestor_id as unit, ${sums(declaration)},
      count(*) filter (where f.nw and not f.ow)::int as come, count(*) filter (where f.ow and not f.nw)::int as gone,
      count(*) filter (where f.nm and not f.om)::int as "metCome", count(*) filter (where f.om and not f.nm)::int as "metGone"
    from f join division_closure c on c.node_id = f.division_id and c.from_on <= ${span.asOf}::date and (c.to_on is null or c.to_on > ${span.asOf}::date)
    where c.ancestor_id = any (${ids}::int[]) group by 1`;
  return units.map((unit) => {
    const { part = 0, whole = 0, ...moves } = counted.find((one) => one.unit === unit.id) ?? NOTHING;
    const told = figures?.told(declaration.id, unit.id, period);
    const goal = told
      ? { value: told.target, steps: told.steps }
      : targets.of(declaration.id, unit.id, period);
    const judge = (by: Ratio, figure: Figure): Judged => ({
      figure,
      light: by.scored
        ? lightOf(figure, dueByNow(by, goal?.value ?? null, period, scope.today, goal?.steps), by)
        : "none",
    });
    return {
      unit,
      now: before && figures ? judge(before, figures.of(declaration.id, unit.id, period)) : null,
      after: judge(declaration, { part, whole }),
      moves: { come: moves.come, gone: moves.gone, metCome: moves.metCome, metGone: moves.metGone },
    };
  });
}

const NOTHING = { unit: 0, part: 0, whole: 0, come: 0, gone: 0, metCome: 0, metGone: 0 };

/** Of each case whether it belongs to the whole and is met: by what holds, and by the version. */
function sides(before: Ratio | null, then: Ratio): Fragment {
  const whole = (one: Ratio) => sql`(${conditionSql(one.whole)}) is true`;
  const met = (one: Ratio) => sql`(${conditionSql(one.whole)} and ${conditionSql(one.part)}) is true`;
  const amount = then.adds ? added(then.adds) : raw("0");
  const old = before ? sql`${whole(before)} as ow, ${met(before)} as om` : raw("false as ow, false as om");
  return sql`${old}, ${whole(then)} as nw, ${met(then)} as nm, ${amount} as amount, ${then.adds?.over ? raw(`f.${then.adds.over.column}`) : raw("1")} as among`;
}

const sums = ({ adds }: Ratio): Fragment =>
  adds
    ? raw(
        `coalesce(sum(f.amount) filter (where f.nw), 0)::int as part, coalesce(sum(f.among) filter (where f.nw), 0)::int as whole`,
      )
    : raw(`count(*) filter (where f.nm)::int as part, count(*) filter (where f.nw)::int as whole`);
