/** orgs.tree: the Party line of today or of a day, as far as a reader has unfolded it; and the line above an organization. */

import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import { LineAbove, ShowOrgTree } from "../input.ts";
import { heldOn, kindOn, nameOn, openOn } from "../inside/as-of.ts";
import { secretaryOn } from "../secretary.ts";

export type OrgTreeRow = {
  id: number;
  under: number | null;
  depth: number;
  name: string;
  kind: string;
  basis: string | null;
  closedOn: string | null;
  /** For finding it by typing its first letters. */
  initials: string;
  children: number;
  lacking: boolean;
};

export const showOrgTree = query({
  name: "orgs.tree",
  input: ShowOrgTree,
  run: async ({ sql: ask, today, viewer }, { open, on: asked }): Promise<OrgTreeRow[]> => {
    const on = asked !== null && asked < today ? asked : null;
    // On a day of the past only those stand there that stood; today closed ones stay under their successors.
    // What was taken back was there on no day.
    const stood =
      on === null ? sql`where o.closed_on is distinct from o.opened_on` : sql`where ${openOn("o", on)}`;
    const stoodToo =
      on === null ? sql`and n.closed_on is distinct from n.opened_on` : sql`and ${openOn("n", on)}`;
    const rows = await ask<OrgTreeRow>`
      with shown as (
        select o.id, null::int as under from party_org o
        where not exists (select 1 from party_org_closure c where c.node_id = o.id and c.depth > 0 and ${heldOn("c", on)})
        union all select c.node_id, c.ancestor_id from party_org_closure c
        where c.depth = 1 and ${heldOn("c", on)} and c.ancestor_id = any (${open}::int[]))
      select o.id, s.under, 0 as depth, ${nameOn("o", on)} as name, ${kindOn("o", on)} as kind, a.basis, ${on === null ? sql`o.closed_on::text` : sql`null::text`} as "closedOn", o.initials,
        (select count(*)::int from party_org_closure c join party_org n on n.id = c.node_id ${stoodToo} where c.ancestor_id = o.id and c.depth = 1 and ${heldOn("c", on)}) as children,
        (${secretaryOn(today, reachable(viewer, { division: "p.division_id" }))} is null or coalesce(r.members, o.member_count) is null) as lacking
      from shown s join party_org o on o.id = s.id join division d on d.id = o.division_id
      left join party_org_affiliation a on a.org_id = o.id and ${heldOn("a", on)}
      left join sec.org_rosters(array(select id from shown), ${today}::date) r on r.org_id = o.id ${stood}
      order by o.closed_on is not null, d.code nulls last, o.id`;
    const below = new Map<number | null, OrgTreeRow[]>();
    for (const row of rows) below.set(row.under, [...(below.get(row.under) ?? []), row]);
    const walk = (row: OrgTreeRow, depth: number): OrgTreeRow[] => [
      { ...row, depth },
      ...(below.get(row.id) ?? []).flatMap((one) => walk(one, depth + 1)),
    ];
    return (below.get(null) ?? []).flatMap((row) => walk(row, 0));
  },
});

/** From the top down to the one above: what must be unfolded so that an organization shows. */
export const lineAbove = query({
  name: "orgs.lineAbove",
  input: LineAbove,
  run: async ({ sql: ask }, { id }): Promise<number[]> => {
    const rows = await ask<{ id: number }>`
      select ancestor_id as id from party_org_closure where node_id = ${id} and to_on is null and depth > 0 order by depth desc`;
    return rows.map((row) => row.id);
  },
});
