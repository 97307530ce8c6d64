/** The accounts one administers, as a condition: what row-level security would say anyway, said by the query itself. */
import { raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { managedNodes } from "../roles.ts";

export function administered(viewer: Viewer, column: "a.division_id" | "g.division_id") {
  const nodes = managedNodes(viewer);
  return nodes === null ? raw("true") : sql`${raw(column)} = any (${nodes}::int[])`;
}
