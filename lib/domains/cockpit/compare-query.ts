/** cockpit.compare: units against each other by several indicators. Those below one's unit, or its siblings, of whom no small cells are told. */
import { type Period, previous } from "#lib/base/period.ts";
import type { Unit } from "#lib/domains/divisions/place.ts";
import type { Figure } from "#lib/indicators/count.ts";
import { spanOf } from "#lib/indicators/fact.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { LightState } from "#lib/indicators/light.ts";
import { readTargets } from "#lib/indicators/targets.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { cellOf } from "./board.ts";
import { boardUnit, periodAsked } from "./board-unit.ts";
import { CompareView } from "./input.ts";
import { familyOf } from "./inside/family.ts";
import { keptSeries, withPrevious } from "./inside/series.ts";
import { hasPeers, type Place, placesOf, type Sibling, siblingsSql, worthOf } from "./siblings.ts";

/** `reached`: its rows may be opened. */
export type Compared = { id: number; code: string | null; name: string; reached: boolean };
export type ComparedCell = {
  unit: Compared;
  /** Null where too few cases stand behind it to be told outside one's reach. */
  figure: Figure | null;
  before: Figure | null;
  light: LightState;
  target: number | null;
  place: Place | null;
  series: { period: Period; figure: Figure | null }[];
};

export const viewCompare = query({
  name: "cockpit.compare",
  input: CompareView,
  run: async (scope, input) => {
    const unit = await boardUnit(scope, input.u);
    const period = periodAsked(scope, input.p);
    const { children, ancestors } = await familyOf(scope, unit, period, []);
    const all = (await catalogOf(scope)).of(spanOf(period, scope.today).asOf);
    const indicators = indicatorsFor(all, input.item, input.i);
    const periods = keptSeries(period, 12, scope.today);
    const beside = hasPeers(unit.level);
    const peers = beside && (input.peers || children.length === 0);
    const told = peers ? await siblingsOf(scope, unit, indicators, withPrevious(periods)) : [];
    const group = peers
      ? groupOf(scope, told)
      : children.map(({ id, code, name }) => ({ id, code, name, reached: true }));
    const chosen = input.units.map(Number).filter((id) => group.some((one) => one.id === id));
    return {
      ...{
        unit,
        period,
        asOf: spanOf(period, scope.today).asOf,
        /** Its figures stand as they were told. */
        closed: (await scope.sql`select 1 from closing where period = ${period}`).length > 0,
        ancestors,
        children,
        indicators,
        /** What may be chosen. */
        all,
        group,
        peers,
        beside,
      },
      /** Two units at least make a comparison. */
      tooFew: input.units.length > 0 && chosen.length < 2,
      chosen,
      rows: await rowsOf(scope, { unit, period, periods, indicators, group, told, chosen }),
    };
  },
});
export type Comparison = Awaited<ReturnType<typeof viewCompare>>;

/** Named ones, those of an item, or the headline of each item. */
function indicatorsFor(
  declared: readonly Ratio[],
  item: string | null | undefined,
  named: readonly string[],
): Ratio[] {
  const few = declared.filter(({ id }) => named.includes(id));
  if (few.length > 0) return few;
  const own = declared.filter((one) => one.item === item);
  return own.length > 0 ? own : declared.filter(({ headline }) => headline);
}

const siblingsOf = (scope: Scope, unit: Unit, indicators: readonly Ratio[], periods: readonly Period[]) =>
  scope.sql<Sibling>`${siblingsSql({ unit: unit.id, indicators, periods, today: scope.today })}`;

function groupOf(scope: Scope, told: readonly Sibling[]): Compared[] {
  const units = new Map(
    told.map(({ id, code, name }) => [id, { id, code, name, reached: reaches(scope.viewer, id) }]),
  );
  return [...units.values()].sort((a, b) => (a.code ?? "").localeCompare(b.code ?? "") || a.id - b.id);
}

type Asked = {
  unit: Unit;
  period: Period;
  periods: readonly Period[];
  indicators: readonly Ratio[];
  group: readonly Compared[];
  told: readonly Sibling[];
  chosen: readonly number[];
};

/** Where one reaches, figures are live and equal their rows; beyond, they are the folded ones. */
async function rowsOf(scope: Scope, asked: Asked): Promise<{ indicator: Ratio; cells: ComparedCell[] }[]> {
  const { period, periods, indicators, group, told, chosen } = asked;
  const mine = group.filter(({ reached }) => reached).map(({ id }) => id);
  const figures = await readFigures(scope, { indicators, units: mine, periods: withPrevious(periods) });
  const targets = await readTargets(scope, [period], mine);
  const known = new Map(told.map((one) => [`${one.indicator}|${one.id}|${one.period}`, one]));
  return indicators.map((indicator) => {
    const at = ({ id, reached }: Compared, when: Period): Figure | null => {
      if (reached) return figures.of(indicator.id, id, when);
      const one = known.get(`${indicator.id}|${id}|${when}`);
      return one?.part != null && one.whole != null ? { part: one.part, whole: one.whole } : null;
    };
    const places = placesOf(group.map((one) => worthOf(indicator, at(one, period) ?? { part: 0, whole: 0 })));
    const cells = group.map((one, nth): ComparedCell => {
      const judged = one.reached
        ? cellOf({ indicator, unit: one.id, period, today: scope.today, figures, targets })
        : null;
      const folded = known.get(`${indicator.id}|${one.id}|${period}`);
      return {
        unit: one,
        figure: at(one, period),
        before: at(one, previous(period)),
        light: judged?.light ?? "none",
        target: judged?.target ?? null,
        place: told.length === 0 ? (places[nth] ?? null) : folded ? placeOf(folded) : null,
        series: periods.map((when) => ({ period: when, figure: at(one, when) })),
      };
    });
    return {
      indicator,
      cells: chosen.length > 1 ? cells.filter(({ unit }) => chosen.includes(unit.id)) : cells,
    };
  });
}

/** Among siblings the place is told by who sees them all. */
const placeOf = ({ place, among, tied }: Sibling): Place | null =>
  place !== null && among !== null && tied !== null ? { place, among, tied } : null;
