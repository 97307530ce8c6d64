// The due day of a case, held against counting on fingers: working days, holidays, pauses; and lists as people type them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { dueOn, linesOf } from "#lib/domains/services/service.ts";
import type { DayKind } from "#lib/domains/workdays/workday.ts";

const FIRST = "2026-09-01";
const day = fc.integer({ min: 0, max: 60 }).map((at) => addDays(FIRST, at));
const pause = fc
  .tuple(day, fc.integer({ min: 0, max: 12 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));
const national = fc
  .array(fc.tuple(day, fc.constantFrom<DayKind>("REST", "WORK")), { maxLength: 12 })
  .map((days) => new Map(days));

test("no day in which papers are missing or nobody works is counted, and each other day is", () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 20 }),
      fc.array(pause, { maxLength: 3 }),
      national,
      (received, limit, pauses, special) => {
        const works = (on: string) => {
          const said = special.get(on);
          const week = new Date(`${on}T00:00:00Z`).getUTCDay();
          return said ? said === "WORK" : week >= 1 && week <= 5;
        };
        const counts = (on: string) => works(on) && !pauses.some(({ from, to }) => from <= on && on < to);
        const due = dueOn(received, limit, { national: special, local: new Map() }, pauses);
        const after: string[] = [];
        for (let on = addDays(received, 1); on <= due; on = addDays(on, 1)) after.push(on);
        if (limit > 0) {
          expect(after.filter(counts)).toHaveLength(limit);
          expect(counts(due)).toBe(true);
        } else {
          expect(counts(due)).toBe(true);
          expect([received, ...after].filter(counts)).toEqual([due]);
        }
      },
    ),
  );
});

test("a pause moves the due day by the working days that it holds, never nearer", () => {
  const calendar = { national: new Map<string, DayKind>([["2026-10-01", "REST"]]), local: new Map() };
  expect(dueOn("2026-09-28", 3, calendar, [])).toBe("2026-10-02");
  expect(dueOn("2026-09-28", 3, calendar, [{ from: "2026-09-28", to: "2026-09-30" }])).toBe("2026-10-05");
  expect(dueOn("2026-09-28", 0, calendar, [{ from: "2026-09-28", to: "2026-10-01" }])).toBe("2026-10-02");
});

test("a list is read by lines and by the separators that people use; empty ones and doubles are left out", () => {
  expect(linesOf(" 申请书\r\n户口簿复印件；申请书\n\n照片、")).toEqual(["申请书", "户口簿复印件", "照片"]);
});
