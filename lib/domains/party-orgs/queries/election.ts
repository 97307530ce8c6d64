/** orgs.election: an organization with its terms, and what is proposed for the next one. */
import { may } from "#lib/domains/accounts/roles.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ShowElection } from "../input-life.ts";
import { termsOf } from "../inside/life.ts";
import { orgOf } from "../inside/org.ts";
import { termYearsToday } from "../inside/sizes.ts";
import { mistakenTerm } from "../inside/term.ts";
import { usualYears } from "../term.ts";

export const showElection = query({
  name: "orgs.election",
  input: ShowElection,
  run: async (scope, { id }) => {
    const org = await orgOf(scope.sql, id);
    if (!org) throw notFound();
    if (!may(scope.viewer, "partyOrg.edit", org.divisionId)) throw refused();
    const terms = await termsOf(scope, id);
    return {
      org,
      terms,
      running: terms.find(({ reelectedOn }) => reelectedOn === null) ?? null,
      mistaken: await mistakenTerm(scope.sql, id),
      years: usualYears(org, await termYearsToday(scope)),
    };
  },
});
export type ElectionView = Awaited<ReturnType<typeof showElection>>;
