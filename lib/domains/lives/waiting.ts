/** For the inbox: requests that can be decided today, for whoever decides at the place. */
import { may } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const requestsWaiting: WaitingSource = {
  kind: "registryRequest",
  deed: "decide",
  rows: (viewer, today) => {
    const grants = viewer.grants.filter((grant) =>
      may({ ...viewer, grants: [grant] }, "registry.decide", grant.divisionId),
    );
    if (grants.length === 0) return null;
    const whole = grants.some(({ nodes }) => nodes === null);
    const nodes = grants.flatMap((grant) => grant.nodes ?? []);
    return sql`
      select r.id::text as id, r.title as name, d.name as place, r.asked_at as since, null::date as due,
        '/registry/requests/' || r.id as href, r.account_name as who
      from registry_request r join division d on d.id = r.division_id
      where r.account_id <> ${viewer.accountId} and (${whole} or r.division_id = any (${nodes}::int[]))
        and (r.status = 'PENDING' or (r.status = 'PENDING_WINDOW' and not exists (
          select 1 from campaign_at(r.division_id, r.year) c where not ${today}::date between c.opens_on and c.closes_on)))`;
  },
};
