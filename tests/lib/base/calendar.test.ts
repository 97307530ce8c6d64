/** Days as text agree with the calendar everybody knows, whatever the machine's time zone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  daysBetween,
  isDay,
  isNoDay,
  mondayOf,
  readDay,
  weekday,
} from "#lib/base/calendar.ts";

const anyDay = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") }).map(dayOfNumber);
const TODAY = "2026-11-25";

test("day numbers are those of UTC, forth and back", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const known = new Date(`${day}T00:00:00Z`);
      expect(dayNumber(day)).toBe(known.getTime() / 86_400_000);
      expect(dayOfNumber(dayNumber(day))).toBe(known.toISOString().slice(0, 10));
      expect(isDay(day)).toBe(true);
    }),
  );
});

test("what is no day is refused", () => {
  for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01", "2026-04-31", ""])
    expect(isDay(text), text).toBe(false);
  expect(isDay("2024-02-29")).toBe(true);
  expect(isDay("1900-02-29")).toBe(false);
  expect(isDay("2000-02-29")).toBe(true);
});

test("adding days is undone by taking them away, and keeps the order", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
      const later = addDays(day, days);
      expect(daysBetween(day, later)).toBe(days);
      expect(addDays(later, -days)).toBe(day);
      expect(later > day).toBe(days > 0);
    }),
  );
});

test("weeks begin on Monday", () => {
  expect(weekday("2026-11-23")).toBe(1);
  expect(weekday("2026-11-29")).toBe(7);
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(weekday(mondayOf(day))).toBe(1);
      expect(daysBetween(mondayOf(day), day)).toBe(weekday(day) - 1);
      expect(weekday(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
    }),
  );
});

test("a month on, the 31st becomes the last day there is", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
});

describe("a typed date", () => {
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["2026.11.23", "2026-11-23"],
    ["2026/1/5", "2026-01-05"],
    ["2026年1月5日", "2026-01-05"],
    ["20261123", "2026-11-23"],
    ["1123", "2026-11-23"],
    ["11-23", "2026-11-23"],
    ["1.5", "2026-01-05"],
    ["11月23日", "2026-11-23"],
    ["２０２６－１１－２３", "2026-11-23"],
    [" 今天 ", TODAY],
    ["昨天", "2026-11-24"],
    ["明天", "2026-11-26"],
    ["前天", "2026-11-23"],
    ["后天", "2026-11-27"],
  ])("“%s” is %s", (typed, day) => expect(readDay(typed, TODAY)).toBe(day));

  test.each(["", "0229", "2026-02-30", "1323", "下周", "23", "2026-11", "2026-11-23 10:00", "112", "1.2.3"])(
    "“%s” is not guessed at",
    (typed) => expect(readDay(typed, TODAY)).toBeNull(),
  );

  test.each(["2027-02-30", "2026年2月29日", "20261301", "11-31", "0230"])(
    "“%s” is written as a day, and there is none",
    (typed) => expect(isNoDay(typed, TODAY)).toBe(true),
  );
  test.each(["2028-02-29", "11-30", "昨天", "去年", "", "2026-11"])(
    "“%s” is not a day that does not exist",
    (typed) => expect(isNoDay(typed, TODAY)).toBe(false),
  );
});
