/** Which rows a screen shows: those under the chosen unit, as far as the viewer reaches; and the same as a condition for SQL. */
import { notFound } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type Unit = { id: number; name: string; level: string; parentId: number | null };

/** null = the whole prefecture: no condition needed. */
export type Nodes = number[] | null;

/** The viewer's own top unit: where a screen opens when the address names none. */
export function homeUnit(viewer: Viewer): number {
  const grant = viewer.grants.find((one) => one.readsRegistry) ?? viewer.grants[0];
  return grant?.divisionId ?? viewer.homeDivisionId;
}

/** The unit of the address (`u=`, our short id or a statistical code) within reach; else "not found". */
export async function unitOf(scope: Scope, asked: string | undefined): Promise<Unit> {
  const [unit] = await scope.sql<Unit>`select id, name, level, parent_id as "parentId" from division
    where ${asked && /^\d{6,12}$/.test(asked) ? sql`code = ${asked}` : sql`id = ${asked && /^\d{1,9}$/.test(asked) ? Number(asked) : homeUnit(scope.viewer)}`}`;
  if (!unit) throw notFound();
  return unit;
}

/** Today's nodes under a unit, cut down to what the viewer reaches. */
export async function nodesUnder(scope: Scope, unit: Unit): Promise<Nodes> {
  const { viewer } = scope;
  if (unit.level === "PREFECTURE") return viewer.seesAll ? null : viewer.reach;
  const rows = await scope.sql<{
    node_id: number;
  }>`select node_id from division_closure where ancestor_id = ${unit.id} and to_on is null`;
  const nodes = rows.map((row) => row.node_id);
  if (viewer.seesAll) return nodes;
  const mine = new Set(viewer.reach);
  return nodes.filter((node) => mine.has(node));
}

/**
 * The reach as a condition over an indexed column: what row-level security would say anyway, said where an index can use it
 * (entry.md §4). `households` names the column by which households paired with the viewer come in as well.
 */
export function within(
  viewer: Viewer,
  nodes: Nodes,
  columns: { division: string; household?: string },
): Fragment {
  if (nodes === null) return raw("true");
  const placed = sql`${raw(columns.division)} = any (${nodes}::int[])`;
  if (!columns.household || viewer.seesAll || viewer.households.length === 0) return placed;
  return sql`(${placed} or ${raw(columns.household)} = any (${viewer.households}::uuid[]))`;
}

/**
 * All that the viewer reaches: for reading one thing by its number, where no unit narrows. The first wall says it as well as the
 * second, so that neither stands alone (decisions 23).
 */
export const reachable = (viewer: Viewer, columns: { division: string; household?: string }): Fragment =>
  within(viewer, viewer.seesAll ? null : viewer.reach, columns);
