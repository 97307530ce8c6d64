/** The villages and groups that a household can be put into: those under a unit, within reach, by township; too many ask for a township first. */
import * as z from "zod";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";

export type VillageChoice = { id: number; name: string; above: string };
export type TownshipChoice = { id: number; name: string; county: string };

/** More than this nobody finds in a list that unfolds. */
export const MOST_VILLAGES = 200;

export const villages = query({
  name: "households.villages",
  input: z.object({ unit: z.string().optional() }),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const here = place.holds({ division: "d.id", household: "null::uuid" });
    const rows = await scope.sql<VillageChoice>`
      select d.id, d.name, up.name as above from division d join division up on up.id = d.parent_id
      where d.level in ('VILLAGE', 'GROUP') and d.closed_on is null and ${here}
      order by up.code nulls last, up.id, d.code nulls last, d.id limit ${MOST_VILLAGES + 1}::int`;
    if (rows.length <= MOST_VILLAGES) return { place, rows, townships: [] };
    const townships = await scope.sql<TownshipChoice>`
      select d.id, d.name, up.name as county from division d join division up on up.id = d.parent_id
      where d.level = 'TOWNSHIP' and d.closed_on is null and ${here}
      order by up.code nulls last, up.id, d.code nulls last, d.id`;
    return { place, rows: [], townships };
  },
});
