/** orgs.changeProposals: proposed changes of the Party line within reach, those that wait first come, those decided latest first. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { proposalsOf } from "#lib/domains/divisions/tree-proposal.ts";
import { refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ListOrgProposals } from "../input.ts";
import type { ProposedChange } from "../party-org.ts";

export const listOrgProposals = query({
  name: "orgs.changeProposals",
  input: ListOrgProposals,
  run: (scope, asked) => {
    if (!mayAnywhere(scope.viewer, "partyOrg.edit")) throw refused();
    return proposalsOf<ProposedChange>(scope, "PARTY_ORG", asked);
  },
});
