/** For the inbox: changes of the tree that left the targets of this year behind, for whoever sets targets above what they touched. */
import { may } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { driftsSql } from "./inside/drift.ts";

export const targetsAdrift: WaitingSource = {
  kind: "targetsAdrift",
  deed: "decide",
  rows: (viewer, today) => {
    const units = viewer.grants
      .filter((grant) => may({ grants: [grant] }, "target.edit", grant.divisionId))
      .map(({ divisionId }) => divisionId);
    return units.length === 0
      ? null
      : sql`
    select 'drift:' || x.event as id, x.name as name, x."toName" as place, x.on::date::timestamptz as since, null::date as due,
      '/cockpit/targets?u=' || x.top || '&p=' || x.year as href, null::text as who
    from (${driftsSql(null, sql`e.effective_on >= ${`${today.slice(0, 4)}-01-01`}::date`)}) x
    where exists (select 1 from division_closure c where c.node_id = x.top and c.ancestor_id = any (${units}::int[]) and c.to_on is null)`;
  },
};
