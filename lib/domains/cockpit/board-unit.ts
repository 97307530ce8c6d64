/** Whose board is asked for, and of which period. */
import { firstDay, type Period, periodOf } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { type Unit, unitOf } from "#lib/domains/divisions/place.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";

/** The unit of the address, if the viewer may see its board; out of reach reads as not found. */
export async function boardUnit(scope: Scope, asked: string | undefined): Promise<Unit> {
  const unit = await unitOf(scope, asked);
  if (may(scope.viewer, "cockpit.view", unit.id)) return unit;
  if (reaches(scope.viewer, unit.id)) throw refused();
  throw notFound();
}

/** The period of the address; of none, or of one that has not begun, the running month. */
export const periodAsked = ({ today }: Pick<Scope, "today">, asked: Period | null | undefined): Period =>
  asked && firstDay(asked) <= today ? asked : periodOf(today, "month");
