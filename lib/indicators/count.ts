/** Counts an indicator from rows, at the nodes where the rows hang: the one place that builds the counting SQL. */
import { type Fragment, nothing, sql } from "#lib/platform/sql.ts";
import { factRows, type Span } from "./fact.ts";
import { conditionSql, type Ratio } from "./indicator.ts";

/** Runs a fragment on whatever transaction is at hand: a scope, or the job role's connection. */
export type Run = <Row>(fragment: Fragment) => Promise<Row[]>;
export type Figure = { part: number; whole: number };
export type Counted = Figure & { divisionId: number };

/** `nodes` null = everywhere. Nodes without a case are absent. */
export const countAtNodes = (run: Run, indicator: Ratio, span: Span, nodes: number[] | null) =>
  run<Counted>(countingSql(indicator, span, nodes));

export function countingSql(indicator: Ratio, span: Span, nodes: number[] | null): Fragment {
  const placed = nodes === null ? nothing : sql`and f.division_id = any (${nodes}::int[])`;
  return sql`select f.division_id as "divisionId",
      count(*) filter (where ${conditionSql(indicator.part)})::int as part, count(*)::int as whole
    from ${factRows(indicator.of, span)} f where ${conditionSql(indicator.whole)} ${placed} group by f.division_id`;
}

/** The nodes that stood under a unit on a day: the tree of the period's last day (decisions 21). */
export const underOnDay = (unit: number, day: string) =>
  sql`select c.node_id from division_closure c where c.ancestor_id = ${unit} and c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date)`;
