// Households without a helper: the days as scenario 4 counts them, the days to name the next, and the same households as the indicator.
import { afterEach, beforeAll, expect, test } from "vitest";
import { replacePairing } from "#lib/domains/pairings/commands/end.ts";
import { pairHousehold } from "#lib/domains/pairings/commands/pair.ts";
import { uncoveredFilterOf } from "#lib/domains/pairings/input.ts";
import { listPairings, pairingsOfHousehold } from "#lib/domains/pairings/queries/list-pairings.ts";
import { listUncovered } from "#lib/domains/pairings/queries/uncovered.ts";
import { setSetting } from "#lib/domains/settings/commands/change-setting.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, people } = world;
let county: Session;
let admin: Session;

beforeAll(async () => {
  county = await signIn(database, "county-admin");
  admin = await signIn(database, "prefecture-admin");
});
afterEach(() => holdToday(null));

const asked = (search = "") => uncoveredFilterOf(new URLSearchParams(search));
const uncovered = (search = "", session = county) =>
  reading(session, (scope) => listUncovered(scope, asked(search)));
const rowOf = async (id: string, search = "") => (await uncovered(search)).rows.find((row) => row.id === id);
const first = (householdId: string, helperId: string, fromOn: string) => ({
  ...{ householdId, helperId, fromOn, kind: "FIRST_HELPER", overCap: "yes" },
});
const home = (headName: string) => aHousehold(database, { divisionId: divisions.xuetong.id, headName });

test("scenario 4: the helper retires on 15 March and the next begins on the 20th; on the 17th the household is uncovered, five days in all", async () => {
  const made = await home("朗杰");
  holdToday("2026-03-17");
  const { ids } = await pairHousehold(county, first(made.id, people.firstSecretary.id, "2025-06-01"));
  expect(await rowOf(made.id)).toBeUndefined();
  const leaving = { id: ids[0], toOn: "2026-03-15", reason: "RETIRED" };
  await replacePairing(county, {
    ...{ ...leaving, fromOn: "2026-03-20", helperId: people.villageCadre.id, overCap: "yes" },
  });
  expect(await rowOf(made.id)).toMatchObject({
    state: "within",
    since: "2026-03-15",
    days: 3,
    lastId: ids[0],
    lastHelper: "邓增罗布",
    endReason: "RETIRED",
    nextHelper: "贡布扎西",
    nextOn: "2026-03-20",
  });
  holdToday("2026-03-19");
  expect((await rowOf(made.id))?.days).toBe(5);
  holdToday("2026-03-20");
  expect(await rowOf(made.id)).toBeUndefined();
  const history = await reading(county, (scope) => pairingsOfHousehold(scope, { household: made.id }));
  expect(history.map((row) => [row.helperName, row.fromOn, row.toOn])).toEqual([
    ["贡布扎西", "2026-03-20", null],
    ["邓增罗布", "2025-06-01", "2026-03-15"],
  ]);
  const [paired] = await database.look<{ paired: boolean }>(
    "select paired from fact_households('2026-03-17') where household_id = $1",
    [made.id],
  );
  expect(paired?.paired).toBe(false);
});

test("a unit has the hand-over days to name the next; they are a setting of the county's own", async () => {
  const late = await home("索朗");
  const never = await home("桑姆");
  const gone = (toOn: string) =>
    aPairing(database, {
      ...{
        household: late,
        helper: people.villageCadre,
        fromOn: "2025-01-01",
        toOn,
        endReason: "TRANSFERRED",
      },
    });
  holdToday(WORLD_TODAY);
  await gone("2026-11-12");
  // The 12th is the first day without, the 26th the fifteenth.
  holdToday("2026-11-26");
  expect(await rowOf(late.id)).toMatchObject({ state: "within", days: 15 });
  expect(await rowOf(late.id, "f.state=within")).toBeDefined();
  holdToday("2026-11-27");
  expect(await rowOf(late.id)).toMatchObject({ state: "late", days: 16 });
  expect(await rowOf(never.id)).toMatchObject({ state: "never", lastHelper: null, lastId: null });
  expect(await rowOf(late.id, "f.state=within")).toBeUndefined();
  holdToday(WORLD_TODAY);
  await setSetting(admin, {
    ...{ key: "hand-over-days", value: "5", unit: String(divisions.chaya.id), fromOn: WORLD_TODAY },
  });
  expect(await rowOf(late.id)).toMatchObject({ state: "late" });
  await expect(
    setSetting(admin, { key: "hand-over-days", value: "181", fromOn: WORLD_TODAY }),
  ).rejects.toMatchObject({ fields: { value: [{ key: "settings.number" }] } });
});

test("the list, its three kinds, the tab and the indicator speak of the same households", async () => {
  holdToday(WORLD_TODAY);
  for (const session of [county, admin]) {
    const all = await uncovered("", session);
    const { late, within, never } = all.counts;
    expect(late + within + never).toBe(all.total);
    expect(all.rows.length).toBe(Math.min(all.total, 50));
    for (const state of ["late", "within", "never"] as const)
      expect((await uncovered(`f.state=${state}`, session)).total).toBe(all.counts[state]);
    const list = await reading(session, (scope) => listPairings(scope, {}));
    expect(list.uncovered).toBe(all.total);
    const [fact] = await database.look<{ n: number }>(
      `select count(*)::int as n from fact_households($1) f join division_closure c on c.node_id = f.division_id and c.to_on is null
       where not paired and c.ancestor_id = $2`,
      [WORLD_TODAY, all.place.unit.id],
    );
    expect(all.total).toBe(fact?.n);
    const days = all.rows.map((row) => row.days ?? 0);
    expect(days).toEqual([...days].sort((a, b) => b - a));
  }
});
