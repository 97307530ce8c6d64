/** For the inbox: requests for unmasked files that wait for a second person, and I am one who may decide. */
import { may } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { lenders } from "./policy.ts";

const approving = (viewer: Viewer) =>
  viewer.grants.filter((grant) => may({ ...viewer, grants: [grant] }, "export.approve", grant.divisionId));

export const exportsWaiting: WaitingSource = {
  kind: "exportAsks",
  deed: "decide",
  rows: (viewer) => {
    const grants = approving(viewer);
    if (grants.length === 0) return null;
    const whole = grants.some(({ nodes }) => nodes === null);
    const nodes = grants.flatMap((grant) => grant.nodes ?? []);
    return sql`
      select e.id::text as id, e.reason as name, d.name as place, e.created_at as since, null::date as due, '/exports' as href, e.account_name as who
      from export e join division d on d.id = e.division_id
      where e.status = 'ASKED' and e.account_id <> all (${[viewer.accountId, ...lenders(viewer)]}::int[]) and (${whole} or e.division_id = any (${nodes}::int[]))`;
  },
};
