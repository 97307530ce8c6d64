/** Where the viewer decides on leave, as a condition over team_leave l; whoever stands in decides nothing of the one on leave. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

const LEVEL_OF = { "leave.township": "TOWNSHIP", "leave.county": "COUNTY" } as const;
const VERBS = Object.keys(LEVEL_OF) as (keyof typeof LEVEL_OF)[];

/** Null when the viewer decides nowhere. */
export function decidedNodes({ grants }: Viewer): Fragment | null {
  const parts = VERBS.flatMap((verb) =>
    grants
      .filter((grant) => may({ grants: [grant] }, verb, grant.divisionId))
      .map(({ nodes, lent }) => {
        const placed = nodes === null ? raw("true") : sql`l.division_id = any (${nodes}::int[])`;
        const eyes = lent ? sql`l.account_id <> ${lent.accountId}` : raw("true");
        return sql`(l.level = ${LEVEL_OF[verb]} and ${placed} and ${eyes})`;
      }),
  );
  return parts.length === 0 ? null : sql`(${join(parts, " or ")})`;
}
