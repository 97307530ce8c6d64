/**
 * The monthly closing (封账): from then on the figures of a month stand as they were told.
 * Invariants: months are closed one after the other, never before they have ended, never anew; what changes later is a correction
 * beside the figure; the figure, its corrections and what the tree moved add up to the rows of today.
 */
import { addDays } from "#lib/base/calendar.ts";
import { lastDay, type Period } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export const CLOSING_JOB = "closings.close";

/** The day on which the clock closes a month, if nobody has done so before. */
export const closesOn = (month: Period, days: number): string => addDays(lastDay(month), days);

/** Whoever answers for a unit signs for that one, not for those below. */
export const signsFor = (viewer: Viewer, unit: number): boolean => unitsToSign(viewer).includes(unit);

export const unitsToSign = ({ grants }: Viewer): number[] => [
  ...new Set(
    grants
      .filter((grant) => may({ grants: [grant] }, "closing.sign", grant.divisionId))
      .map(({ divisionId }) => divisionId),
  ),
];
