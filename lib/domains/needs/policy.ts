/** Who raises needs, who answers for them, and who brings the household's word. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

/** The columns that an alias n is guarded by. */
export const OWN = { division: "n.division_id", household: "n.household_id" };
/** The node of today's tree whose people answer for n; a department sits in its county. */
export const SEAT = `coalesce((select c.ancestor_id from division_closure c join division s on s.id = c.ancestor_id
  where c.node_id = n.division_id and c.to_on is null and s.level = case n.level when 'DEPARTMENT' then 'COUNTY' else n.level end limit 1), n.division_id)`;
export const isHandler = (viewer: Viewer): Fragment => sql`n.handler_account = ${viewer.accountId}`;
/** My result did not satisfy, and nobody has been named anew: I read how it goes on (migration 0415). */
export const handledBefore = sql`n.id = any (array(select unnest(sec.handled_needs())))`;

type Whose = { householdId: string | null; divisionId: number };
type Held = Whose & {
  seatId: number;
  handlerAccount: number | null;
  doneBy: number | null;
  raisedBy: number | null;
};

/** Whoever may visit there: the helper of the household, the people of the village, the desks above it. */
export const mayRaise = (viewer: Viewer, { householdId, divisionId }: Whose) =>
  (householdId !== null && viewer.households.includes(householdId)) ||
  may(viewer, "visit.record", divisionId);
/** Where it lies now, or above: a village gives no orders to the county. */
export const mayDirect = (viewer: Viewer, { seatId }: Pick<Held, "seatId">) =>
  may(viewer, "need.handle", seatId);
export const mayHandle = (viewer: Viewer, need: Held) =>
  need.handlerAccount === viewer.accountId || mayDirect(viewer, need);
/** Nobody says in the household's name that his own work was good. */
export const mayJudge = (viewer: Viewer, need: Held) =>
  mayRaise(viewer, need) && need.doneBy !== viewer.accountId;
export const mayWithdraw = (viewer: Viewer, need: Held) =>
  need.raisedBy === viewer.accountId || mayDirect(viewer, need);
