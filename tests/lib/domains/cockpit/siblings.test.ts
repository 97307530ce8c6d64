// A unit among its siblings: its place and how many they are; of a sibling out of reach nothing that stands on fewer than five cases.
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewCockpit, viewItem } from "#lib/domains/cockpit/queries.ts";
import { type Sibling, siblingsSql } from "#lib/domains/cockpit/siblings.ts";
import { INDICATORS } from "#lib/indicators/catalog.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, accounts } = world;
const JUNE = "2026-06";
/** R2.1 of the world's siblings in a month of which nothing else is kept: part and whole. */
const PLANTED: [place: keyof typeof divisions, part: number, whole: number][] = [
  ["chaya", 60, 80],
  ["zuogong", 90, 100],
  ["jitang", 30, 40],
  ["xiangdui", 30, 40],
];

const plant = (id: number, part: number, whole: number, indicator = "R2.1", period = JUNE) =>
  database.look(
    `insert into rollup (indicator, division_id, period, numerator, denominator, as_of) values ($1, $2, $3, $4, $5, ($3 || '-28')::date)
     on conflict (indicator, division_id, period) do update set numerator = excluded.numerator, denominator = excluded.denominator`,
    [indicator, id, period, part, whole],
  );

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  await database.look("delete from rollup where period = any ($1)", [["2026-05", JUNE]]);
  for (const [place, part, whole] of PLANTED) await plant(divisions[place].id, part, whole);
  // The month before, 察雅 stood first.
  await plant(divisions.chaya.id, 79, 80, "R2.1", "2026-05");
  await plant(divisions.zuogong.id, 90, 100, "R2.1", "2026-05");
});
afterAll(() => holdToday(null));

const board = async (username: string, unit: { id: number }) =>
  reading(await signIn(database, username), (scope) => viewCockpit(scope, { u: String(unit.id), p: JUNE }));
const placeOf = async (username: string, unit: { id: number }) =>
  (await board(username, unit)).own.find(({ indicator }) => indicator.id === "R2.1")?.place;

const siblings = async (username: string, unit: { id: number }, indicator = "R2.1") =>
  reading(
    await signIn(database, username),
    (scope) =>
      scope.sql<Sibling>`${siblingsSql({
        unit: unit.id,
        indicators: INDICATORS.filter(({ id }) => id === indicator),
        periods: [JUNE],
        today: scope.today,
      })}`,
  );

test("a county sees its place among the counties, also one that does not reach the others", async () => {
  expect(await placeOf(accounts.countySecretary.username, divisions.chaya)).toEqual({
    place: 2,
    among: 2,
    tied: 1,
    before: 1,
  });
  expect(await placeOf(accounts.leader.username, divisions.zuogong)).toMatchObject({ place: 1, among: 2 });
});

test("townships share a place where they are level; prefecture and villages have none", async () => {
  expect(await placeOf(accounts.townshipCadre.username, divisions.jitang)).toMatchObject({
    place: 1,
    among: 2,
    tied: 2,
  });
  expect(await placeOf(accounts.leader.username, divisions.prefecture)).toBeNull();
  expect(await placeOf(accounts.leader.username, divisions.xuetong)).toBeNull();
});

test("less is better for a sum: the county with fewer days without a secretary stands first", async () => {
  await plant(divisions.chaya.id, 40, 10, "F2.2");
  await plant(divisions.zuogong.id, 10, 10, "F2.2");
  const view = await reading(await signIn(database, accounts.countySecretary.username), (scope) =>
    viewItem(scope, { item: "F2", u: String(divisions.chaya.id), p: JUNE }),
  );
  expect(view.own.find(({ indicator }) => indicator.id === "F2.2")?.place).toMatchObject({
    place: 2,
    among: 2,
  });
});

test.each([
  [90, 100, true],
  [3, 4, false],
  [4, 100, false],
  [97, 100, false],
  [100, 100, true],
  [0, 100, true],
])("of a sibling out of reach %i of %i is told: %s", async (part, whole, told) => {
  await plant(divisions.zuogong.id, part, whole);
  const [other] = (await siblings(accounts.countySecretary.username, divisions.chaya)).filter(
    ({ id }) => id === divisions.zuogong.id,
  );
  expect(other).toMatchObject(told ? { part, whole } : { part: null, whole: null });
  // Who reaches it sees it as it is.
  const [seen] = (await siblings(accounts.leader.username, divisions.chaya)).filter(
    ({ id }) => id === divisions.zuogong.id,
  );
  expect(seen).toMatchObject({ part, whole });
});

test("of units that one does not reach the siblings are not told either", async () => {
  expect(await siblings(accounts.countySecretary.username, divisions.zuogong)).toEqual([]);
  expect(await siblings(accounts.townshipCadre.username, divisions.chaya)).toEqual([]);
  expect(await siblings(accounts.auditor.username, divisions.chaya)).toEqual([]);
});
