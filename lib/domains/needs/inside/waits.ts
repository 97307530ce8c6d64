/** Which needs wait for a viewer, as conditions over the alias n: to be handled or passed on, and to be asked about at the household. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { isHandler, SEAT } from "../policy.ts";

/** Mine by name and not standing still; or nobody's yet, at a place whose people I am. */
export function liesWith(viewer: Viewer): Fragment {
  const seats = viewer.grants
    .filter((grant) => may({ grants: [grant] }, "need.handle", grant.divisionId))
    .map(({ divisionId }) => divisionId);
  const named = sql`(n.status = 'HANDLING' and n.paused_on is null and ${isHandler(viewer)})`;
  if (seats.length === 0) return named;
  return sql`(${named} or (n.status = 'OPEN' and n.paused_on is null and ${raw(SEAT)} = any (${seats}::int[])))`;
}

/** Roles that go to the households of a village themselves. */
const WALK = ["FIRST_SECRETARY", "TEAM_MEMBER", "VILLAGE_CADRE"];

/** Of the households paired with me, and of the village where I work. */
export function visitedBy(viewer: Viewer): Fragment | null {
  const villages = viewer.grants
    .filter(({ role }) => WALK.includes(role))
    .flatMap(({ nodes }) => nodes ?? []);
  const ways: Fragment[] = [];
  if (viewer.households.length > 0) ways.push(sql`n.household_id = any (${viewer.households}::uuid[])`);
  if (villages.length > 0) ways.push(sql`n.division_id = any (${villages}::int[])`);
  return ways.length === 0 ? null : sql`(${join(ways, " or ")})`;
}

/** Done, and to be asked about there; never about my own work. */
export function confirmsFor(viewer: Viewer): Fragment | null {
  const mine = visitedBy(viewer);
  return mine && sql`n.status = 'DONE' and n.done_by is distinct from ${viewer.accountId} and ${mine}`;
}
