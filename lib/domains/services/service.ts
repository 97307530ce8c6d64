/**
 * One-stop service (“一个窗口、一处审批、一站式服务、一次性办结”): a citizen hands a matter in once, at one window; departments handle their
 * parts behind one number; what matters is how often the citizen had to come and whether it was done within its limit.
 * Invariants: a case keeps item, limit and papers of its day; days on which papers are missing do not count, but a limit that has run
 * out is not brought back by asking for papers; a case closes when every part has a result; it is rated once.
 */
import { addDays } from "#lib/base/calendar.ts";
import {
  addWorkingDays,
  isWorkingDay,
  type Pause,
  type WorkCalendar,
} from "#lib/domains/workdays/workday.ts";

export const STATES = ["OPEN", "PAUSED", "CLOSED", "WITHDRAWN"] as const;
export type State = (typeof STATES)[number];
export const RESULTS = ["GRANTED", "REFUSED"] as const;
export type Result = (typeof RESULTS)[number];
export const PART_RESULTS = ["AGREED", "REFUSED"] as const;
export type PartResult = (typeof PART_RESULTS)[number];
export const RATINGS = ["SATISFIED", "BASICALLY", "DISSATISFIED"] as const;
export type Rating = (typeof RATINGS)[number];
export const CONTACTS = [
  "ACCEPTED",
  "PAPERS",
  "PAPERS_ASKED",
  "ASKED",
  "HANDED",
  "PART",
  "TOLD",
  "RATED",
  "WITHDRAWN",
] as const;
export type ContactKind = (typeof CONTACTS)[number];

/** What the desk shows at once, and what one asks for. */
export const VIEWS = ["open", "overdue", "paused", "mine", "ready", "ended"] as const;
export type DeskView = (typeof VIEWS)[number];

export const MOST_PAPERS = 15;
export const MOST_PARTS = 8;
/** A citizen may rate a case for so long after its end (migration 0290). */
export const RATED_WITHIN_DAYS = 90;

export const isEnded = (state: State): boolean => state === "CLOSED" || state === "WITHDRAWN";

/** The last day in time. What is to be done on the day itself is due on the first working day that no pause holds. */
export function dueOn(
  receivedOn: string,
  limitDays: number,
  calendar: WorkCalendar,
  pauses: readonly Pause[],
): string {
  if (limitDays > 0) return addWorkingDays(receivedOn, limitDays, calendar, pauses);
  let day = receivedOn;
  while (!isWorkingDay(day, calendar) || pauses.some(({ from, to }) => day >= from && day < to))
    day = addDays(day, 1);
  return day;
}

/** One on each line or between separators, as people type lists; empty ones and doubles left out. */
export const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n\r;；、]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];
