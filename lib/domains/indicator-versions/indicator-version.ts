/**
 * Versions of indicators that the office publishes, and indicators of its own, declared from facts without code.
 * Invariants: a version begins with a month that is not closed, so that nothing told is rewritten; one begins on a day; none is
 * deleted: one that has told nothing yet may be withdrawn and stays in the history. Of the program's indicators the office sets the
 * threshold alone, since their formula is code: whoever wants to count otherwise declares an indicator of his own.
 */
import { firstDay, kindOf, type Period, readPeriod } from "#lib/base/period.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { mayAnywhere } from "../accounts/roles.ts";

export const RECOUNT_JOB = "indicators.recount";

export const MEASURES = ["share", "count", "sum"] as const;
export type Measure = (typeof MEASURES)[number];
/** 要求任何一天都达到; 到年底达到，按日分摊. */
export const DUES = ["fixed", "year"] as const;

/** In percent of what is due. */
export const WATCH = { least: 50, most: 99, usual: 90 } as const;
/** No further ahead, so that a typing error does not begin in another century. */
export const MONTHS_AHEAD = 24;

export const editsIndicators = (viewer: Viewer) => mayAnywhere(viewer, "indicator.edit");

export const monthOf = (text: string): Period | null => {
  const read = readPeriod(text);
  return read && kindOf(read) === "month" ? read : null;
};

/** In force: the last that has begun. To come: not begun. Over: a later one holds. Withdrawn: never held, or not any more. */
export type State = "inForce" | "toCome" | "over" | "withdrawn";
type Dated = { fromOn: string; withdrawnBy: string | null };
export function stateOf(version: Dated, all: readonly Dated[], today: string): State {
  if (version.withdrawnBy !== null) return "withdrawn";
  if (version.fromOn > today) return "toCome";
  const later = all.some(
    (one) => one.withdrawnBy === null && one.fromOn > version.fromOn && one.fromOn <= today,
  );
  return later ? "over" : "inForce";
}

export const firstDayOf = (month: Period): string => firstDay(month);
