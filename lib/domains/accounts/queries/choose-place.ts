/** The unit at which an account is made or a role given: the way up as far as one administers, its children, and the roles to give there. */
import * as z from "zod";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Place } from "../inside/account.ts";
import { grantableAt, managedNodes, tends, tendsAnywhere } from "../roles.ts";

export const choosePlace = query({
  name: "accounts.place",
  input: z.strictObject({ unit: z.coerce.number().int().positive().max(2_147_483_647).optional() }),
  may: (viewer) => tendsAnywhere(viewer),
  run: async ({ sql, viewer }, { unit }) => {
    const own = viewer.grants.find((grant) => tends(viewer, grant.divisionId));
    const asked = unit ?? own?.divisionId ?? 0;
    const [now] =
      await sql<Place>`select id, name, level from division where id = ${asked} and closed_on is null`;
    if (!now || !tends(viewer, now.id)) throw notFound();
    const nodes = managedNodes(viewer);
    const above =
      await sql<Place>`select d.id, d.name, d.level from division_closure c join division d on d.id = c.ancestor_id
      where c.node_id = ${now.id} and c.depth > 0 and c.to_on is null order by c.depth desc`;
    const below = await sql<Place>`select id, name, level from division
      where parent_id = ${now.id} and closed_on is null and level <> 'GROUP' order by code, id`;
    return {
      now,
      above: above.filter(({ id }) => nodes === null || nodes.includes(id)),
      below,
      roles: grantableAt(viewer, now),
    };
  },
});
export type PlaceChoices = Awaited<ReturnType<typeof choosePlace>>;
