/** orgs.rehearsal: what a change of the Party line would touch, counted before anything is saved. */
import { may } from "#lib/domains/accounts/roles.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { RehearseOrgChange } from "../input.ts";
import type { Warning } from "../inside/check-change.ts";
import { orgOf } from "../inside/org.ts";
import { tryChange } from "../inside/try-change.ts";

export type OrgRehearsal = {
  effectiveOn: string;
  warnings: Warning[];
  from: string;
  to: string;
  /** Organizations below it in the Party line, those it leads itself, and the members of all. */
  below: number;
  led: number;
  members: number;
  /** Led ones whose affiliation the successor could not hold by the rule: they need a decision afterwards. */
  villageLed: number;
};

type Counts = Pick<OrgRehearsal, "below" | "led" | "members" | "villageLed">;

export const rehearsalOfOrg = query({
  name: "orgs.rehearsal",
  input: RehearseOrgChange,
  run: async (scope, input): Promise<OrgRehearsal> => {
    const org = await orgOf(scope.sql, input.id);
    if (!org) throw notFound();
    if (!may(scope.viewer, "partyOrg.edit", org.divisionId)) throw refused();
    const { effectiveOn, warnings, from, to } = await tryChange(scope, input, org);
    const [counts] = await scope.sql<Counts>`
      select count(*) filter (where o.id <> ${org.id})::int as below, count(*) filter (where a.leading_org_id = ${org.id})::int as led,
        coalesce(sum(coalesce(r.members, o.member_count)), 0)::int as members,
        count(*) filter (where a.leading_org_id = ${org.id} and a.basis = 'VILLAGE_LED')::int as "villageLed"
      from party_org_closure c join party_org o on o.id = c.node_id and o.closed_on is null
      left join party_org_affiliation a on a.org_id = o.id and a.to_on is null
      left join sec.org_rosters((select array_agg(node_id) from party_org_closure where ancestor_id = ${org.id} and to_on is null), ${scope.today}::date) r
        on r.org_id = o.id
      where c.ancestor_id = ${org.id} and c.to_on is null`;
    return {
      effectiveOn,
      warnings,
      from,
      to,
      ...(counts ?? { below: 0, led: 0, members: 0, villageLed: 0 }),
    };
  },
});
