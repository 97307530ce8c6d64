/** A proposal as its commands and pages hold it, with the division that it is about. */
import type { Sql } from "#lib/platform/sql.ts";
import type { ChangeKind } from "../division.ts";
import { type Node, nodeOf } from "./check-change.ts";

export type ProposalState = "WAITING" | "APPROVED" | "RETURNED" | "WITHDRAWN";
export type Proposal = {
  id: string;
  kind: ChangeKind;
  nodeId: number;
  fields: Record<string, string>;
  why: string | null;
  status: ProposalState;
  accountId: number;
  accountName: string;
  createdOn: string;
  decidedByName: string | null;
  decidedOn: string | null;
  altered: Record<string, string> | null;
  reason: string | null;
};

export async function proposalOf(sql: Sql, id: string): Promise<(Proposal & { node: Node }) | null> {
  const [proposal] = await sql<Proposal>`
    select id::text as id, kind, node_id as "nodeId", fields, why, status, account_id as "accountId", account_name as "accountName",
      (created_at at time zone 'Asia/Shanghai')::date::text as "createdOn", decided_by_name as "decidedByName",
      (decided_at at time zone 'Asia/Shanghai')::date::text as "decidedOn", altered, reason
    from tree_proposal where id = ${id}::uuid`;
  const node = proposal ? await nodeOf(sql, proposal.nodeId) : null;
  return proposal && node ? { ...proposal, node } : null;
}
