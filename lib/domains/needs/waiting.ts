/** For the inbox: needs that lie with me, by name or by my place; and results about which a household is still to be asked. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { confirmsFor, liesWith } from "./inside/waits.ts";

export const needsWaiting: WaitingSource = {
  kind: "need",
  deed: "handle",
  rows: (viewer) => sql`
    select 'need:' || n.id as id, n.about as name, d.name as place, x.created_at as since, coalesce(n.asked_on, n.due_on) as due,
      '/needs/' || n.id as href, x.account_name as who
    from need n join division d on d.id = n.division_id join need_deed x on x.need_id = n.id and x.nth = n.steps
    where n.status in ('OPEN', 'HANDLING') and ${liesWith(viewer)}`,
};

export const needsToAsk: WaitingSource = {
  kind: "needDone",
  deed: "visit",
  rows: (viewer) => {
    const mine = confirmsFor(viewer);
    return (
      mine &&
      sql`
    select 'needDone:' || n.id as id, n.about as name, d.name as place, x.created_at as since, null::date as due, '/needs/' || n.id as href, x.account_name as who
    from need n join division d on d.id = n.division_id join need_deed x on x.need_id = n.id and x.nth = n.steps where ${mine}`
    );
  },
};
