/** divisions.approve: a proposed change is made, with what the decider wrote otherwise kept beside what was proposed. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { ALTERABLE, ApproveProposal } from "../input.ts";
import { makeProposed } from "../inside/make-proposed.ts";
import { proposalOf } from "../inside/proposal.ts";
import { alterations, carryOut } from "../tree-proposal.ts";

export const approveDivisionChange = command({
  name: "divisions.approve",
  tells: "division.changeApproved",
  input: ApproveProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { nodeId }) => may(viewer, "division.edit", nodeId),
  run: async (work, input, { id, kind, fields, node }) => {
    const altered = alterations(ALTERABLE, input, fields);
    const made = await carryOut(work, id, altered, () =>
      makeProposed(work, kind, { ...fields, ...altered }, node),
    );
    return { ...made, altered: Object.keys(altered) };
  },
  fact: (made, _input, { id, kind, nodeId }) => ({
    subject: `division:${nodeId}`,
    division: nodeId,
    proposal: id,
    kind,
    altered: made.altered.join(","),
    effectiveOn: made.effectiveOn,
  }),
});
