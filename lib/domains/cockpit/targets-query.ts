/** targets.list: the targets of a unit for a year, by indicator, against what those of the units right below it come to; and changes of the tree that nobody has settled in them. */
import { may } from "#lib/domains/accounts/roles.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { byItems } from "#lib/indicators/items.ts";
import { readTargets } from "#lib/indicators/targets.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { query } from "#lib/platform/query.ts";
import { boardUnit } from "./board-unit.ts";
import { TargetsView } from "./input.ts";
import { driftsOf } from "./inside/drift.ts";
import { type Cascade, cascade } from "./target.ts";

export type TargetLine = {
  indicator: Ratio;
  /** What the unit is held against; null = nothing. */
  target: number | null;
  steps: readonly number[] | null;
  /** It is an ancestor's, for want of its own. */
  inherited: boolean;
  cascade: Cascade;
};

export const listTargets = query({
  name: "targets.list",
  input: TargetsView,
  run: async (scope, input) => {
    const unit = await boardUnit(scope, input.u);
    const running = Number(scope.today.slice(0, 4));
    const year = input.year ?? running;
    const indicators = byItems((await catalogOf(scope)).of(scope.today).filter(({ scored }) => scored));
    const rows = await scope.sql<{ id: number; name: string; goals: Record<string, number> | null }>`
      select d.id, d.name, (select json_object_agg(t.indicator, t.value) from target t where t.division_id = d.id and t.year = ${year}) as goals from division d
      where d.id = ${unit.id} or d.parent_id = ${unit.id} and (d.closed_on is null or d.closed_on > ${scope.today}::date) order by d.code nulls last, d.id`;
    const below = rows.filter(({ id }) => id !== unit.id);
    const own = rows.find(({ id }) => id === unit.id)?.goals ?? {};
    // A year that has not begun is weighed by the cases of today.
    const period = `${Math.min(year, running)}` as const;
    const figures = await readFigures(scope, {
      indicators,
      units: below.map(({ id }) => id),
      periods: [period],
    });
    const held = await readTargets(scope, [`${year}`], [unit.id]);
    return {
      ...{ unit, year, children: below.length },
      lines: indicators.map((indicator): TargetLine => {
        const goal = held.of(indicator.id, unit.id, `${year}`);
        return {
          ...{ indicator, target: goal?.value ?? null, steps: goal?.steps ?? null },
          inherited: goal !== null && own[indicator.id] === undefined,
          cascade: cascade(
            indicator,
            goal?.value ?? null,
            below.map(({ id, goals }) => ({
              target: goals?.[indicator.id] ?? null,
              whole: figures.of(indicator.id, id, period).whole,
            })),
          ),
        };
      }),
      drifts: (await driftsOf(scope, unit.id, year)).map((drift) => ({
        ...drift,
        goals: drift.goals.flatMap(({ indicator, value }) => {
          const declared = indicators.find(({ id }) => id === indicator);
          return declared ? [{ indicator: declared, value }] : [];
        }),
      })),
      mayDivide: may(scope.viewer, "target.edit", unit.id),
    };
  },
});
export type TargetBoard = Awaited<ReturnType<typeof listTargets>>;
