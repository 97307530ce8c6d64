/** divisions.propose: a change that somebody else decides on: the township writes it, the county looks at it field by field. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import type { ChangeKind } from "../division.ts";
import { ProposeChange } from "../input.ts";
import { nodeOf } from "../inside/check-change.ts";
import { tryChange } from "../inside/try-change.ts";

export type Proposed = { proposal: string; kind: ChangeKind };

export const proposeDivisionChange = command({
  name: "divisions.propose",
  tells: "division.changeProposed",
  input: ProposeChange,
  subject: (work, input) => nodeOf(work.sql, input.id),
  may: (viewer, node) => may(viewer, "division.propose", node.id),
  run: async (work, { kind, id, why, ...rest }, node) => {
    const { fields, effectiveOn } = await tryChange(work, { ...rest, kind, id }, node);
    const filled = Object.fromEntries(
      Object.entries({ ...fields, effectiveOn }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
    const { accountId, name: accountName } = work.viewer;
    const { id: proposal } = await work.tx.treeProposal.create({
      data: { kind, nodeId: node.id, fields: filled, why, accountId, accountName },
      select: { id: true },
    });
    return { proposal, kind } satisfies Proposed;
  },
  fact: ({ proposal, kind }, _input, node) => ({
    subject: `division:${node.id}`,
    division: node.id,
    proposal,
    kind,
  }),
});
