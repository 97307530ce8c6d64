/** The open places under the unit of an import, and those above it whose names its rows repeat. */
import type pg from "pg";
import { type PlaceNode, Places } from "./places.ts";

export async function loadPlaces(pool: pg.Pool | pg.PoolClient, unit: number): Promise<Places> {
  const columns = `d.id, d.name, d.level, d.parent_id as "parentId"`;
  const under = await pool.query<PlaceNode>(
    `select ${columns} from division d join division_closure c on c.node_id = d.id and c.to_on is null
     where c.ancestor_id = $1 and d.closed_on is null`,
    [unit],
  );
  const above = await pool.query<PlaceNode>(
    `select ${columns} from division d join division_closure c on c.ancestor_id = d.id and c.to_on is null where c.node_id = $1`,
    [unit],
  );
  return new Places(under.rows, above.rows);
}
