/** orgs.rehearsalOfOpening: what the founding of an organization would touch, and by which rule, before anything is saved. */
import * as z from "zod";
import { may } from "#lib/domains/accounts/roles.ts";
import { invalidInput } from "#lib/platform/invalid-input.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Basis } from "../affiliation.ts";
import { OpenOrg } from "../input.ts";
import { checkOpen, type Warning } from "../inside/check-change.ts";

export type OpeningRehearsal = {
  effectiveOn: string;
  warnings: Warning[];
  name: string;
  place: string;
  leader: string;
  basis: Basis;
  documentNo: string;
  dept: string;
  /** How many organizations the leader leads today. */
  led: number;
};

export const rehearsalOfOpening = query({
  name: "orgs.rehearsalOfOpening",
  // As the address carries it from the form: read by the same rules as the deed itself.
  input: z.looseObject({}),
  run: async (scope, raw): Promise<OpeningRehearsal> => {
    const parsed = OpenOrg.safeParse(raw);
    if (!parsed.success) throw invalidInput(parsed.error);
    const input = parsed.data;
    const [place] = await scope.sql<{
      name: string;
    }>`select name from division where id = ${input.divisionId}`;
    if (!place) throw notFound();
    if (!may(scope.viewer, "partyOrg.edit", input.divisionId)) throw refused();
    const { effectiveOn, leader, warnings } = await checkOpen(scope, input);
    const [row] = await scope.sql<{ led: number }>`
      select count(*)::int as led from party_org_affiliation a join party_org o on o.id = a.org_id
      where a.leading_org_id = ${leader.id} and a.to_on is null and o.closed_on is null`;
    return {
      ...{ effectiveOn, warnings, name: input.name, place: place.name, leader: leader.name },
      ...{ basis: input.basis, documentNo: input.documentNo ?? "", dept: input.supervisingDept ?? "" },
      led: row?.led ?? 0,
    };
  },
});
