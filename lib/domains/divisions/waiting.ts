/** For the inbox: changes of the trees that I dated, in the week before they take effect; to be looked at once more. */
import { sql } from "#lib/platform/sql.ts";
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
