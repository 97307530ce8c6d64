// Where a household can be put: a list by township while one finds a village in it, the township first when there are too many.
import { afterAll, beforeAll, expect, test } from "vitest";
import { MOST_VILLAGES, villages } from "#lib/domains/households/queries/villages.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aDivision } from "#tests/build/division.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions } = world;
let admin: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  admin = await signIn(database, "prefecture-admin");
});
afterAll(() => holdToday(null));

const choose = (unit?: string) => reading(admin, (scope) => villages(scope, { unit }));

test("few villages stand in one list, those of a township beside each other", async () => {
  const { rows, townships } = await choose();
  expect(townships).toEqual([]);
  const order = rows.map((row) => row.above);
  expect(order).toEqual([...new Set(order)].flatMap((above) => order.filter((one) => one === above)));
});

test("too many villages ask for the township first, and a township then lists its own", async () => {
  for (let at = 0; at <= MOST_VILLAGES; at++)
    await aDivision(database, { parentId: divisions.renda.parentId });
  const all = await choose();
  expect(all.rows).toEqual([]);
  expect(all.townships).toContainEqual(expect.objectContaining({ id: divisions.renda.parentId }));
  const other = all.townships.find((one) => one.id !== divisions.renda.parentId);
  const { rows, townships } = await choose(String(other?.id));
  expect(townships).toEqual([]);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.above))).toEqual(new Set([other?.name]));
});
