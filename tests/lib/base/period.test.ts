/** Periods: their days touch without gap or overlap, and quarters and years are their months. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#lib/base/calendar.ts";
import {
  countedTo,
  firstDay,
  holders,
  isWithin,
  kindOf,
  lastDay,
  monthsOf,
  type Period,
  type PeriodKind,
  periodOf,
  placeInYear,
  previous,
  readPeriod,
  seriesEnding,
  step,
  yearOf,
} from "#lib/base/period.ts";

const kinds: PeriodKind[] = ["year", "quarter", "month"];
const anyPeriod = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), fc.constantFrom(...kinds), fc.integer({ min: 1, max: 12 }))
  .map(([year, kind, month]) => periodOf(`${year}-${String(month).padStart(2, "0")}-15`, kind));

test("a year, a quarter and a month know their days", () => {
  expect([firstDay("2026"), lastDay("2026")]).toEqual(["2026-01-01", "2026-12-31"]);
  expect([firstDay("2026Q3"), lastDay("2026Q3")]).toEqual(["2026-07-01", "2026-09-30"]);
  expect([firstDay("2024-02"), lastDay("2024-02")]).toEqual(["2024-02-01", "2024-02-29"]);
  expect([yearOf("2026Q3"), placeInYear("2026Q3"), placeInYear("2026-09"), placeInYear("2026")]).toEqual([
    2026, 3, 9, 1,
  ]);
});

test("only what is a period is read from an address", () => {
  for (const text of ["2026", "2026Q1", "2026Q4", "2026-01", "2026-12"]) expect(readPeriod(text)).toBe(text);
  for (const text of [
    "2026Q0",
    "2026Q5",
    "2026-00",
    "2026-13",
    "2026-1",
    "26",
    "2026q1",
    "2026-01-01",
    "",
    null,
    ["2026"],
  ])
    expect(readPeriod(text)).toBeNull();
});

test("every day of a period, and no other, lies within it", () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: -400, max: 400 }), (period, offset) => {
      const day = addDays(firstDay(period), offset);
      expect(isWithin(period, day)).toBe(periodOf(day, kindOf(period)) === period);
    }),
  );
});

test("one period ends the day before the next begins", () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(addDays(lastDay(previous(period)), 1)).toBe(firstDay(period));
      expect(step(step(period, 17), -17)).toBe(period);
      expect(readPeriod(period)).toBe(period);
    }),
  );
});

test("a quarter and a year are exactly their months", () => {
  expect(monthsOf("2026Q3")).toEqual(["2026-07", "2026-08", "2026-09"]);
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const months = monthsOf(period);
      const days = months.reduce((sum, month) => sum + daysBetween(firstDay(month), lastDay(month)) + 1, 0);
      expect(days).toBe(daysBetween(firstDay(period), lastDay(period)) + 1);
      expect(months.every((month) => isWithin(period, firstDay(month)))).toBe(true);
    }),
  );
});

test("a trend has twelve points and ends with its period", () => {
  expect(seriesEnding("2026Q1", 3)).toEqual(["2025Q3", "2025Q4", "2026Q1"]);
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const series = seriesEnding(period);
      expect(series).toHaveLength(12);
      expect(series.at(-1)).toBe(period);
      expect(new Set(series).size).toBe(12);
      expect([...series].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))).toEqual(series);
    }),
  );
});

test("an open period counts to today, a past one to its end", () => {
  expect(countedTo("2026Q4", "2026-11-25")).toBe("2026-11-25");
  expect(countedTo("2026Q3", "2026-11-25")).toBe("2026-09-30");
});

test("a month is held by its quarter and its year", () => {
  const held: [Period, Period[]][] = [
    ["2026-09", ["2026Q3", "2026"]],
    ["2026Q3", ["2026"]],
    ["2026", []],
  ];
  for (const [period, above] of held) expect(holders(period)).toEqual(above);
});
