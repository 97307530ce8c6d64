/**
 * The place a list speaks of, in one question: the unit of the address, the units above and below for the switcher, and the
 * condition that keeps rows under it. Out of reach reads as not found. Households paired with the viewer come in where they lie
 * under the unit; a viewer without any unit of their own sees exactly those.
 */
import { notFound } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { homeUnit, type Unit } from "./place.ts";

type Named = { id: number; name: string };
type Columns = { division: string; household: string };

export type ListPlace = {
  unit: Unit;
  above: Named[];
  below: Named[];
  /** The rows under the unit within reach, over columns that an index knows. */
  holds: (columns: Columns) => Fragment;
};

type Row = Unit & { above: Named[]; below: Named[]; nodes: number[] };

export async function listPlace(
  { viewer, sql: ask }: Pick<Scope, "viewer" | "sql">,
  asked: string | undefined,
): Promise<ListPlace> {
  const code = asked && /^\d{6,12}$/.test(asked);
  const id = asked && /^\d{1,9}$/.test(asked) ? Number(asked) : homeUnit(viewer);
  const [row] = await ask<Row>`
    select d.id, d.name, d.level, d.parent_id as "parentId",
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by c.depth desc), '[]') from division_closure c
        join division a on a.id = c.ancestor_id where c.node_id = d.id and c.depth > 0 and c.to_on is null) as above,
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by b.code nulls last, b.id), '[]') from division b
        where b.parent_id = d.id and b.closed_on is null) as below,
      case when d.level = 'PREFECTURE' then '{}' else
        (select array_agg(c.node_id) from division_closure c where c.ancestor_id = d.id and c.to_on is null) end as nodes
    from division d where ${code ? sql`d.code = ${asked}` : sql`d.id = ${id}`}`;
  const own = !asked || row?.id === viewer.homeDivisionId;
  if (!row || !(own || reaches(viewer, row.id))) throw notFound();
  const { above, below, nodes, ...unit } = row;
  return {
    unit,
    above: above.filter((one) => reaches(viewer, one.id)),
    below: below.filter((one) => reaches(viewer, one.id)),
    holds: holding(viewer, unit.level === "PREFECTURE" ? null : nodes),
  };
}

function holding(viewer: Scope["viewer"], nodes: number[] | null) {
  return ({ division, household }: Columns): Fragment => {
    if (viewer.seesAll) return nodes ? sql`${raw(division)} = any (${nodes}::int[])` : raw("true");
    if (viewer.reach.length === 0) return sql`${raw(household)} = any (${viewer.households}::uuid[])`;
    const mine = new Set(viewer.reach);
    const reached = nodes ? nodes.filter((node) => mine.has(node)) : viewer.reach;
    const placed = sql`${raw(division)} = any (${reached}::int[])`;
    if (viewer.households.length === 0) return placed;
    const paired = sql`${raw(household)} = any (${viewer.households}::uuid[])`;
    return nodes
      ? sql`(${placed} or (${paired} and ${raw(division)} = any (${nodes}::int[])))`
      : sql`(${placed} or ${paired})`;
  };
}
