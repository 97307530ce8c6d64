/**
 * A need (诉求/需求) of a household or a village: somebody answers for it at each moment, within a limit in working days.
 * States: OPEN (nobody is named) → HANDLING → DONE (waits for the household's word) → CLOSED; not satisfied opens it again; WITHDRAWN was
 * a mistake. Levels: VILLAGE → TOWNSHIP → COUNTY → DEPARTMENT, one step at a time.
 * Invariants: every move is a deed, and the database allows no other (migration 0280); it closes with a result and a confirmation only,
 * and nobody confirms his own work.
 */
import { addDays } from "#lib/base/calendar.ts";
import { addWorkingDays, type Pause, receivedOn, type WorkCalendar } from "#lib/domains/workdays/workday.ts";

export const LEVELS = ["VILLAGE", "TOWNSHIP", "COUNTY", "DEPARTMENT"] as const;
export type Level = (typeof LEVELS)[number];
export const STATES = ["OPEN", "HANDLING", "DONE", "CLOSED", "WITHDRAWN"] as const;
export type State = (typeof STATES)[number];
export const URGENCIES = ["NORMAL", "URGENT"] as const;
export type Urgency = (typeof URGENCIES)[number];
export const SOURCES = ["VISIT", "SELF", "VILLAGE", "OTHER"] as const;
export type Source = (typeof SOURCES)[number];
export const VERDICTS = ["SATISFIED", "BASICALLY", "DISSATISFIED"] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VIEWS = ["waiting", "mine", "overdue", "confirm", "all"] as const;
export type View = (typeof VIEWS)[number];

/** 基本满意 confirms (decisions 34). */
export const confirms = (verdict: Verdict) => verdict !== "DISSATISFIED";
export const isBusy = (status: string) => status === "OPEN" || status === "HANDLING";

export const NEEDS_PER_PAGE = 50;

/** The division whose people answer at a level: a county department sits in its county. */
export const seatOf = (level: Level) => (level === "DEPARTMENT" ? "COUNTY" : level);
export const above = (level: Level): Level | null =>
  level === "VILLAGE" ? "TOWNSHIP" : level === "TOWNSHIP" ? "COUNTY" : null;
export const below = (level: Level): Level | null =>
  level === "DEPARTMENT"
    ? "COUNTY"
    : level === "COUNTY"
      ? "TOWNSHIP"
      : level === "TOWNSHIP"
        ? "VILLAGE"
        : null;

/** How many working days a need has: an urgent one as many as the setting gives urgent ones; a category of the office's own as many as the others. */
export function limitOf(days: Record<string, number>, category: string, urgency: Urgency): number {
  const usual = days[category] ?? days.NEED_OTHER ?? 0;
  return urgency === "URGENT" ? Math.min(usual, days.NEED_URGENT ?? usual) : usual;
}

/** Raised today, the hour decides whether today counts; written down later, the whole day did. */
export function dueOf(
  limit: number,
  raised: { on: string; at: string },
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): string {
  return addWorkingDays(receivedOn(raised.on, raised.at, calendar), limit, calendar, pauses);
}

type Step = { kind: string; onDay: string };
/** The times in which the limit stood still, from the steps that began and ended them; one without an end lasts until `today`, exclusive. */
export function pausesOf(steps: readonly Step[], today: string): Pause[] {
  const pauses: Pause[] = [];
  let from: string | null = null;
  for (const { kind, onDay } of steps) {
    if (kind === "PAUSED") from = onDay;
    if (kind === "RESUMED" && from !== null) {
      pauses.push({ from, to: onDay });
      from = null;
    }
  }
  if (from !== null) pauses.push({ from, to: addDays(today, 1) });
  return pauses;
}

/** What a step answers: which need it moved, and whether it went out of the actor's hands. */
export type Moved = { id: string; householdId: string | null; away?: boolean };
