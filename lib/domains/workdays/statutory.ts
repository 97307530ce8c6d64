/**
 * National holidays by rule (法定节日), for a year whose calendar is not in yet: counted provisionally, and said so wherever a limit runs into one.
 * Without the days around them and the adjusted working days, which only the notice of the year tells. Pure.
 */
import { addDays, makeDay } from "#lib/base/calendar.ts";
import type { DayKind, WorkCalendar } from "./workday.ts";

export const HOLIDAYS = [
  "NEW_YEAR",
  "SPRING_FESTIVAL",
  "QINGMING",
  "LABOR_DAY",
  "DRAGON_BOAT",
  "MID_AUTUMN",
  "NATIONAL_DAY",
] as const;
export type Holiday = (typeof HOLIDAYS)[number];
export type StatutoryDay = { day: string; holiday: Holiday };

const LUNAR = new Intl.DateTimeFormat("en-u-ca-chinese", {
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});
const lunarOf = (day: string): string => {
  const parts = LUNAR.formatToParts(new Date(`${day}T00:00:00Z`));
  const of = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${of("month")}/${of("day")}`;
};

/** The day of a year that the lunar calendar calls so; it lies within forty days of `from`. A leap month bears another name. */
function lunarDay(from: string, lunar: string): string {
  for (let n = 0; n < 40; n += 1) if (lunarOf(addDays(from, n)) === lunar) return addDays(from, n);
  throw new Error(`no lunar ${lunar} within forty days of ${from}`);
}

/** New moons within minutes of midnight in Beijing, which the library reckons to the wrong side of it. */
const NEW_YEARS: Record<number, string> = { 2027: "2027-02-06", 2030: "2030-02-03" };

/** The solar term of this century, by its well-known rule. */
const qingming = (year: number) => {
  const y = year % 100;
  return makeDay(year, 4, Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4));
};

const made = new Map<number, StatutoryDay[]>();

/** As the rules of the State Council of 2024 name them. */
export function statutoryDays(year: number): StatutoryDay[] {
  const before = made.get(year);
  if (before) return before;
  const spring = NEW_YEARS[year] ?? lunarDay(makeDay(year, 1, 18), "1/1");
  const of = (holiday: Holiday, ...days: string[]) => days.map((day) => ({ day, holiday }));
  const days = [
    ...of("NEW_YEAR", makeDay(year, 1, 1)),
    ...of("SPRING_FESTIVAL", ...[-1, 0, 1, 2].map((n) => addDays(spring, n))),
    ...of("QINGMING", qingming(year)),
    ...of("LABOR_DAY", makeDay(year, 5, 1), makeDay(year, 5, 2)),
    ...of("DRAGON_BOAT", lunarDay(makeDay(year, 5, 24), "5/5")),
    ...of("MID_AUTUMN", lunarDay(makeDay(year, 9, 5), "8/15")),
    ...of("NATIONAL_DAY", ...[1, 2, 3].map((day) => makeDay(year, 10, day))),
  ];
  made.set(year, days);
  return days;
}

/** How far ahead a limit may run. */
const AHEAD = 3;

/** The calendar as entered, and for years around today that are not in, the holidays by rule. */
export function withStatutory(calendar: WorkCalendar, today: string): WorkCalendar {
  const known = new Set([...calendar.national.keys()].map((day) => day.slice(0, 4)));
  const now = Number(today.slice(0, 4));
  const years = Array.from({ length: AHEAD + 2 }, (_, at) => now - 1 + at);
  const provisional = new Set(years.filter((year) => !known.has(String(year))));
  const national = new Map(calendar.national);
  for (const year of provisional)
    for (const { day } of statutoryDays(year)) national.set(day, "REST" satisfies DayKind);
  return { ...calendar, national, provisional };
}
