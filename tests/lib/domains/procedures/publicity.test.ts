// The clock of a publicity over random calendars and objections; plans and what they may not lack; telephones of an office.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#lib/base/calendar.ts";
import { faultOf, planOn, USUAL_PLANS } from "#lib/domains/procedures/plan.ts";
import { KINDS, type PlanStep } from "#lib/domains/procedures/procedure.ts";
import { closableOn, isOfficePhone } from "#lib/domains/procedures/publicity.ts";
import { isWorkingDay, type WorkCalendar } from "#lib/domains/workdays/workday.ts";

const plain: WorkCalendar = { national: new Map(), local: new Map() };

test("the day of posting counts, and it is closed on the day after the last one", () => {
  const seven = { fromOn: "2026-11-02", days: 7, calendar: "CALENDAR" as const };
  expect(closableOn({ ...seven, pauses: [] }, plain)).toBe("2026-11-09");
  expect(closableOn({ ...seven, pauses: [{ from: "2026-11-06", to: "2026-11-09" }] }, plain)).toBe(
    "2026-11-12",
  );
  // Monday to Friday, and two of the next week.
  expect(closableOn({ ...seven, calendar: "WORKING", pauses: [] }, plain)).toBe("2026-11-11");
  const holiday = { ...plain, local: new Map([["2026-11-03", "REST" as const]]) };
  expect(closableOn({ ...seven, calendar: "WORKING", pauses: [] }, holiday)).toBe("2026-11-12");
});

const DAY = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2026-10-01", n));
const PAUSES = fc
  .array(fc.tuple(DAY, fc.integer({ min: 0, max: 9 })), { maxLength: 4 })
  .map((list) => list.map(([from, length]) => ({ from, to: addDays(from, length) })));
const CALENDAR: fc.Arbitrary<WorkCalendar> = fc
  .array(fc.tuple(DAY, fc.constantFrom("REST" as const, "WORK" as const)), { maxLength: 20 })
  .map((days) => ({ national: new Map(days), local: new Map() }));

test("whatever happens, so many unpaused days have passed, and one day earlier they have not", () => {
  fc.assert(
    fc.property(
      DAY,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom("CALENDAR" as const, "WORKING" as const),
      PAUSES,
      CALENDAR,
      (fromOn, days, calendar, pauses, work) => {
        const due = closableOn({ fromOn, days, calendar, pauses }, work);
        const counted = Array.from({ length: daysBetween(fromOn, due) }, (_, at) =>
          addDays(fromOn, at),
        ).filter(
          (day) =>
            !pauses.some(({ from, to }) => day >= from && day < to) &&
            (calendar === "CALENDAR" || isWorkingDay(day, work)),
        );
        expect(counted).toHaveLength(days);
        expect(counted.at(-1)).toBe(addDays(due, -1));
        const bare = closableOn({ fromOn, days, calendar, pauses: [] }, work);
        expect(due >= bare, "an objection never shortens it").toBe(true);
      },
    ),
  );
});

test("every usual plan holds, and what a plan lacks is told", () => {
  for (const kind of KINDS) expect(faultOf(kind, USUAL_PLANS[kind]), kind).toBeNull();
  const steps = USUAL_PLANS.IDENTIFICATION;
  const without = (...names: string[]) => steps.filter(({ step }) => !names.includes(step));
  expect(faultOf("IDENTIFICATION", without("COMPARISON", "PUBLICITY_2", "TOWNSHIP_REVIEW"))).toBeNull();
  expect(faultOf("IDENTIFICATION", without("TOWNSHIP_REVIEW", "COUNTY_REVIEW"))).toBe("noReview");
  expect(faultOf("IDENTIFICATION", without("PUBLICITY_1", "PUBLICITY_2"))).toBe("noPublicity");
  expect(faultOf("IDENTIFICATION", without("APPLICATION"))).toBe("applicationFirst");
  expect(faultOf("IDENTIFICATION", without("MARKING"))).toBe("notLast");
  expect(faultOf("IDENTIFICATION", without("ANNOUNCEMENT"))).toBe("notLast");
  expect(faultOf("IDENTIFICATION", [...steps, { step: "COMPARISON" }])).toBe("twice");
  expect(faultOf("VILLAGE_EXIT", [{ step: "APPLICATION" }, { step: "HOUSEHOLD_CHECK" }])).toBe("twice");
  const short: PlanStep[] = steps.map((one) => (one.step === "PUBLICITY_1" ? { ...one, days: 0 } : one));
  expect(faultOf("IDENTIFICATION", short)).toBe("days");
});

test("the plan of a day is the last one set for it", () => {
  const set = (version: number, fromOn: string) => ({
    kind: "EXIT" as const,
    version,
    fromOn,
    steps: USUAL_PLANS.EXIT,
  });
  const stored = [set(1, "2026-01-01"), set(2, "2026-06-01"), set(3, "2026-06-01")];
  expect(planOn("EXIT", stored, "2025-12-31").version).toBe(0);
  expect(planOn("EXIT", stored, "2026-05-31").version).toBe(1);
  expect(planOn("EXIT", stored, "2026-06-01").version).toBe(3);
  expect(planOn("RETURN", stored, "2026-06-01").version).toBe(0);
});

test("telephones of supervision are an office's", () => {
  for (const good of ["0895-4822317", "08954822317", "4822317", "12317", "400-123-4567"])
    expect(isOfficePhone(good), good).toBe(true);
  for (const bad of ["13989051234", "540325197203150011", "电话", "1398905"])
    expect(isOfficePhone(bad), bad).toBe(bad === "1398905");
});
