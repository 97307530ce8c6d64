/** divisions.return: a proposed change goes back to whoever proposed it, with the reason. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { ReturnProposal } from "../input.ts";
import { proposalOf } from "../inside/proposal.ts";
import { sendBack } from "../tree-proposal.ts";

export const returnDivisionChange = command({
  name: "divisions.return",
  tells: "division.changeReturned",
  input: ReturnProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { nodeId }) => may(viewer, "division.edit", nodeId),
  run: async (work, { proposal, reason }) => {
    await sendBack(work, proposal, reason);
    return { proposal };
  },
  fact: ({ proposal }, _input, { kind, nodeId }) => ({
    subject: `division:${nodeId}`,
    division: nodeId,
    proposal,
    kind,
  }),
});
