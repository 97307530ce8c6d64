/** The rows behind a number: counted by the same fact, period, tree and condition, so that their count equals it. */
import type { Period } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { underOnDay } from "./count.ts";
import { factRows, spanOf } from "./fact.ts";
import { conditionSql, type Ratio } from "./indicator.ts";

/** met = counted above the line, missing = below it, all = the whole. */
export const PARTS = ["met", "missing", "all"] as const;
export type Part = (typeof PARTS)[number];
export type Behind = { indicator: Ratio; period: Period; unit: number; part: Part };

const partSql = ({ indicator, part }: Behind): Fragment => {
  if (part === "all") return sql`true`;
  return part === "met" ? conditionSql(indicator.part) : sql`not (${conditionSql(indicator.part)})`;
};

function behind(given: Behind, today: string): Fragment {
  const span = spanOf(given.period, today);
  return sql`from ${factRows(given.indicator.of, span)} f
    where ${conditionSql(given.indicator.whole)} and ${partSql(given)} and f.division_id in (${underOnDay(given.unit, span.asOf)})`;
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
};

/** Fifty at a time, by place and household. */
export const ROWS_A_PAGE = 50;

/**
 * One page of the rows. Place after place is counted until the page is full, so that the first page of a prefecture does not count
 * the facts of all its villages; how many rows there are in all is the figure's to say.
 */
export async function rowsBehind(scope: Scope, given: Behind, page: number): Promise<RowBehind[]> {
  const { indicator, unit } = given;
  const duties = indicator.of === "duties";
  const span = spanOf(given.period, scope.today);
  const upTo = page * ROWS_A_PAGE;
  return scope.sql<RowBehind>`
    select ${duties ? sql`p.id` : sql`b.household_id`} as id, b.household_id as "householdId", b.household_no as "householdNo", b.head_name as "headName", d.name as place, b.last_visit_on::text as "lastVisitOn",
      ${duties ? sql`p.helper_name as "helperName", p.helper_unit as "helperUnit", p.kind as "helperKind", b.required, b.done` : sql`null as "helperName", null as "helperUnit", null as "helperKind", null::int as required, null::int as done`}
    from (select n.node_id, x.* from (${underOnDay(unit, span.asOf)}) n
      cross join lateral (select f.*, ${duties ? sql`f.pairing_id` : sql`f.household_id`} as case_id, h.household_no, h.head_name, h.last_visit_on
        from ${factRows(indicator.of, span)} f join household h on h.id = f.household_id
        where f.division_id = n.node_id and ${conditionSql(indicator.whole)} and ${partSql(given)}
        order by h.household_no, case_id limit ${upTo}) x
      order by n.node_id, x.household_no, x.case_id limit ${ROWS_A_PAGE} offset ${upTo - ROWS_A_PAGE}) b
    join division d on d.id = b.division_id ${duties ? sql`join pairing p on p.id = b.pairing_id` : sql``}
    order by b.node_id, b.household_no, b.case_id`;
}

/** How long the longest of the missing cases has waited, and how many never had what is missing: no day to count from. */
export type Wait = { days: number | null; never: number };

/** One case of the board whose longest wait is told. */
export type Waiting = { indicator: Ratio; unit: number };

/** Days since the last visit of this helper, or since their pairing; or since the household's last pairing ended. */
const sinceSql = ({ of }: Ratio, asOf: string): Fragment =>
  of === "duties"
    ? sql`coalesce((select max(v.visited_on) from visit_visitor v where v.household_id = f.household_id and v.person_id = f.helper_id and v.counts and v.visited_on <= ${asOf}::date),
          (select p.from_on from pairing p where p.id = f.pairing_id))`
    : sql`(select max(p.to_on) from pairing p where p.household_id = f.household_id and p.to_on <= ${asOf}::date)`;

/** The longest waits of several units in the order asked, by one statement; an indicator's facts are read once for all its units. */
export async function longestWaits(scope: Scope, period: Period, asked: readonly Waiting[]): Promise<Wait[]> {
  if (asked.length === 0) return [];
  const span = spanOf(period, scope.today);
  const { asOf } = span;
  const parts = [...new Set(asked.map((one) => one.indicator))].map((indicator) => {
    const units = asked.filter((one) => one.indicator === indicator).map((one) => one.unit);
    return sql`select ${indicator.id}::text as indicator, w.unit, (${asOf}::date - min(w.since))::int as days, count(*) filter (where w.since is null)::int as never
      from (select c.ancestor_id as unit, ${sinceSql(indicator, asOf)} as since
        from ${factRows(indicator.of, span)} f join division_closure c on c.node_id = f.division_id
        where c.ancestor_id = any (${units}::int[]) and c.from_on <= ${asOf}::date and (c.to_on is null or c.to_on > ${asOf}::date)
          and ${conditionSql(indicator.whole)} and not (${conditionSql(indicator.part)})) w
      group by w.unit`;
  });
  const rows = await scope.sql<
    Wait & { indicator: string; unit: number }
  >`${parts.reduce((all, one) => sql`${all} union all ${one}`)}`;
  return asked.map(({ indicator, unit }) => {
    const row = rows.find((one) => one.indicator === indicator.id && one.unit === unit);
    return { days: row?.days ?? null, never: row?.never ?? 0 };
  });
}
