/** The units by which the trail can be narrowed: the one asked for with the way up to the reader's own, and its children. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { query } from "#lib/platform/query.ts";
import { TrailUnits } from "../input.ts";

export type TrailUnit = { id: number; name: string };

export const trailUnits = query({
  name: "audit.units",
  input: TrailUnits,
  may: (viewer) => mayAnywhere(viewer, "trail.view"),
  run: async ({ sql, viewer }, { unit }): Promise<TrailUnit[]> => {
    const own = viewer.grants.find(({ divisionId }) => may(viewer, "trail.view", divisionId));
    const asked = Number(unit ?? own?.divisionId ?? 0);
    const rows = await sql<TrailUnit>`
      select d.id, d.name from (
        select a.id, a.name, 0 as part, -c.depth as place, null as code from division_closure c join division a on a.id = c.ancestor_id
        where c.node_id = ${asked} and c.to_on is null
        union all
        select id, name, 1, 0, code from division where parent_id = ${asked} and closed_on is null and level <> 'GROUP') d
      order by d.part, d.place, d.code nulls last, d.id`;
    return rows.filter(({ id }) => may(viewer, "trail.view", id));
  },
});
