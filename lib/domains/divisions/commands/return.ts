/** divisions.return: a proposed change goes back to whoever proposed it, with the reason. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { ReturnProposal } from "../input.ts";
import { proposalOf } from "../inside/proposal.ts";

export const returnDivisionChange = command({
  name: "divisions.return",
  tells: "division.changeReturned",
  input: ReturnProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { nodeId }) => may(viewer, "division.edit", nodeId),
  run: async ({ tx, viewer }, { proposal, reason }) => {
    const { count } = await tx.treeProposal.updateMany({
      where: { id: proposal, status: "WAITING" },
      data: {
        ...{ status: "RETURNED", reason },
        ...{ decidedBy: viewer.accountId, decidedByName: viewer.name, decidedAt: new Date() },
      },
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
