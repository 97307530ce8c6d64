/** Who makes tables: whoever may take the rows of a unit out of the house; a form is kept by its unit and used by those below. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export const mayMakeTables = (viewer: Viewer) => mayAnywhere(viewer, "household.export");
export const mayFill = (viewer: Viewer, divisionId: number) => may(viewer, "household.export", divisionId);
/** The same right keeps the form, where it lies. */
export const mayKeep = mayFill;

/** The forms f of the viewer's own units and of those above, as the policy of the table says it too. */
export function usedBy(viewer: Viewer): Fragment {
  if (viewer.seesAll) return sql`true`;
  const seats = viewer.grants.map(({ divisionId }) => divisionId);
  return sql`(f.division_id = any (${viewer.reach}::int[]) or f.division_id in
    (select c.ancestor_id from division_closure c where c.node_id = any (${seats}::int[]) and c.to_on is null))`;
}
