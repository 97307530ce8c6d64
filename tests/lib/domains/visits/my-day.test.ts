// My day: which visits are due and why, from the rules and the same facts as the indicator; nothing is typed.
import { afterAll, beforeEach, expect, test } from "vitest";
import { daysBetween } from "#lib/base/calendar.ts";
import {
  type Duty,
  dayOf,
  dueOf,
  goalOf,
  goalWith,
  nextVisitOf,
  onePerHousehold,
} from "#lib/domains/visits/due.ts";
import { myDay } from "#lib/domains/visits/queries/my-day.ts";
import { nextVisit } from "#lib/domains/visits/queries/next-visit.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY } from "#tests/world/world.ts";

const database = testDatabase();
beforeEach(() => holdToday(WORLD_TODAY));
afterAll(() => holdToday(null));

const day = (session: Session) => reading(session, (scope) => myDay(scope, {}));

test("the first secretary sees one household overdue since October with the rule that asks, and the one done in the same group on the way", async () => {
  const mine = await day(await signIn(database, "first-secretary"));
  const { overdue, month, onTheWay } = dayOf(mine.dues);
  // 扎西次仁 was not visited in October and not since: overdue from the first of November.
  expect(overdue.map((due) => [due.headName, due.period, due.minCount, due.overdueDays])).toEqual([
    ["扎西次仁", "MONTH", 1, 25],
  ]);
  expect(month).toEqual([]);
  expect(onTheWay.map((due) => due.headName)).toEqual(["达瓦扎西"]);
  expect(mine.goal).toEqual({ done: 1, all: 2 });
});

test("what waits on the phone counts towards the goal: once a day, of this month, for whom it is still owed, and no call", async () => {
  const mine = await day(await signIn(database, "first-secretary"));
  const home = (name: string) => mine.dues.find((due) => due.headName === name)?.householdId ?? "";
  const [open, done] = [home("扎西次仁"), home("达瓦扎西")];
  const goal = (...waiting: [string, string, string?][]) =>
    goalWith(
      mine,
      waiting.map(([householdId, on, kind = "HOME"]) => ({ householdId, on, kind })),
      WORLD_TODAY,
    );
  expect(goal()).toEqual({ done: 1, all: 2 });
  expect(goal([open, "2026-11-25"], [open, "2026-11-25"])).toEqual({ done: 2, all: 2 });
  for (const none of [
    [done, "2026-11-25"],
    [open, "2026-10-31"],
    [open, "2026-11-25", "PHONE"],
    ["other", "2026-11-25"],
  ] as const)
    expect(goal([...none])).toEqual({ done: 1, all: 2 });
});

test("the first secretary also sees who in the village was not visited this quarter", async () => {
  const { village } = await day(await signIn(database, "first-secretary"));
  expect(village?.since).toBe("2026-10-01");
  expect(village?.rows.map((row) => row.headName)).toEqual(["扎西次仁"]);
  expect(village?.total).toBe(1);
  const helper = await day(await signIn(database, "paired-helper"));
  expect(helper.village).toBeNull();
});

test("a quarterly duty is due this quarter, and overdue in the next one if it was not done", async () => {
  const leader = await signIn(database, "county-admin");
  const [row] = await database.look<{ id: string }>("select id from person where name = '四郎旺堆'");
  await database.look("update account set person_id = $1 where username = 'county-admin'", [row?.id]);
  const now = dayOf((await day(leader)).dues);
  expect(now.quarter.map((due) => [due.headName, due.required, due.done])).toEqual([["尼玛顿珠", 1, 0]]);
  holdToday("2027-01-10");
  const later = dayOf((await day(leader)).dues);
  expect(later.overdue.map((due) => [due.headName, due.overdueDays])).toEqual([["尼玛顿珠", 10]]);
});

test("who has no households and no village sees an empty day", async () => {
  expect(await day(await signIn(database, "prefecture-viewer"))).toEqual({
    dues: [],
    goal: { done: 0, all: 0 },
    village: null,
  });
});

test("a household's head says by when it is to be visited again: the end of the running month or quarter, or that it was", async () => {
  const session = await signIn(database, "county-admin");
  const nextOf = async (name: string) => {
    const [row] = await database.look<{ id: string }>("select id from household where head_name = $1", [
      name,
    ]);
    return reading(session, (scope) => nextVisit(scope, { household: row?.id ?? "" }));
  };
  holdToday("2026-10-10");
  expect(await nextOf("扎西次仁")).toEqual({ state: "owed", byOn: "2026-10-31" });
  holdToday(WORLD_TODAY);
  expect(await nextOf("达瓦扎西")).toEqual({ state: "done" });
  await database.look(
    "update pairing set kind = 'LEADER_CONTACT' where household_id in (select id from household where head_name = '扎西次仁')",
  );
  expect(await nextOf("扎西次仁")).toEqual({ state: "owed", byOn: "2026-12-31" });
});

test("of several duties the one that ends first counts; none at all asks nothing", () => {
  const quarter = { required: 1, done: 0, byOn: "2026-12-31" };
  expect(nextVisitOf([quarter, { required: 1, done: 0, byOn: "2026-11-30" }])).toEqual({
    state: "owed",
    byOn: "2026-11-30",
  });
  expect(nextVisitOf([quarter, { required: 1, done: 1, byOn: "2026-11-30" }])).toEqual({
    state: "owed",
    byOn: "2026-12-31",
  });
  expect(nextVisitOf([{ required: 0, done: 0, byOn: "2026-11-30" }])).toEqual({ state: "free" });
  expect(nextVisitOf([])).toEqual({ state: "free" });
});

const duty = (more: Partial<Duty>): Duty => ({
  householdId: "h1",
  headName: "达瓦",
  divisionId: 8,
  place: "雪通村",
  groupName: "一组",
  status: "EXITED",
  kind: "FIRST_HELPER",
  fromOn: "2025-01-01",
  lastVisitOn: null,
  period: "MONTH",
  minCount: 1,
  required: 1,
  done: 0,
  before: { required: 1, done: 1 },
  visitedSince: false,
  ...more,
});
const due = (more: Partial<Duty>) =>
  dueOf(duty(more), "2026-11-01", "2026-10-01", (from) => daysBetween(from, WORLD_TODAY));

test("a visit this month heals what last month missed; a month that owes nothing asks nothing", () => {
  expect(due({ before: { required: 1, done: 0 } })).toMatchObject({ state: "overdue", overdueDays: 25 });
  expect(due({ before: { required: 1, done: 0 }, visitedSince: true, done: 1 }).state).toBe("done");
  expect(due({ required: 0, before: { required: 0, done: 0 } }).state).toBe("free");
  expect(due({ period: null, required: 0, before: { required: 0, done: 0 } }).state).toBe("free");
});

test("a household paired with me twice is one row, the one that presses; the month's goal still counts the monthly duty", () => {
  const dues = [
    due({ done: 1, visitedSince: true }),
    due({ kind: "LEADER_CONTACT", period: "QUARTER", before: { required: 1, done: 1 } }),
  ];
  expect(onePerHousehold(dues)).toMatchObject([{ kind: "LEADER_CONTACT", state: "due" }]);
  expect(goalOf(dues)).toEqual({ done: 1, all: 1 });
});

test("on the way are those of the same group who are not due themselves", () => {
  const dues = onePerHousehold([
    due({ householdId: "a" }),
    due({ householdId: "b", done: 1 }),
    due({ householdId: "c", done: 1, groupName: "二组" }),
    due({ householdId: "d", done: 1, divisionId: 9 }),
  ]);
  const { month, onTheWay, later } = dayOf(dues);
  expect(month.map((one) => one.householdId)).toEqual(["a"]);
  expect(onTheWay.map((one) => one.householdId)).toEqual(["b"]);
  expect(later.map((one) => one.householdId).sort()).toEqual(["c", "d"]);
});
