/** The boards: the ten items of a unit in a period, one item with its children, and the rows behind a number. */
import { type Period, previous } from "#lib/base/period.ts";
import type { Unit } from "#lib/domains/divisions/place.ts";
import { industryWords } from "#lib/domains/industry/words.ts";
import { postWords } from "#lib/domains/posts/words.ts";
import { CASE_OF, ofSubjects, spanOf } from "#lib/indicators/fact.ts";
import { readFigures, toldOf } from "#lib/indicators/figures.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { entitiesBehind, entityOrgsBehind } from "#lib/indicators/industry-rows.ts";
import { isItem } from "#lib/indicators/items.ts";
import { orgsBehind } from "#lib/indicators/org-rows.ts";
import { peopleBehind } from "#lib/indicators/person-rows.ts";
import { mostOf, postsBehind } from "#lib/indicators/post-rows.ts";
import { casesBehind, longestWaits, rowsBehind, slicesOf } from "#lib/indicators/rows.ts";
import { subjectsBehind } from "#lib/indicators/subject-rows.ts";
import { readTargets } from "#lib/indicators/targets.ts";
import { EPOCH } from "#lib/indicators/version.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { villagesBehind } from "#lib/indicators/village-rows.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Cell, cellOf, itemLight, lineAt, missingOf } from "./board.ts";
import { boardUnit, periodAsked } from "./board-unit.ts";
import { BoardView, IndicatorView, ItemView, RowsView } from "./input.ts";
import { familyOf } from "./inside/family.ts";
import { keptSeries, withPrevious } from "./inside/series.ts";

export type { Child } from "./inside/family.ts";

/** The indicators as they are declared on the period's day. */
const declaredIn = async (scope: Scope, period: Period): Promise<Ratio[]> =>
  (await catalogOf(scope)).of(spanOf(period, scope.today).asOf);

async function readBoard(
  scope: Scope,
  unit: Unit,
  period: Period,
  indicators: readonly Ratio[],
  length = 12,
) {
  const { asOf } = spanOf(period, scope.today);
  const oneItem = new Set(indicators.map(({ item }) => item)).size === 1;
  const ranked = indicators.filter((indicator) => indicator.headline || oneItem);
  const { leader, placeOf, children, ancestors } = await familyOf(scope, unit, period, ranked);
  const below = children.map((child) => child.id);
  const series = keptSeries(period, length, scope.today);
  const figures = await readFigures(scope, {
    indicators,
    units: [unit.id, ...below],
    periods: withPrevious(series),
  });
  const targets = await readTargets(scope, series, [unit.id, ...below]);
  const cell = (indicator: Ratio, of: number): Cell =>
    cellOf({ indicator, unit: of, period, today: scope.today, figures, targets });
  const historyOf = (indicator: Ratio, of: number) =>
    series.map((at) => ({
      period: at,
      figure: figures.of(indicator.id, of, at),
      line: lineAt({ indicator, unit: of, period: at, today: scope.today, figures, targets }),
    }));
  const own = indicators.map((indicator) => ({
    ...cell(indicator, unit.id),
    before: figures.of(indicator.id, unit.id, previous(period)),
    place: placeOf(indicator),
    series: historyOf(indicator, unit.id),
  }));
  const children_ = children.map((child) => ({
    ...child,
    cells: indicators.map((indicator) => ({
      ...cell(indicator, child.id),
      before: figures.of(indicator.id, child.id, previous(period)),
      // Of one indicator alone the units below are shown over time as well.
      series: indicators.length === 1 ? historyOf(indicator, child.id) : [],
    })),
  }));
  /** Its figures stand as they were told (封账). */
  const closed = indicators.some(({ id }) => figures.told(id, unit.id, period) !== null);
  return { unit, leader, period, asOf, closed, ancestors, own, children: children_ };
}

export type Board = Awaited<ReturnType<typeof readBoard>>;

const SEVERITY = { behind: 0, watch: 1, ok: 2, none: 2 } as const;

/** What asks for attention: worst light first, then most cases; one per item and unit below, at most three, each with its longest wait (ux.md §3.1). */
async function exceptionsOf(scope: Scope, board: Board) {
  const places =
    board.children.length > 0 ? board.children : [{ ...board.unit, leader: board.leader, cells: board.own }];
  // Among the worst first those whose item is the unit's own worry.
  const itsItem = ({ indicator: { item } }: Cell) =>
    SEVERITY[itemLight(board.own.filter((own) => own.indicator.item === item)).light];
  const candidates = places
    .flatMap((place) =>
      place.cells.filter((cell) => SEVERITY[cell.light] < 2).map((cell) => ({ place, cell })),
    )
    .sort(
      (a, b) =>
        SEVERITY[a.cell.light] - SEVERITY[b.cell.light] ||
        itsItem(a.cell) - itsItem(b.cell) ||
        missingOf(b.cell) - missingOf(a.cell),
    );
  const chosen: typeof candidates = [];
  for (const candidate of candidates) {
    if (chosen.length === 3) break;
    const { place, cell } = candidate;
    const told = (one: (typeof candidates)[number]) =>
      one.cell.indicator.item === cell.indicator.item || (places.length > 1 && one.place.id === place.id);
    if (!chosen.some(told)) chosen.push(candidate);
  }
  const waits = await longestWaits(
    scope,
    board.period,
    chosen.map(({ place, cell }) => ({ indicator: cell.indicator, unit: place.id })),
  );
  return chosen.map(({ place, cell }, at) => ({
    unit: { id: place.id, name: place.name, leader: place.leader },
    cell,
    missing: missingOf(cell),
    wait: waits[at] ?? { days: null, never: 0 },
  }));
}

/** The board of a unit with what asks for attention. `length`: how many periods of its trends. */
export async function boardOf(
  scope: Scope,
  input: { u?: string | undefined; p: Period | null },
  length?: number,
) {
  const unit = await boardUnit(scope, input.u);
  const period = periodAsked(scope, input.p);
  const board = await readBoard(scope, unit, period, await declaredIn(scope, period), length);
  return { ...board, exceptions: await scope.panel("exceptions", () => exceptionsOf(scope, board)) };
}

export const viewCockpit = query({
  name: "cockpit.view",
  input: BoardView,
  run: (scope, input) => boardOf(scope, input),
});

export const viewItem = query({
  name: "cockpit.item",
  input: ItemView,
  run: async (scope, input) => {
    if (!isItem(input.item)) throw notFound();
    const unit = await boardUnit(scope, input.u);
    const period = periodAsked(scope, input.p);
    const indicators = (await declaredIn(scope, period)).filter(({ item }) => item === input.item);
    const slices: Record<string, Record<string, number>> = {};
    for (const indicator of indicators)
      slices[indicator.id] = await slicesOf(scope, { indicator, period, unit: unit.id });
    return {
      item: input.item,
      ...(await readBoard(scope, unit, period, indicators)),
      most: await mostOf(scope, indicators, period, unit.id),
      slices,
    };
  },
});

/** One indicator of one unit over up to two years, with the units below. */
/** A version of an indicator; without a name it is the program's own. */
export type DeclaredSince = {
  /** Null = from the beginning. */
  fromOn: string | null;
  by: string | null;
  why: string | null;
  /** Basis points; null = the usual. */
  watchFrom: number | null;
};

export const viewIndicator = query({
  name: "cockpit.indicator",
  input: IndicatorView,
  run: async (scope, input) => {
    const period = periodAsked(scope, input.p);
    const indicator = (await declaredIn(scope, period)).find(({ id }) => id === input.indicator);
    if (!indicator || indicator.item !== input.item) throw notFound();
    const unit = await boardUnit(scope, input.u);
    const versions = await scope.sql<DeclaredSince>`
      select nullif(from_on, ${EPOCH}::date)::text as "fromOn", account_name as by, why, (declaration ->> 'watchFrom')::int as "watchFrom" from indicator_version
      where indicator = ${indicator.id} order by from_on desc`;
    return { indicator, versions, ...(await readBoard(scope, unit, period, [indicator], input.n)) };
  },
});
export type IndicatorBoard = Awaited<ReturnType<typeof viewIndicator>>;

export const viewRows = query({
  name: "cockpit.rows",
  input: RowsView,
  run: async (scope, input) => {
    const period = periodAsked(scope, input.p);
    const { asOf } = spanOf(period, scope.today);
    const indicator = (await catalogOf(scope)).on(input.indicator, asOf);
    if (!indicator) throw notFound();
    const unit = await boardUnit(scope, input.u);
    const { part, page } = input;
    // The rows are those of today; what was told of a closed period stands beside them.
    const wanted = { indicators: [indicator], units: [unit.id], periods: [period] };
    const figure = (await readFigures(scope, { ...wanted, as: "live" })).of(indicator.id, unit.id, period);
    const told = await toldOf(scope, { indicator, unit: unit.id, period });
    const slice = part === "met" ? indicator.slices?.find(({ key }) => key === input.by) : undefined;
    const behind = { indicator, period, unit: unit.id, part, by: slice?.key };
    const counts = indicator.adds
      ? await casesBehind(scope, behind)
      : { all: figure.whole, met: figure.part, missing: figure.whole - figure.part };
    const about = CASE_OF[indicator.of];
    const sliced = slice ? ((await slicesOf(scope, behind))[slice.key] ?? 0) : null;
    return {
      indicator,
      unit,
      period,
      asOf,
      part,
      page,
      figure,
      told,
      counts,
      slice: slice ?? null,
      total: sliced ?? counts[part],
      rows: about === "household" ? await rowsBehind(scope, behind, page) : [],
      /** The same for what is counted by entities of the industry chain, or by the Party organizations on it. */
      industry:
        about === "entity"
          ? { entities: await entitiesBehind(scope, behind, page), words: await industryWords(scope.sql) }
          : about === "entityOrg"
            ? { orgs: await entityOrgsBehind(scope, behind, page) }
            : null,
      /** The same for what is counted by Party organizations, people, and by teams and posts. */
      orgs: about === "partyOrg" ? await orgsBehind(scope, behind, page) : null,
      people: about === "person" ? await peopleBehind(scope, behind, page) : null,
      subjects: ofSubjects(indicator.of) ? await subjectsBehind(scope, behind, page) : null,
      posts: about === "post" ? await postsBehind(scope, behind, page) : null,
      villages: about === "village" ? await villagesBehind(scope, behind, page) : null,
      kinds: about === "post" ? (await postWords(scope.sql)).kinds : [],
    };
  },
});
