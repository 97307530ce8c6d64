/** orgs.tree: the Party line of today, as far as a reader has unfolded it. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { ShowOrgTree } from "../input.ts";
import { secretaryOn } from "../secretary.ts";

export type OrgTreeRow = {
  id: number;
  under: number | null;
  depth: number;
  name: string;
  kind: string;
  basis: string | null;
  closedOn: string | null;
  children: number;
  lacking: boolean;
};

export const showOrgTree = query({
  name: "orgs.tree",
  input: ShowOrgTree,
  run: async ({ sql, today, viewer }, { open }): Promise<OrgTreeRow[]> => {
    const rows = await sql<OrgTreeRow>`
      with shown as (
        select o.id, null::int as under from party_org o
        where not exists (select 1 from party_org_closure c where c.node_id = o.id and c.depth > 0 and c.to_on is null)
        union all select c.node_id, c.ancestor_id from party_org_closure c
        where c.depth = 1 and c.to_on is null and c.ancestor_id = any (${open}::int[]))
      select o.id, s.under, 0 as depth, o.name, o.kind, a.basis, o.closed_on::text as "closedOn",
        (select count(*)::int from party_org_closure c where c.ancestor_id = o.id and c.depth = 1 and c.to_on is null) as children,
        (${secretaryOn(today, reachable(viewer, { division: "p.division_id" }))} is null or o.member_count is null) as lacking
      from shown s join party_org o on o.id = s.id join division d on d.id = o.division_id
      left join party_org_affiliation a on a.org_id = o.id and a.to_on is null
      order by o.closed_on is not null, d.code nulls last, o.id`;
    const walk = (row: OrgTreeRow, depth: number): OrgTreeRow[] => [
      { ...row, depth },
      ...rows.filter((one) => one.under === row.id).flatMap((one) => walk(one, depth + 1)),
    ];
    return rows.filter((row) => row.under === null).flatMap((row) => walk(row, 0));
  },
});
