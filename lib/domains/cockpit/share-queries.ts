/** targets.shares: how the number of one unit for a year is divided among the units right below it, beside what each has reached. */
import { may } from "#lib/domains/accounts/roles.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { isCount } from "#lib/indicators/indicator.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { boardUnit } from "./board-unit.ts";
import { SharesView } from "./input.ts";

export type Share = { id: number; name: string; target: number | null; reached: number };

export const viewShares = query({
  name: "targets.shares",
  input: SharesView,
  run: async (scope, input) => {
    const indicator = (await catalogOf(scope)).known(input.indicator);
    if (!indicator || !isCount(indicator) || !indicator.scored) throw notFound();
    const unit = await boardUnit(scope, input.u);
    const year = input.year ?? Number(scope.today.slice(0, 4));
    const rows = await scope.sql<Omit<Share, "reached">>`
      select d.id, d.name, t.value::int as target from division d left join target t on t.division_id = d.id and t.indicator = ${indicator.id} and t.year = ${year}
      where d.id = ${unit.id} or d.parent_id = ${unit.id} and (d.closed_on is null or d.closed_on > ${scope.today}::date) order by d.code nulls last, d.id`;
    const period = `${year}` as const;
    const figures = await readFigures(scope, {
      indicators: [indicator],
      units: rows.map(({ id }) => id),
      periods: [period],
    });
    const all = rows.map((row) => ({ ...row, reached: figures.of(indicator.id, row.id, period).part }));
    return {
      ...{ indicator, unit, year },
      own: all.find(({ id }) => id === unit.id)?.target ?? null,
      below: all.filter(({ id }) => id !== unit.id),
      maySetOwn: may(scope.viewer, "target.edit", unit.parentId ?? unit.id),
      mayDivide: may(scope.viewer, "target.edit", unit.id),
    };
  },
});
