/** The calendar of a year for the screen, and the whole of it for whoever counts limits. */
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { CalendarAsked, type CalendarName, Nothing } from "./input.ts";
import { withStatutory } from "./statutory.ts";
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
  run: async ({ sql, today }): Promise<WorkCalendar> => {
    const rows =
      await sql<CalendarRow>`select calendar, day::text as day, kind, name, checked from calendar_day`;
    const of = (calendar: CalendarName) =>
      new Map(rows.filter((row) => row.calendar === calendar).map(({ day, kind }) => [day, kind]));
    return withStatutory({ national: of("NATIONAL"), local: of("LOCAL") }, today);
  },
});

/** The year of a day ahead when its calendar is not in: then the day was counted by the holidays of the rule, and the screen says so. */
export async function provisionalYear(
  { sql, today }: Pick<Scope, "sql" | "today">,
  day: string | null,
): Promise<string | null> {
  const year = day?.slice(0, 4);
  if (!year || year < today.slice(0, 4)) return null;
  const [row] = await sql<{ known: boolean }>`
    select exists (select 1 from calendar_day where calendar = 'NATIONAL' and day >= make_date(${Number(year)}::int, 1, 1)
      and day < make_date(${Number(year)}::int + 1, 1, 1)) as known`;
  return row?.known ? null : year;
}
