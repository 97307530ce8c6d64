/** A proposed change of a division, with the division that it is about. */
import type { Sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { ChangeKind } from "../division.ts";
import { type Proposal, readProposal } from "../tree-proposal.ts";
import { type Node, nodeOf } from "./check-change.ts";

export async function proposalOf(
  scope: { sql: Sql; viewer: Viewer },
  id: string,
): Promise<(Proposal<ChangeKind> & { node: Node }) | null> {
  const proposal = await readProposal<ChangeKind>(scope, "DIVISION", id);
  const node = proposal ? await nodeOf(scope.sql, proposal.nodeId) : null;
  return proposal && node ? { ...proposal, node } : null;
}
