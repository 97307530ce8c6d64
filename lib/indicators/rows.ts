/** The rows behind a number: counted by the same fact, period, tree and condition, so that their count equals it. */
import { lastDay, type Period } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import { added, underOnDay } from "./count.ts";
import { factRows, spanOf, waitingSince } from "./fact.ts";
import { conditionSql, type Ratio } from "./indicator.ts";
import { marksOf } from "./stale.ts";

/** met = counted above the line, missing = below it, all = the whole. */
export const PARTS = ["met", "missing", "all"] as const;
export type Part = (typeof PARTS)[number];
/** `by`: of those that are met, only the ones of this slice. */
export type Behind = { indicator: Ratio; period: Period; unit: number; part: Part; by?: string | undefined };

export const partSql = ({ indicator, part, by }: Pick<Behind, "indicator" | "part" | "by">): Fragment => {
  const slice = indicator.slices?.find(({ key }) => key === by);
  if (slice && part === "met") return sql`${conditionSql(indicator.part)} and ${conditionSql(slice.part)}`;
  if (part === "all") return sql`true`;
  // Whoever tells nothing in a column (an entity its members) does not meet what is asked of it.
  return part === "met" ? conditionSql(indicator.part) : sql`(${conditionSql(indicator.part)}) is not true`;
};

/** The cases (alias f) behind a number. */
export function behind(given: Behind, today: string): Fragment {
  const span = spanOf(given.period, today);
  return sql`from ${factRows(given.indicator.of, span)} f
    where ${conditionSql(given.indicator.whole)} and ${partSql(given)} and f.division_id in (${underOnDay(given.unit, span.asOf)})`;
}

/** How many cases lie on either side; of a sum the figure itself does not say it. */
export async function casesBehind(scope: Scope, given: Omit<Behind, "part">): Promise<Record<Part, number>> {
  const [counted] = await scope.sql<{ all: number; met: number }>`
    select count(*)::int as "all", count(*) filter (where ${conditionSql(given.indicator.part)})::int as met
    ${behind({ ...given, part: "all" }, scope.today)}`;
  const { all, met } = counted ?? { all: 0, met: 0 };
  return { all, met, missing: all - met };
}

/** How many are met in which way. */
export async function slicesOf(
  scope: Scope,
  given: Omit<Behind, "part" | "by">,
): Promise<Record<string, number>> {
  const { slices } = given.indicator;
  if (!slices) return {};
  const counts = slices.map(
    ({ part }, at) =>
      sql`count(*) filter (where ${conditionSql(given.indicator.part)} and ${conditionSql(part)})::int as ${raw(`s${at}`)}`,
  );
  const [row] = await scope.sql<Record<string, number>>`
    select ${join(counts, ", ")} ${behind({ ...given, part: "all" }, scope.today)}`;
  return Object.fromEntries(slices.map(({ key }, at) => [key, row?.[`s${at}`] ?? 0]));
}

/** For a list of households (alias h): only those behind the number. */
export const factCondition = (given: Behind, today: string): Fragment =>
  sql`h.id in (select f.household_id ${behind(given, today)})`;

export type RowBehind = {
  /** Of the counted case: the pairing, or the household. */
  id: string;
  householdId: string;
  householdNo: string;
  headName: string;
  place: string;
  helperName: string | null;
  helperUnit: string | null;
  helperKind: string | null;
  required: number | null;
  done: number | null;
  lastVisitOn: string | null;
  /** Of a sum, or a share of two: what this case adds to it. */
  adds: number | null;
  among: number | null;
};

/** Fifty at a time, by place and household. */
export const ROWS_A_PAGE = 50;

/** Rows are for whoever reaches the family; a number may be seen by others as well. */
const mine = ({ seesAll, reach, households }: Scope["viewer"]): Fragment =>
  seesAll ? sql`true` : sql`(h.division_id = any (${reach}::int[]) or h.id = any (${households}::uuid[]))`;

/**
 * One page of the rows. Place after place is counted until the page is full, so that the first page of a prefecture does not count
 * the facts of all its villages; how many rows there are in all is the figure's to say.
 */
export async function rowsBehind(scope: Scope, given: Behind, page: number): Promise<RowBehind[]> {
  const { indicator, unit } = given;
  const duties = indicator.of === "duties";
  const { adds } = indicator;
  const sums = sql`${adds ? added(adds) : raw("null::int")} as adds, ${adds?.over ? raw(`f.${adds.over.column}`) : raw("null::int")} as among`;
  const span = spanOf(given.period, scope.today);
  const upTo = page * ROWS_A_PAGE;
  return scope.sql<RowBehind>`
    select ${duties ? sql`p.id` : sql`b.household_id`} as id, b.household_id as "householdId", b.household_no as "householdNo", b.head_name as "headName", d.name as place, b.last_visit_on::text as "lastVisitOn", b.adds, b.among,
      ${duties ? sql`p.helper_name as "helperName", p.helper_unit as "helperUnit", p.kind as "helperKind", b.required, b.done` : sql`null as "helperName", null as "helperUnit", null as "helperKind", null::int as required, null::int as done`}
    from (select n.node_id, x.* from (${underOnDay(unit, span.asOf)}) n
      cross join lateral (select f.*, ${sums}, ${duties ? sql`f.pairing_id` : sql`f.household_id`} as case_id, h.household_no, h.head_name, h.last_visit_on
        from ${factRows(indicator.of, span)} f join household h on h.id = f.household_id
        where f.division_id = n.node_id and ${conditionSql(indicator.whole)} and ${partSql(given)} and ${mine(scope.viewer)}
        order by h.household_no, case_id limit ${upTo}) x
      order by n.node_id, x.household_no, x.case_id limit ${ROWS_A_PAGE} offset ${upTo - ROWS_A_PAGE}) b
    join division d on d.id = b.division_id ${duties ? sql`join pairing p on p.id = b.pairing_id` : sql``}
    order by b.node_id, b.household_no, b.case_id`;
}

/** How long the longest of the missing cases has waited, and how many never had what is missing: no day to count from. */
export type Wait = { days: number | null; never: number };

/** One case of the board whose longest wait is told. */
export type Waiting = { indicator: Ratio; unit: number };

/** The longest waits of several units in the order asked, by one statement. */
export async function longestWaits(scope: Scope, period: Period, asked: readonly Waiting[]): Promise<Wait[]> {
  if (asked.length === 0) return [];
  const parts = [...new Set(asked.map((one) => one.indicator))].map((indicator) => {
    const units = asked.filter((one) => one.indicator === indicator).map((one) => one.unit);
    return waitsOf(indicator, period, units, scope.today);
  });
  const rows = await scope.sql<
    Wait & { indicator: string; unit: number }
  >`${parts.reduce((all, one) => sql`${all} union all ${one}`)}`;
  return asked.map(({ indicator, unit }) => {
    const row = rows.find((one) => one.indicator === indicator.id && one.unit === unit);
    return { days: row?.days ?? null, never: row?.never ?? 0 };
  });
}

/** From the roll-ups of the leaves where they are true for the day and nothing has changed since; there the cases themselves are read. */
function waitsOf(indicator: Ratio, period: Period, units: number[], today: string): Fragment {
  const span = spanOf(period, today);
  const { local, general } = marksOf(indicator.of);
  // Whatever end a mark has: a wait is counted from days long before the period.
  const touching = sql`m.from_on <= ${lastDay(period)}::date`;
  return sql`(with kept as materialized (
      select r.division_id as unit from rollup r where r.indicator = ${indicator.id} and r.period = ${period} and r.division_id = any (${units}::int[]) and r.as_of = ${span.asOf}::date
        and not exists (select 1 from rollup_mark m where m.fact = any (${general}::text[]) and ${touching})),
    under as materialized (
      select c.ancestor_id as unit, c.node_id as node, l.waiting_since as since, l.never,
        k.unit is null or coalesce(l.as_of <> ${span.asOf}::date, false)
          or exists (select 1 from rollup_mark m where m.division_id = c.node_id and m.fact = any (${local}::text[]) and ${touching}) as stale
      from division_closure c left join kept k on k.unit = c.ancestor_id
      left join rollup_leaf l on l.indicator = ${indicator.id} and l.period = ${period} and l.division_id = c.node_id
      where c.ancestor_id = any (${units}::int[]) and c.from_on <= ${span.asOf}::date and (c.to_on is null or c.to_on > ${span.asOf}::date)),
    live as materialized (
      select f.division_id as node, ${waitingSince(indicator.of, span)} as since from ${factRows(indicator.of, span)} f
      where f.division_id = any (array(select u.node from under u where u.stale)) and ${conditionSql(indicator.whole)} and (${conditionSql(indicator.part)}) is not true offset 0)
    select ${indicator.id}::text as indicator, w.unit, (${span.asOf}::date - min(w.since))::int as days, coalesce(sum(w.never), 0)::int as never
    from (select u.unit, u.since, u.never from under u where not u.stale
      union all
      select u.unit, w.since, (w.since is null)::int from under u join live w on w.node = u.node where u.stale) w
    group by w.unit)`;
}
