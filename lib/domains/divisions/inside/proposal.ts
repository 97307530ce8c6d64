/** A proposal as its commands and pages hold it, with the division that it is about. */
import { type Fragment, type Sql, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
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

/** One's own, and those about places within reach; the alias is p. */
export const proposalsWithin = ({ accountId, seesAll, reach }: Viewer): Fragment =>
  seesAll ? sql`true` : sql`(p.account_id = ${accountId} or p.node_id = any (${reach}::int[]))`;

export async function proposalOf(
  { sql: ask, viewer }: { sql: Sql; viewer: Viewer },
  id: string,
): Promise<(Proposal & { node: Node }) | null> {
  const [proposal] = await ask<Proposal>`
    select id::text as id, kind, node_id as "nodeId", fields, why, status, account_id as "accountId", account_name as "accountName",
      (created_at at time zone 'Asia/Shanghai')::date::text as "createdOn", decided_by_name as "decidedByName",
      (decided_at at time zone 'Asia/Shanghai')::date::text as "decidedOn", altered, reason
    from tree_proposal p where p.id = ${id}::uuid and ${proposalsWithin(viewer)}`;
  const node = proposal ? await nodeOf(ask, proposal.nodeId) : null;
  return proposal && node ? { ...proposal, node } : null;
}
