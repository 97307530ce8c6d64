/** Which hints are open to a viewer who is not the visitor: of the places whose visits he reviews, once the visitor's days are over. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

/** Over the alias t of visit_hint; null when there is no such place. */
export function openTo(viewer: Viewer, today: string): Fragment | null {
  const reviews = viewer.grants.filter((grant) => may({ grants: [grant] }, "visit.review", grant.divisionId));
  if (reviews.length === 0) return null;
  const nodes = reviews.map((grant) => grant.nodes);
  const places = nodes.some((some) => some === null)
    ? sql`true`
    : sql`t.division_id = any (${nodes.flatMap((some) => some ?? [])}::int[])`;
  return join([sql`t.opens_on <= ${today}::date`, places], " and ");
}
