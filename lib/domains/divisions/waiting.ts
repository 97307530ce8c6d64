/** For the inbox: changes of the trees that I dated and that take effect within a week; proposals that wait for me, or came back to me. */
import { may } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const treeChangesWaiting: WaitingSource = {
  kind: "treeChange",
  deed: "confirm",
  rows: ({ accountId }, today) => sql`
    select e.id::text as id, coalesce(d.name, o.name) as name, null::text as place, e.created_at as since, e.effective_on as due,
      case e.tree when 'DIVISION' then '/divisions/' else '/orgs/' end || e.node_id as href, null::text as who
    from tree_event e left join division d on e.tree = 'DIVISION' and d.id = e.node_id
      left join party_org o on e.tree = 'PARTY_ORG' and o.id = e.node_id
    where e.account_id = ${accountId} and e.status = 'SCHEDULED' and e.effective_on <= ${today}::date + 7`,
};

const deciding = (viewer: Viewer) =>
  viewer.grants.filter((grant) => may({ ...viewer, grants: [grant] }, "division.edit", grant.divisionId));

export const proposalsWaiting: WaitingSource = {
  kind: "treeProposal",
  deed: "decide",
  rows: (viewer) => {
    const grants = deciding(viewer);
    if (grants.length === 0) return null;
    const whole = grants.some(({ nodes }) => nodes === null);
    const nodes = grants.flatMap((grant) => grant.nodes ?? []);
    return sql`
      select p.id::text as id, d.name as name, up.name as place, p.created_at as since, null::date as due,
        '/divisions/proposals/' || p.id as href, p.account_name as who
      from tree_proposal p join division d on d.id = p.node_id left join division up on up.id = d.parent_id
      where p.tree = 'DIVISION' and p.status = 'WAITING' and (${whole} or p.node_id = any (${nodes}::int[]))`;
  },
};

export const proposalsReturned: WaitingSource = {
  kind: "treeProposalReturned",
  deed: "correct",
  rows: ({ accountId }) => sql`
    select p.id::text as id, d.name as name, up.name as place, p.decided_at as since, null::date as due,
      '/divisions/proposals/' || p.id as href, p.decided_by_name as who
    from tree_proposal p join division d on d.id = p.node_id left join division up on up.id = d.parent_id
    where p.tree = 'DIVISION' and p.account_id = ${accountId} and p.status = 'RETURNED'`,
};
