/** The other files of the same village that are still kept, for choosing one. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { HouseholdOf } from "../input.ts";

export type Neighbor = { id: string; headName: string; householdNo: string };

export const neighbors = query({
  name: "lives.neighbors",
  input: HouseholdOf,
  run: ({ sql, viewer }, { household }) => sql<Neighbor>`
    select o.id, o.head_name as "headName", o.household_no as "householdNo"
    from household h join household o on o.division_id = h.division_id and o.id <> h.id
    where h.id = ${household}::uuid and o.status not in ('REMOVED', 'DISSOLVED')
      and ${reachable(viewer, { division: "h.division_id", household: "h.id" })} and ${reachable(viewer, { division: "o.division_id", household: "o.id" })}
    order by o.pinyin, o.head_name, o.household_no limit 500`,
});
