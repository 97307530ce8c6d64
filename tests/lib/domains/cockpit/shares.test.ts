// The number of 100 is divided in one go: a row per county, each share a target that the county sees, and the audit knows.
import { afterAll, beforeAll, expect, test } from "vitest";
import { divideTarget } from "#lib/domains/cockpit/commands/divide-target.ts";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { viewShares } from "#lib/domains/cockpit/share-queries.ts";
import { talentOverview } from "#lib/domains/talent/queries/overview.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions: at, accounts } = world;
let city: Session;
let county: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  city = await signIn(database, accounts.organizer.username);
  county = await signIn(database, accounts.countyAdmin.username);
});
afterAll(() => holdToday(null));

const divide = (session: Session, shares: [{ id: number }, string][], more: Record<string, string> = {}) =>
  divideTarget(session, {
    ...{ indicator: "F3.1", unit: String(at.prefecture.id), year: "2026", ...more },
    ...Object.fromEntries(shares.map(([unit, told]) => [`share-${unit.id}`, told])),
  });
const shares = (session: Session, unit: { id: number } = at.prefecture, year = "2026") =>
  reading(session, (scope) => viewShares(scope, { indicator: "F3.1", u: String(unit.id), year }));
const given = async () =>
  Object.fromEntries((await shares(city)).below.map(({ name, target }) => [name, target]));

test("the city gives the whole and every county its share at once, and each is a target that is told", async () => {
  const before = await shares(city);
  expect(before).toMatchObject({ own: null, mayDivide: true, maySetOwn: true });
  expect(before.below.every(({ target }) => target === null)).toBe(true);
  const result = await divide(
    city,
    [
      [at.chaya, " ６０ "],
      [at.zuogong, "40"],
    ],
    { count: "100" },
  );
  expect(result).toMatchObject({ changed: 2, divided: 100 });
  expect((await shares(city)).own).toBe(100);
  expect(await given()).toMatchObject({ 察雅县: 60, 左贡县: 40 });
  const told = await database.look<{ verb: string; facts: object }>(
    "select verb, facts from audit_event where verb like 'target.%' order by id",
  );
  expect(told.map(({ verb }) => verb)).toEqual([
    ...["target.set", "target.set", "target.set", "target.divided"],
  ]);
  expect(told.at(-1)?.facts).toMatchObject({ year: 2026, changed: 2, divided: 100 });
});

test("a county sees its own share, where it sends from and where it divides on", async () => {
  const own = await shares(county, at.chaya);
  expect(own).toMatchObject({ own: 60, maySetOwn: false, mayDivide: true });
  const overview = await reading(county, (scope) => talentOverview(scope, { unit: String(at.chaya.id) }));
  expect(overview.target).toBe(60);
  await expect(shares(county)).rejects.toMatchObject({ code: "not-found" });
});

test("an emptied field takes the share back, another year stands by itself, and what did not change is not told", async () => {
  const [{ n: before } = { n: 0 }] = await database.look<{ n: number }>(
    "select count(*)::int as n from change where entity = 'target'",
  );
  expect(
    await divide(city, [
      [at.chaya, "60"],
      [at.zuogong, ""],
    ]),
  ).toMatchObject({ changed: 1, divided: 60 });
  expect(await given()).toMatchObject({ 察雅县: 60, 左贡县: null });
  const changed = await database.look<{ old: string; new: string | null }>(
    "select old, new from change where entity = 'target' order by id offset $1",
    [before],
  );
  expect(changed).toEqual([{ old: "40", new: null }]);
  expect((await shares(city, at.prefecture, "2027")).below.every(({ target }) => target === null)).toBe(true);
});

test("every wrong row is told beside its field, and nothing of the form is kept", async () => {
  await expect(
    divide(city, [
      [at.chaya, "十"],
      [at.zuogong, "-1"],
    ]),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: { [`share-${at.chaya.id}`]: expect.anything(), [`share-${at.zuogong.id}`]: expect.anything() },
  });
  expect(await given()).toMatchObject({ 察雅县: 60, 左贡县: null });
});

test("shares are set for all units below at once, weighed by their cases, and a rule fills them before they are saved", async () => {
  const about = { indicator: "R2.1", u: String(at.prefecture.id), year: "2026" };
  const look = (more: Record<string, string> = {}) =>
    reading(city, (scope) => viewShares(scope, { ...about, ...more }));
  await divide(city, [[at.chaya, "97.5%"]], { indicator: "R2.1", percent: "95", why: "昌党办〔2026〕3号" });
  const told = await look();
  const chaya = told.below.find(({ id }) => id === at.chaya.id)!;
  const others = told.below.filter(({ id }) => id !== at.chaya.id);
  const rest = others.reduce((sum, { figure }) => sum + figure.whole, 0);
  const together = Math.round((9750 * chaya.figure.whole + 9500 * rest) / (chaya.figure.whole + rest));
  expect(told.cascade).toMatchObject({ set: 1, together, gap: together - 9500 });
  expect(told.history).toMatchObject([{ value: "9500", why: "昌党办〔2026〕3号" }]);
  expect((await look({ fill: "even" })).filled).toEqual(told.below.map(() => 9500));
  expect((await look({ fill: "last" })).filled).toBeNull();
  await expect(divide(city, [[at.chaya, "120"]], { indicator: "R2.1" })).rejects.toMatchObject({
    code: "invalid",
    fields: { [`share-${at.chaya.id}`]: [{ key: "target.percent" }] },
  });
  const teachers = await reading(city, (scope) =>
    viewShares(scope, { ...about, indicator: "F3.1", fill: "base" }),
  );
  expect(teachers.filled?.reduce((sum, one) => sum + one, 0)).toBe(100);
});

test("only a scored one is divided, among the units right below, by whoever sets their targets", async () => {
  await expect(divide(county, [[at.chaya, "90"]])).rejects.toMatchObject({ code: "not-found" });
  await expect(divide(city, [[at.jitang, "5"]])).rejects.toMatchObject({ code: "not-found" });
  await expect(divide(city, [[at.chaya, "5"]], { indicator: "F3.6" })).rejects.toMatchObject({
    code: "invalid",
  });
  const inCounty = { unit: String(at.chaya.id) };
  expect(await divide(county, [[at.jitang, "5"]], inCounty)).toMatchObject({ changed: 1, divided: 5 });
  await expect(divide(county, [], { ...inCounty, count: "1" })).rejects.toMatchObject({ code: "refused" });
  const leader = await signIn(database, accounts.leader.username);
  await expect(divide(leader, [[at.chaya, "1"]])).rejects.toMatchObject({ code: "refused" });
  expect(await shares(leader)).toMatchObject({ mayDivide: false, own: 100 });
  await setTarget(city, { indicator: "F3.1", unit: at.chaya.id, year: 2026, count: "61" });
  expect((await given()).察雅县).toBe(61);
});
