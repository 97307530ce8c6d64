/** divisions.propose: a change that somebody else decides on: the township writes it, the county looks at it field by field. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { ProposeChange } from "../input.ts";
import { nodeOf } from "../inside/check-change.ts";
import { tryChange } from "../inside/try-change.ts";
import { type Proposed, writeProposal } from "../tree-proposal.ts";

export const proposeDivisionChange = command({
  name: "divisions.propose",
  tells: "division.changeProposed",
  input: ProposeChange,
  subject: (work, input) => nodeOf(work.sql, input.id),
  may: (viewer, node) => may(viewer, "division.propose", node.id),
  run: async (work, { kind, id, why, ...rest }, node): Promise<Proposed> => {
    const { fields, effectiveOn } = await tryChange(work, { ...rest, kind, id }, node);
    const place = { tree: "DIVISION", nodeId: node.id, divisionId: node.id } as const;
    const proposal = await writeProposal(work, { ...place, kind, fields: { ...fields, effectiveOn }, why });
    return { proposal, kind };
  },
  fact: ({ proposal, kind }, _input, node) => ({
    subject: `division:${node.id}`,
    division: node.id,
    proposal,
    kind,
  }),
});
