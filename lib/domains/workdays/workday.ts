/**
 * Working days (工作日): the week, the national calendar of holidays and adjusted days over it, and local rest days over both (decisions 36).
 * Pure. A day is text "YYYY-MM-DD"; a moment is a day and a time of day in Beijing.
 * Readings: what arrives by 18:00 counts that day; a pause is [from, to); the due day lasts to midnight; a limit of 0 is due on the day.
 */
import { addDays, weekday } from "#lib/base/calendar.ts";

export type DayKind = "REST" | "WORK";
export type WorkCalendar = {
  national: ReadonlyMap<string, DayKind>;
  /** Rest days of this prefecture; they win over the national calendar. */
  local: ReadonlyMap<string, DayKind>;
  /** Years that nobody has entered: their holidays by rule stand in the national calendar for the time being. */
  provisional?: ReadonlySet<number>;
};
export type Pause = { from: string; to: string };

export const RECEIVED_BY = "18:00";

export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  const said = calendar.local.get(day) ?? calendar.national.get(day);
  return said ? said === "WORK" : weekday(day) <= 5;
}

/** A pause without an end, or two that overlap, count as one would expect: each day at most once. */
const isPaused = (day: string, pauses: readonly Pause[]) =>
  pauses.some(({ from, to }) => day >= from && day < to);

const counts = (day: string, calendar: WorkCalendar, pauses: readonly Pause[]) =>
  isWorkingDay(day, calendar) && !isPaused(day, pauses);

/** The day on which a limit begins: that of arrival by 18:00 on a working day, else the next working day. */
export function receivedOn(day: string, time: string, calendar: WorkCalendar, by = RECEIVED_BY): string {
  let on = time <= by ? day : addDays(day, 1);
  while (!isWorkingDay(on, calendar)) on = addDays(on, 1);
  return on;
}

/** The nth working day after `from`; 0 is the day itself. What is due then may be done until midnight of it. */
export function addWorkingDays(
  from: string,
  n: number,
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): string {
  let [day, left] = [from, n];
  while (left > 0) {
    day = addDays(day, 1);
    if (counts(day, calendar, pauses)) left -= 1;
  }
  return day;
}

/** Working days in (from, to]: how many of a limit are used up at the end of `to`; none when `to` is not later. */
export function workingDaysBetween(
  from: string,
  to: string,
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): number {
  let used = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (counts(day, calendar, pauses)) used += 1;
  return used;
}

/** The due day itself is still in time. */
export const isLate = (due: string, today: string): boolean => today > due;

/** Years between two days for which the national calendar says nothing: to be told loudly, since its adjusted days are not known. */
export function yearsWithoutData(from: string, to: string, calendar: WorkCalendar): number[] {
  const known = new Set([...calendar.national.keys()].map((day) => Number(day.slice(0, 4))));
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (!known.has(year) || calendar.provisional?.has(year)) years.push(year);
  return years;
}
