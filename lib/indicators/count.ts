/** Counts an indicator from rows, at the nodes where the rows hang: the one place that builds the counting SQL. */
import { type Fragment, nothing, raw, sql } from "#lib/platform/sql.ts";
import { factRows, type Span, waitingSince } from "./fact.ts";
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
      ${partSum(indicator)} as part, ${wholeSum(indicator)} as whole
    from ${factRows(indicator.of, span)} f where ${conditionSql(indicator.whole)} ${placed} group by f.division_id`;
}

/** The column that a sum adds up, over the fact's alias f. */
export const added = ({ column }: NonNullable<Ratio["adds"]>): Fragment => raw(`f.${column}`);

/** How many cases are met; or, of a sum, what its cases add up to. */
const partSum = ({ part, adds }: Ratio): Fragment =>
  adds ? sql`coalesce(sum(${added(adds)}), 0)::int` : sql`count(*) filter (where ${conditionSql(part)})::int`;

/** How many cases there are; or, of a share of sums, what its cases add up to in the other column. */
const wholeSum = ({ adds }: Ratio): Fragment =>
  adds?.over ? sql`coalesce(sum(${raw(`f.${adds.over.column}`)}), 0)::int` : sql`count(*)::int`;

/** What a roll-up keeps of a leaf: its figure, and the waits of its missing cases. */
export type Leaf = Counted & { since: string | null; never: number };

export const leavesAtNodes = (run: Run, indicator: Ratio, span: Span, nodes: number[] | null) =>
  run<Leaf>(leafSql(indicator, span, nodes));

export function leafSql(indicator: Ratio, span: Span, nodes: number[] | null): Fragment {
  const placed = nodes === null ? nothing : sql`and f.division_id = any (${nodes}::int[])`;
  return sql`select w.division_id as "divisionId", ${indicator.adds ? sql`coalesce(sum(w.amount), 0)::int` : sql`count(*) filter (where w.met)::int`} as part, ${indicator.adds?.over ? sql`coalesce(sum(w.among), 0)::int` : sql`count(*)::int`} as whole,
      min(w.since)::text as since, count(*) filter (where not w.met and w.since is null)::int as never
    from (select f.division_id, f.met, ${indicator.adds ? sql`${added(indicator.adds)} as amount, ` : nothing}${indicator.adds?.over ? sql`${raw(`f.${indicator.adds.over.column}`)} as among, ` : nothing}case when not f.met then ${waitingSince(indicator.of, span)} end as since
      from (select f.*, ${conditionSql(indicator.part)} as met from ${factRows(indicator.of, span)} f where ${conditionSql(indicator.whole)} ${placed} offset 0) f offset 0) w
    group by w.division_id`;
}

/** The nodes that stood under a unit on a day: the tree of the period's last day (decisions 21). */
export const underOnDay = (unit: number, day: string) =>
  sql`select c.node_id from division_closure c where c.ancestor_id = ${unit} and c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date)`;
