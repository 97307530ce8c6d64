/** divisions.withdrawProposal: whoever proposed a change takes the proposal back while nobody has decided. */
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { WithdrawProposal } from "../input.ts";
import { proposalOf } from "../inside/proposal.ts";

export const withdrawDivisionProposal = command({
  name: "divisions.withdrawProposal",
  tells: "division.proposalWithdrawn",
  input: WithdrawProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { accountId }) => viewer.accountId === accountId,
  run: async ({ tx }, { proposal }) => {
    const { count } = await tx.treeProposal.updateMany({
      where: { id: proposal, status: { in: ["WAITING", "RETURNED"] } },
      data: { status: "WITHDRAWN" },
    });
    if (count === 0) throw conflict("tree.decidedAlready");
    return { proposal };
  },
  fact: ({ proposal }, _input, { kind, nodeId }) => ({
    subject: `division:${nodeId}`,
    division: nodeId,
    proposal,
    kind,
  }),
});
