// Working days: readings of decisions 36 one by one, properties over random calendars, and the calendar that the office keeps.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#lib/base/calendar.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import {
  addCalendarDays,
  checkCalendarYear,
  removeCalendarDay,
} from "#lib/domains/workdays/commands/change-calendar.ts";
import { readPastedDays } from "#lib/domains/workdays/pasted-days-readings.ts";
import { calendarOfYear, workCalendar } from "#lib/domains/workdays/queries.ts";
import { statutoryDays, withStatutory } from "#lib/domains/workdays/statutory.ts";
import {
  addWorkingDays,
  type DayKind,
  isLate,
  isWorkingDay,
  receivedOn,
  type WorkCalendar,
  workingDaysBetween,
  yearsWithoutData,
} from "#lib/domains/workdays/workday.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();
const calendar = (
  national: Record<string, DayKind> = {},
  local: Record<string, DayKind> = {},
): WorkCalendar => ({
  national: new Map(Object.entries(national)),
  local: new Map(Object.entries(local)),
});
const plain = calendar();
const shipped = async () =>
  reading(await signIn(database, "prefecture-admin"), (scope) => workCalendar(scope, {}));

test.each([
  ["2026-11-25", "17:59", "2026-11-25"],
  ["2026-11-25", "18:00", "2026-11-25"],
  ["2026-11-25", "18:01", "2026-11-26"],
  ["2026-11-27", "18:01", "2026-11-30"], // Friday evening
  ["2026-11-28", "09:00", "2026-11-30"], // Saturday
])("what arrives on %s at %s counts from %s", (day, time, on) =>
  expect(receivedOn(day, time, plain)).toBe(on),
);

test("a limit of 0 is due on the day, and the due day lasts to midnight", () => {
  expect(addWorkingDays("2026-11-25", 0, plain)).toBe("2026-11-25");
  expect(isLate("2026-11-25", "2026-11-25")).toBe(false);
  expect(isLate("2026-11-25", "2026-11-26")).toBe(true);
});

test("a pause is [from, to): its first day does not count, its last one does", () => {
  const pauses = [{ from: "2026-11-26", to: "2026-11-30" }];
  expect(addWorkingDays("2026-11-25", 1, plain)).toBe("2026-11-26");
  expect(addWorkingDays("2026-11-25", 1, plain, pauses)).toBe("2026-11-30");
  expect(workingDaysBetween("2026-11-25", "2026-11-30", plain, pauses)).toBe(1);
});

test("the national calendar goes over the week, and local rest days over both", () => {
  const both = calendar({ "2026-10-10": "WORK", "2026-10-08": "REST" }, { "2026-10-10": "REST" });
  expect(isWorkingDay("2026-10-08", both)).toBe(false);
  expect(isWorkingDay("2026-10-10", calendar({ "2026-10-10": "WORK" }))).toBe(true);
  expect(isWorkingDay("2026-10-10", both)).toBe(false);
});

test("over the National Day of 2026: five working days from 29 September end on 12 October", async () => {
  // 30.09., then rest to 07.10.; 08., 09., the adjusted Saturday 10., then Monday 12.
  expect(addWorkingDays("2026-09-29", 5, await shipped())).toBe("2026-10-12");
});

const aDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays("2024-01-01", n));
const aCalendar = fc
  .tuple(
    fc.dictionary(aDay, fc.constantFrom<DayKind>("REST", "WORK")),
    fc.dictionary(aDay, fc.constant<DayKind>("REST")),
  )
  .map(([national, local]) => calendar(national, local));
const somePauses = fc.array(
  fc
    .tuple(aDay, fc.integer({ min: 0, max: 20 }))
    .map(([from, length]) => ({ from, to: addDays(from, length) })),
  { maxLength: 3 },
);

test("adding n working days and counting them back gives n, and lands on a day that counts", () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 60 }), aCalendar, somePauses, (from, n, days, pauses) => {
      const due = addWorkingDays(from, n, days, pauses);
      expect(workingDaysBetween(from, due, days, pauses)).toBe(n);
      expect(isWorkingDay(due, days)).toBe(true);
      expect(pauses.some((one) => due >= one.from && due < one.to)).toBe(false);
    }),
  );
});

test("days add up over any day in between, never exceed the calendar, and a pause never shortens a limit", () => {
  fc.assert(
    fc.property(aDay, aDay, aDay, aCalendar, somePauses, (one, two, three, days, pauses) => {
      const [from, middle, to] = [one, two, three].sort() as [string, string, string];
      const count = (a: string, b: string) => workingDaysBetween(a, b, days, pauses);
      expect(count(from, middle) + count(middle, to)).toBe(count(from, to));
      expect(count(from, to)).toBeLessThanOrEqual(daysBetween(from, to));
      expect(addWorkingDays(from, 7, days, pauses) >= addWorkingDays(from, 7, days)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([
  // As the notices of the first three years gave them, and the almanac the others.
  [2024, "2024-02-10", "2024-04-04", "2024-06-10", "2024-09-17"],
  [2025, "2025-01-29", "2025-04-04", "2025-05-31", "2025-10-06"],
  [2026, "2026-02-17", "2026-04-05", "2026-06-19", "2026-09-25"],
  [2027, "2027-02-06", "2027-04-05", "2027-06-09", "2027-09-15"],
  [2030, "2030-02-03", "2030-04-05", "2030-06-05", "2030-09-12"],
])("the moving holidays of %s are found by rule", (year, spring, qingming, dragonBoat, midAutumn) => {
  const days = statutoryDays(year).map(({ day }) => day);
  expect(days).toEqual(
    expect.arrayContaining([spring, addDays(spring, -1), qingming, dragonBoat, midAutumn]),
  );
  expect(days).toHaveLength(13);
});

test("a year that is not in is counted by the holidays of the rule; once it is entered, by what was entered", async () => {
  const run = await shipped();
  expect(isWorkingDay("2027-01-01", run), "New Year, a Friday").toBe(false);
  expect(addWorkingDays("2026-12-31", 1, run)).toBe("2027-01-04");
  const entered = withStatutory(calendar({ "2027-01-01": "REST", "2027-05-03": "REST" }), "2026-12-01");
  expect(isWorkingDay("2027-10-01", entered), "the entered year says nothing of it").toBe(true);
  expect(isWorkingDay("2028-10-02", entered)).toBe(false);
});

test("a year without data is named", async () => {
  expect(yearsWithoutData("2026-12-01", "2028-01-05", await shipped())).toEqual([2027, 2028]);
  expect(yearsWithoutData("2024-01-01", "2026-12-31", await shipped())).toEqual([]);
});

test("a pasted list is read as people write it, and a line that says nothing is named with its number", () => {
  const { days, bad } = readPastedDays(
    "2027-02-09至2027-02-10 休 藏历新年\n\n2027年2月20日，班，春节\n２０２７-03-01 rest Losar",
    "2026-11-25",
  );
  expect(days.map(({ day, kind, name }) => `${day} ${kind} ${name}`)).toEqual([
    "2027-02-09 REST 藏历新年",
    "2027-02-10 REST 藏历新年",
    "2027-02-20 WORK 春节",
    "2027-03-01 REST Losar",
  ]);
  expect(bad).toEqual([]);
  expect(
    readPastedDays("2027-02-09 休\n1001 休 国庆\n2027-02-10 2027-02-01 休 反了", "2026-11-25").bad.map(
      ({ line }) => line,
    ),
  ).toEqual([1, 2, 3]);
});

test("the office adds, takes out and checks days; a county may not; nothing goes in when a line is wrong", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await addCalendarDays(admin, { calendar: "LOCAL", days: "2027-08-12 休 雪顿节" });
  await expect(
    addCalendarDays(admin, { calendar: "LOCAL", days: "2027-08-13 休 雪顿节\n什么" }),
  ).rejects.toMatchObject({
    fields: { days: [{ key: "workdays.line", values: { line: 2 } }] },
  });
  const of = (year: number) => reading(admin, (scope) => calendarOfYear(scope, { year }));
  expect((await of(2027)).rows).toEqual([
    { calendar: "LOCAL", day: "2027-08-12", kind: "REST", name: "雪顿节", checked: false },
  ]);
  expect((await of(2027)).years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  await removeCalendarDay(admin, { calendar: "LOCAL", day: "2027-08-12" });
  expect((await of(2027)).rows).toEqual([]);
  // The years laid in the ground were compared with the notices; what the office changes waits for its own look.
  expect((await of(2026)).years.map(({ checked }) => checked)).toEqual([true, true, true]);
  await addCalendarDays(admin, { calendar: "NATIONAL", days: "2026-12-31 休 另行通知" });
  expect((await of(2026)).years.at(-1)).toEqual({ year: 2026, checked: false });
  await checkCalendarYear(admin, { year: 2026 });
  expect((await of(2026)).years.at(-1)).toEqual({ year: 2026, checked: true });
  const county = await signIn(database, "county-admin");
  await expect(
    addCalendarDays(county, { calendar: "LOCAL", days: "2027-08-12 休 雪顿节" }),
  ).rejects.toMatchObject({ code: "refused" });
  expect(await database.look("select count(*)::int as n from change where entity = 'calendar'")).toEqual([
    { n: 3 },
  ]);
});

test("from December on the next year's calendar waits for whoever keeps the settings, until it is in", async () => {
  const prefecture = await signIn(database, "prefecture-admin");
  const asked = async (who: Session) =>
    (await reading(who, (scope) => listWaiting(scope, {})))
      .flatMap(({ rows }) => rows)
      .filter(({ kind }) => kind === "calendarYear")
      .map(({ name }) => name);
  holdToday("2026-11-30");
  expect(await asked(prefecture)).toEqual([]);
  holdToday("2026-12-01");
  expect(await asked(prefecture)).toEqual(["2027"]);
  expect(await asked(await signIn(database, "county-admin"))).toEqual([]);
  await addCalendarDays(prefecture, { calendar: "NATIONAL", days: "2027-01-01 休 元旦" });
  expect(await asked(prefecture)).toEqual([]);
  await removeCalendarDay(prefecture, { calendar: "NATIONAL", day: "2027-01-01" });
  holdToday(null);
});
