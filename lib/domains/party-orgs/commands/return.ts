/** orgs.return: a proposed change of the Party line goes back to whoever proposed it, with the reason. */
import { may } from "#lib/domains/accounts/roles.ts";
import { sendBack } from "#lib/domains/divisions/tree-proposal.ts";
import { command } from "#lib/platform/command.ts";
import { ReturnOrgProposal } from "../input.ts";
import { proposalOf } from "../inside/proposal.ts";

export const returnOrgChange = command({
  name: "orgs.return",
  tells: "partyOrg.changeReturned",
  input: ReturnOrgProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { divisionId }) => may(viewer, "partyOrg.change", divisionId),
  run: async (work, { proposal, reason }) => {
    await sendBack(work, proposal, reason);
    return { proposal };
  },
  fact: ({ proposal }, _input, { kind, nodeId, divisionId }) => ({
    subject: `partyOrg:${nodeId}`,
    division: divisionId,
    proposal,
    kind,
  }),
});
