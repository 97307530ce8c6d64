/** divisions.approve: a proposed change is made, with what the decider wrote otherwise kept beside what was proposed. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { ALTERABLE, ApproveProposal } from "../input.ts";
import { makeProposed } from "../inside/make-proposed.ts";
import { proposalOf } from "../inside/proposal.ts";

export const approveDivisionChange = command({
  name: "divisions.approve",
  tells: "division.changeApproved",
  input: ApproveProposal,
  subject: (work, input) => proposalOf(work, input.proposal),
  may: (viewer, { nodeId }) => may(viewer, "division.edit", nodeId),
  run: async (work, input, { id, kind, fields, node }) => {
    const altered: Record<string, string> = {};
    for (const name of ALTERABLE)
      if (input[name] !== undefined && input[name] !== (fields[name] ?? "")) altered[name] = input[name];
    const { viewer, tx } = work;
    const { count } = await tx.treeProposal.updateMany({
      where: { id, status: "WAITING" },
      data: {
        ...{
          status: "APPROVED",
          decidedBy: viewer.accountId,
          decidedByName: viewer.name,
          decidedAt: new Date(),
        },
        ...(Object.keys(altered).length > 0 ? { altered } : {}),
      },
    });
    if (count === 0) throw conflict("tree.decidedAlready");
    const made = await makeProposed(work, kind, { ...fields, ...altered }, node);
    await tx.treeProposal.update({ where: { id }, data: { eventId: made.eventId } });
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
