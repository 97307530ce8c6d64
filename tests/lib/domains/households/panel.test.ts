// The registry at a glance: every number is that of the list which it opens, for a prefecture, a village and a helper alike.
import { afterAll, beforeAll, expect, test } from "vitest";
import { INCOME_BANDS } from "#lib/domains/households/income-band.ts";
import { listHouseholds } from "#lib/domains/households/queries/list-households.ts";
import { type Panel, REGISTERED, registryPanel } from "#lib/domains/households/queries/panel.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
beforeAll(() => holdToday(WORLD_TODAY));
afterAll(() => holdToday(null));

const { prefecture, chaya, jitang, laxi } = world.divisions;
const POOR = ["POOR", "PRE_EXIT", "RETURNED"];

async function look(username: string, unit?: number): Promise<Panel> {
  const session = await signIn(database, username);
  return reading(session, (scope) => registryPanel(scope, unit ? { unit: String(unit) } : {}));
}

test("the prefecture of the world: ten on the register, two of them poor, and on which side of the lines they stand", async () => {
  const panel = await look(world.accounts.organizer.username);
  expect(panel.all).toEqual({ households: 10, persons: 16 });
  expect(panel.byStatus).toEqual({
    EXITED: { households: 8, persons: 12 },
    RETURNED: { households: 1, persons: 2 },
    PRE_EXIT: { households: 1, persons: 2 },
  });
  expect(panel.paired).toBe(2);
  // 四郎卓玛 earns 7,900 a head: above the line of 察雅县 (4,300), below the monitoring line (8,000); 白玛措 told nothing.
  expect(Object.fromEntries(INCOME_BANDS.map((band) => [band, panel.bands[band].households]))).toEqual({
    below: 0,
    near: 1,
    above: 8,
    unknown: 1,
  });
  expect(
    panel.units.map(({ name, all, poor, returned, exited }) => [name, all, poor, returned, exited]),
  ).toEqual([
    ["察雅县", 7, 1, 1, 5],
    ["左贡县", 3, 0, 0, 3],
  ]);
});

test("a county's own line moves its households to the other side of it", async () => {
  await database.look(
    "update income_line set amount_fen = 1000000 where kind = 'POVERTY' and division_id = $1",
    [chaya.id],
  );
  const { bands, units } = await look(world.accounts.organizer.username);
  expect(bands.below.households, "四郎卓玛 with 7,900 and 尼玛顿珠 with 9,600").toBe(2);
  expect(units.map(({ name, below }) => [name, below])).toEqual([
    ["察雅县", 2],
    ["左贡县", 0],
  ]);
});

test.each([
  [world.accounts.organizer.username, prefecture.id],
  [world.accounts.countySecretary.username, chaya.id],
  [world.accounts.townshipCadre.username, jitang.id],
  [world.accounts.pairedHelper.username, undefined],
] as const)("%s: every number is as long as the list that it opens", async (username, unit) => {
  const session = await signIn(database, username);
  const panel = await look(username, unit);
  const total = (more: Parameters<typeof listHouseholds>[1]) =>
    reading(session, (scope) =>
      listHouseholds(scope, { ...(unit ? { unit: String(unit) } : {}), ...more }),
    ).then((list) => list.total);
  expect(panel.all.households).toBeGreaterThan(0);
  expect(await total({ statuses: [...REGISTERED] })).toBe(panel.all.households);
  for (const status of REGISTERED)
    expect(await total({ statuses: [status] }), status).toBe(panel.byStatus[status]?.households ?? 0);
  expect(await total({ statuses: POOR, paired: "yes" })).toBe(panel.paired);
  for (const { code, households } of panel.causes)
    if (code) expect(await total({ statuses: [...REGISTERED], causes: [code] }), code).toBe(households);
  for (const income of INCOME_BANDS)
    expect(await total({ statuses: [...REGISTERED], income }), income).toBe(panel.bands[income].households);
});

test("a village without anybody below it lists no units", async () => {
  const panel = await look(world.accounts.organizer.username, laxi.id);
  expect(panel.units).toEqual([]);
  expect(panel.all).toEqual({ households: 1, persons: 2 });
});
