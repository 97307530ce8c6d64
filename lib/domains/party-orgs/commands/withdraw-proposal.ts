/** orgs.withdrawProposal: whoever proposed a change of the Party line takes the proposal back while nobody has decided. */
import { takeBackProposal } from "#lib/domains/divisions/tree-proposal.ts";
import { command } from "#lib/platform/command.ts";
import { WithdrawOrgProposal } from "../input.ts";
import { proposalOf } from "../inside/proposal.ts";

export const withdrawOrgProposal = command({
  name: "orgs.withdrawProposal",
  tells: "partyOrg.proposalWithdrawn",
  input: WithdrawOrgProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { accountId }) => viewer.accountId === accountId,
  run: async (work, { proposal }) => {
    await takeBackProposal(work, proposal);
    return { proposal };
  },
  fact: ({ proposal }, _input, { kind, nodeId, divisionId }) => ({
    subject: `partyOrg:${nodeId}`,
    division: divisionId,
    proposal,
    kind,
  }),
});
