/** The calendar of a year for the screen, and the whole of it for whoever counts limits. */
import { query } from "#lib/platform/query.ts";
import { CalendarAsked, type CalendarName, Nothing } from "./input.ts";
import type { DayKind, WorkCalendar } from "./workday.ts";

export type CalendarRow = {
  calendar: CalendarName;
  day: string;
  kind: DayKind;
  name: string;
  checked: boolean;
};

export const calendarOfYear = query({
  name: "workdays.ofYear",
  input: CalendarAsked,
  run: async ({ sql }, { year }) => {
    const rows = await sql<CalendarRow>`
      select calendar, day::text as day, kind, name, checked from calendar_day
      where day >= make_date(${year}::int, 1, 1) and day < make_date(${year}::int + 1, 1, 1) order by day, calendar`;
    const years = await sql<{ year: number; checked: boolean }>`
      select extract(year from day)::int as year, bool_and(checked) as checked from calendar_day where calendar = 'NATIONAL' group by 1 order by 1`;
    return { year, rows, years };
  },
});

/** For limits in working days: load once, then count with the pure functions. */
export const workCalendar = query({
  name: "workdays.calendar",
  input: Nothing,
  run: async ({ sql }): Promise<WorkCalendar> => {
    const rows =
      await sql<CalendarRow>`select calendar, day::text as day, kind, name, checked from calendar_day`;
    const of = (calendar: CalendarName) =>
      new Map(rows.filter((row) => row.calendar === calendar).map(({ day, kind }) => [day, kind]));
    return { national: of("NATIONAL"), local: of("LOCAL") };
  },
});
