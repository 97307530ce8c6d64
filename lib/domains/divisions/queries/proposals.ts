/** divisions.proposals: proposed changes of divisions within reach, those that wait first come, those decided latest first. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { ChangeKind } from "../division.ts";
import { ListProposals } from "../input.ts";
import { proposalsOf } from "../tree-proposal.ts";

export const listProposals = query({
  name: "divisions.proposals",
  input: ListProposals,
  run: (scope, asked) => {
    if (!mayAnywhere(scope.viewer, "division.propose")) throw refused();
    return proposalsOf<ChangeKind>(scope, "DIVISION", asked);
  },
});
