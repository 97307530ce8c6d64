/** divisions.proposals: proposed changes of divisions within reach, those that wait first come, those decided latest first. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { sql } from "#lib/platform/sql.ts";
import type { ChangeKind } from "../division.ts";
import { ListProposals } from "../input.ts";
import { type ProposalState, proposalsWithin } from "../inside/proposal.ts";

export type ProposalRow = {
  id: string;
  kind: ChangeKind;
  nodeId: number;
  nodeName: string;
  place: string | null;
  accountName: string;
  createdOn: string;
  status: ProposalState;
  decidedByName: string | null;
  decidedOn: string | null;
};
const PAGE = 50;

export const listProposals = query({
  name: "divisions.proposals",
  input: ListProposals,
  run: async ({ sql: ask, viewer }, { decided, page }) => {
    if (!mayAnywhere(viewer, "division.propose")) throw refused();
    const order = decided ? sql`p.decided_at desc nulls last, p.id` : sql`p.created_at, p.id`;
    const rows = await ask<ProposalRow & { total: number }>`
      select p.id::text as id, p.kind, p.node_id as "nodeId", d.name as "nodeName", up.name as place, p.account_name as "accountName",
        (p.created_at at time zone 'Asia/Shanghai')::date::text as "createdOn", p.status, p.decided_by_name as "decidedByName",
        (p.decided_at at time zone 'Asia/Shanghai')::date::text as "decidedOn", count(*) over ()::int as total
      from tree_proposal p join division d on d.id = p.node_id left join division up on up.id = d.parent_id
      where ${decided ? sql`p.status <> 'WAITING'` : sql`p.status = 'WAITING'`} and ${proposalsWithin(viewer)} order by ${order} limit ${PAGE} offset ${(page - 1) * PAGE}`;
    return {
      rows: rows.map(({ total: _, ...row }): ProposalRow => row),
      total: rows[0]?.total ?? 0,
      pageSize: PAGE,
    };
  },
});
