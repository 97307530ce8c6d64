/** divisions.withdrawProposal: whoever proposed a change takes the proposal back while nobody has decided. */
import { command } from "#lib/platform/command.ts";
import { WithdrawProposal } from "../input.ts";
import { proposalOf } from "../inside/proposal.ts";
import { takeBackProposal } from "../tree-proposal.ts";

export const withdrawDivisionProposal = command({
  name: "divisions.withdrawProposal",
  tells: "division.proposalWithdrawn",
  input: WithdrawProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { accountId }) => viewer.accountId === accountId,
  run: async (work, { proposal }) => {
    await takeBackProposal(work, proposal);
    return { proposal };
  },
  fact: ({ proposal }, _input, { kind, nodeId }) => ({
    subject: `division:${nodeId}`,
    division: nodeId,
    proposal,
    kind,
  }),
});
