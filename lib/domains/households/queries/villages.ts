/** The villages and groups that a household can be put into: those under a unit, within reach, with their township. */
import * as z from "zod";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";

export type VillageChoice = { id: number; name: string; above: string };

export const villages = query({
  name: "households.villages",
  input: z.object({ unit: z.string().optional() }),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const rows = await scope.sql<VillageChoice>`
      select d.id, d.name, up.name as above from division d join division up on up.id = d.parent_id
      where d.level in ('VILLAGE', 'GROUP') and d.closed_on is null and ${place.holds({ division: "d.id", household: "null::uuid" })}
      order by up.code nulls last, up.id, d.code nulls last, d.id limit 1500`;
    return { place, rows };
  },
});
