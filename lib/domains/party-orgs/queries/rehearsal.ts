/** orgs.rehearsal: what a change of the Party line would touch, counted before anything is saved. */
import { may } from "#lib/domains/accounts/roles.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { RehearseOrgChange } from "../input.ts";
import type { Warning } from "../inside/check-change.ts";
import { orgOf } from "../inside/org.ts";
import { type OrgTouched, touchedBy } from "../inside/touched.ts";
import { type Tried, tryChange } from "../inside/try-change.ts";

export type OrgRehearsal = {
  effectiveOn: string;
  warnings: Warning[];
  from: string;
  to: string;
  recast: Tried["recast"];
  touched: OrgTouched;
};

export const rehearsalOfOrg = query({
  name: "orgs.rehearsal",
  input: RehearseOrgChange,
  run: async (scope, input): Promise<OrgRehearsal> => {
    const org = await orgOf(scope.sql, input.id);
    if (!org) throw notFound();
    if (!may(scope.viewer, "partyOrg.edit", org.divisionId)) throw refused();
    const { effectiveOn, warnings, from, to, touches, recast } = await tryChange(scope, input, org);
    return { effectiveOn, warnings, from, to, recast, touched: await touchedBy(scope, touches) };
  },
});
