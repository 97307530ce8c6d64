/** divisions.tree: the nodes that a reader has unfolded, as the tree stood on a day, with what lies below each within reach. */
import { isDay } from "#lib/base/calendar.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { sql } from "#lib/platform/sql.ts";
import { REGISTERED } from "../division.ts";
import { ShowTree } from "../input.ts";
import { anyReached } from "./division.ts";

export type TreeRow = {
  id: number;
  /** The node it hangs under on that day; null for the prefecture. */
  under: number | null;
  depth: number;
  name: string;
  level: string;
  code: string | null;
  closedOn: string | null;
  children: number;
  /** Null: nothing of it is within reach. */
  households: number | null;
};

export type DivisionTree = { on: string; rows: TreeRow[] };

export const showDivisionTree = query({
  name: "divisions.tree",
  input: ShowTree,
  run: async (scope, { on, open }): Promise<DivisionTree> => {
    const day = on && isDay(on) ? on : scope.today;
    const [root] = await scope.sql<{
      id: number;
    }>`select id from division where level = 'PREFECTURE' limit 1`;
    if (!root) return { on: day, rows: [] };
    const rows = await rowsUnder(scope, root.id, [root.id, ...open], day);
    return { on: day, rows: inOrder(rows, root.id) };
  },
});

/** Names and the tree are those of the day: what was renamed since then is shown with the name it had. */
function rowsUnder(scope: Scope, root: number, open: number[], day: string): Promise<TreeRow[]> {
  const { sql: ask, viewer } = scope;
  const standing = sql`c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date)`;
  const mine = viewer.seesAll ? sql`true` : sql`s.division_id = any (${viewer.reach}::int[])`;
  return ask<TreeRow>`
    with shown as (
      select c.node_id as id, c.ancestor_id as under from division_closure c where c.depth = 1 and c.ancestor_id = any (${open}::int[]) and ${standing}
        and not exists (select 1 from division never where never.id = c.node_id and never.closed_on = never.opened_on)
      union all select ${root}::int, null),
    below as (
      select c.ancestor_id as id, count(distinct s.household_id)::int as households
      from division_closure c join household_spell s on s.division_id = c.node_id
      where c.ancestor_id in (select id from shown) and ${standing} and s.status = any (${[...REGISTERED]}::text[]) and ${mine}
        and s.from_on <= ${day}::date and (s.to_on is null or s.to_on > ${day}::date)
      group by c.ancestor_id)
    select n.id, n.under, 0 as depth, coalesce(earlier.name, d.name) as name, d.level, d.code,
      case when d.closed_on <= ${day}::date then d.closed_on::text end as "closedOn",
      (select count(*)::int from division_closure c where c.ancestor_id = n.id and c.depth = 1 and ${standing}) as children,
      case when ${anyReached(scope, sql`n.id`)} then coalesce(b.households, 0) end as households
    from shown n join division d on d.id = n.id left join below b on b.id = n.id
    left join lateral (select e.detail->>'oldName' as name from tree_event e
      where e.tree = 'DIVISION' and e.node_id = n.id and e.kind = 'RENAME' and e.status = 'DONE' and e.effective_on > ${day}::date
      order by e.effective_on, e.done_at limit 1) earlier on true
    order by (d.closed_on is not null and d.closed_on <= ${day}::date), d.code nulls last, n.id`;
}

/** Depth first, as it is drawn. */
function inOrder(rows: TreeRow[], root: number): TreeRow[] {
  const under = new Map<number | null, TreeRow[]>();
  for (const row of rows) under.set(row.under, [...(under.get(row.under) ?? []), row]);
  const walk = (row: TreeRow, depth: number): TreeRow[] => [
    { ...row, depth },
    ...(under.get(row.id) ?? []).flatMap((child) => walk(child, depth + 1)),
  ];
  return rows.filter((row) => row.id === root && row.under === null).flatMap((row) => walk(row, 0));
}
