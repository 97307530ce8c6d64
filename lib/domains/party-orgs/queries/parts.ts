/** orgs.parts: what of an organization can go to a new one: those that it leads, and who stands in its own roster. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { ShowOrgParts } from "../input.ts";
import { type Org, orgOf } from "../inside/org.ts";
import type { OrgKind } from "../party-org.ts";

export type OrgParts = {
  kind: OrgKind;
  children: { id: number; name: string }[];
  members: { id: string; name: string; post: string | null }[];
  /** Where the new one may sit: the same place first, then those beside and below. */
  seats: { id: number; name: string }[];
};

export const partsOfOrg = query({
  name: "orgs.parts",
  input: ShowOrgParts,
  run: async (scope, { id }): Promise<OrgParts> => {
    const org = await orgOf(scope.sql, id);
    if (!org) throw notFound();
    if (!may(scope.viewer, "partyOrg.edit", org.divisionId)) throw refused();
    const children = await scope.sql<OrgParts["children"][number]>`
      select o.id, o.name from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null join division d on d.id = o.division_id
      where a.leading_org_id = ${id} and a.to_on is null order by d.code nulls last, o.id limit 300`;
    const members = await scope.sql<OrgParts["members"][number]>`
      select m.id::text as id, m.name, coalesce(m.party_post, m.duty) as post from party_membership s join party_member m on m.id = s.member_id
      where s.org_id = ${id} and s.to_on is null and ${reachable(scope.viewer, { division: "s.division_id" })}
      order by m.party_post is null, m.name, m.id limit 300`;
    return { kind: org.kind, children, members, seats: await seatsAround(scope, org) };
  },
});

async function seatsAround({ sql, viewer }: Scope, { divisionId }: Org): Promise<OrgParts["seats"]> {
  const rows = await sql<OrgParts["seats"][number]>`
    select d.id, d.name from division own join division d on d.id = own.id or d.parent_id in (own.id, own.parent_id)
    where own.id = ${divisionId} and d.closed_on is null and d.level <> 'GROUP'
    order by d.id <> own.id, d.parent_id = own.id, d.code nulls last, d.id limit 300`;
  return rows.filter((row) => may(viewer, "partyOrg.edit", row.id));
}
