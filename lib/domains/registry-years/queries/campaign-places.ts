/** The prefecture and its counties within reach: where a window can be set. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";

export const campaignPlaces = query({
  name: "registry.campaignPlaces",
  input: Nothing,
  run: ({ sql, viewer }) => sql<{ id: number; name: string; level: string }>`
    select d.id, d.name, d.level from division d
    where d.level in ('PREFECTURE', 'COUNTY') and d.closed_on is null and ${reachable(viewer, { division: "d.id" })}
    order by d.level <> 'PREFECTURE', d.code nulls last, d.id`,
});
