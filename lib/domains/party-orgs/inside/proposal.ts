/** A proposed change of the Party line, with the organization that it is about; of a founding, the one that is to lead it. */
import { type Proposal, readProposal } from "#lib/domains/divisions/tree-proposal.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { ProposedChange } from "../party-org.ts";
import { type Org, orgOf } from "./org.ts";

export type OrgProposal = Proposal<ProposedChange> & { org: Org };

export async function proposalOf(
  scope: { sql: Sql; viewer: Viewer },
  id: string,
): Promise<OrgProposal | null> {
  const proposal = await readProposal<ProposedChange>(scope, "PARTY_ORG", id);
  const org = proposal ? await orgOf(scope.sql, proposal.nodeId) : null;
  return proposal && org ? { ...proposal, org } : null;
}
