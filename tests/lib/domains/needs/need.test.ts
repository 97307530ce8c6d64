// The rules of needs by themselves: limits with days of rest and pauses, held against counting day by day.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { dueOf, limitOf, pausesOf } from "#lib/domains/needs/need.ts";
import { isWorkingDay, type Pause, type WorkCalendar } from "#lib/domains/workdays/workday.ts";

const plain: WorkCalendar = { national: new Map(), local: new Map() };

test("an urgent need has at most the days of urgent ones, a category of the office's own those of the others", () => {
  const days = { NEED_ROAD: 30, NEED_WATER: 3, NEED_OTHER: 15, NEED_URGENT: 5 };
  expect(limitOf(days, "NEED_ROAD", "NORMAL")).toBe(30);
  expect(limitOf(days, "NEED_ROAD", "URGENT")).toBe(5);
  expect(limitOf(days, "NEED_WATER", "URGENT")).toBe(3);
  expect(limitOf(days, "OWN_KIND", "NORMAL")).toBe(15);
});

test("the evening of a Friday counts as Monday, and a week of snow is given back", () => {
  expect(dueOf(10, { on: "2026-11-06", at: "17:00" }, plain)).toBe("2026-11-20");
  expect(dueOf(10, { on: "2026-11-06", at: "18:30" }, plain)).toBe("2026-11-23");
  const snow: Pause = { from: "2026-11-09", to: "2026-11-16" };
  expect(dueOf(10, { on: "2026-11-06", at: "17:00" }, plain, [snow])).toBe("2026-11-27");
});

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2026-01-01", n));
const calendars = fc
  .array(fc.tuple(day, fc.constantFrom("REST" as const, "WORK" as const)), { maxLength: 20 })
  .map((days): WorkCalendar => ({ national: new Map(days), local: new Map() }));
/** Pauses in order, as steps can make them. */
const breaks = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }).map((gaps) => {
  const marks: string[] = [];
  let at = "2026-01-05";
  for (const gap of gaps) {
    at = addDays(at, gap);
    marks.push(at);
  }
  return marks;
});

test("between raising and the limit lie exactly so many working days on which the clock ran, whatever rests and pauses", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 30 }), calendars, breaks, (on, limit, calendar, marks) => {
      const steps = marks.map((onDay, nth) => ({ kind: nth % 2 === 0 ? "PAUSED" : "RESUMED", onDay }));
      const pauses = pausesOf(steps, "2026-06-01");
      const due = dueOf(limit, { on, at: "09:00" }, calendar, pauses);
      let start = on;
      while (!isWorkingDay(start, calendar)) start = addDays(start, 1);
      let ran = 0;
      for (let each = addDays(start, 1); each <= due; each = addDays(each, 1))
        if (isWorkingDay(each, calendar) && !pauses.some(({ from, to }) => each >= from && each < to)) ran++;
      expect(ran).toBe(limit);
      // The last of them is the day itself: it is not a day later than it must be.
      if (limit > 0) expect(isWorkingDay(due, calendar)).toBe(true);
    }),
  );
});
