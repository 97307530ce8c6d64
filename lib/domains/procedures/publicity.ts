/**
 * The clock of a publicity: the day on which it is posted counts, days of an objection do not, and it may be closed on the day after
 * the last one. Pure. A pause is [from, to).
 */
import { addDays } from "#lib/base/calendar.ts";
import { isWorkingDay, type Pause, type WorkCalendar } from "#lib/domains/workdays/workday.ts";
import type { CalendarName } from "./procedure.ts";

export type Hanging = { fromOn: string; days: number; calendar: CalendarName; pauses: readonly Pause[] };

/** The first day on which it may be closed. */
export function closableOn({ fromOn, days, calendar, pauses }: Hanging, work: WorkCalendar): string {
  let [day, left] = [fromOn, days];
  while (left > 0) {
    const paused = pauses.some(({ from, to }) => day >= from && day < to);
    if (!paused && (calendar === "CALENDAR" || isWorkingDay(day, work))) left -= 1;
    day = addDays(day, 1);
  }
  return day;
}

/** Telephones of supervision are those of an office; a mobile is somebody's own. */
export const isOfficePhone = (text: string) =>
  /^(0\d{2,3}-?)?\d{7,8}$|^1[0-9]{4}$|^(400|800)-?\d{3}-?\d{4}$/.test(text);
