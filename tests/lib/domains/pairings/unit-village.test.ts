// A unit takes a village, leaves it with a reason and is followed by another: what was stays, and no household counts as paired by it.
import { afterEach, beforeAll, expect, test } from "vitest";
import {
  endUnit,
  replaceUnit,
  takeVillage,
  withdrawUnit,
} from "#lib/domains/pairings/commands/unit-village.ts";
import { listUncovered } from "#lib/domains/pairings/queries/uncovered.ts";
import {
  getUnitVillage,
  listUnitVillages,
  unitsOfVillage,
  villagesOfOrg,
} from "#lib/domains/pairings/queries/unit-villages.ts";
import { villageFilterOf } from "#lib/domains/pairings/unit-village-input.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, partyOrgs } = world;
let county: Session;
let township: Session;
let other: Session;

beforeAll(async () => {
  county = await signIn(database, "county-admin");
  township = await signIn(database, "township-admin");
  other = await signIn(database, "other-county-admin");
});
afterEach(() => holdToday(null));

const list = (session: Session, search = "") =>
  reading(session, (scope) => listUnitVillages(scope, villageFilterOf(new URLSearchParams(search))));
const history = (session: Session, village: { id: number }) =>
  reading(session, (scope) => unitsOfVillage(scope, { unit: String(village.id) }));
const water = { unit: "察雅县水利局", contact: "旦增 副局长" };

test("a unit has a village from a day on; the next one follows, and the history keeps both", async () => {
  holdToday(WORLD_TODAY);
  const before = (await list(county)).counts;
  const bare = async () => (await reading(county, (scope) => listUncovered(scope, {}))).counts;
  const uncovered = await bare();
  const { id } = await takeVillage(county, {
    ...{ divisionId: divisions.dabu.id, ...water, orgId: String(partyOrgs.chaya.id), fromOn: "2024-03-01" },
  });
  expect((await list(county)).counts).toEqual({ ...before, taken: before.taken + 1, free: before.free - 1 });
  // 单位包村 is no pairing of a household.
  expect(await bare()).toEqual(uncovered);
  // The same unit twice on the same days is one too many; another beside it is not.
  await expect(
    takeVillage(county, { divisionId: divisions.dabu.id, unit: water.unit, fromOn: "2026-01-01" }),
  ).rejects.toMatchObject({ words: { key: "pairing.unitAlready" } });
  const { next } = await replaceUnit(county, {
    ...{ id, version: 1, toOn: "2026-10-08", reason: "ROTATED", unit: "察雅县教育局", fromOn: "2026-10-20" },
  });
  expect(await history(township, divisions.dabu)).toMatchObject([
    { id: next, unit: "察雅县教育局", fromOn: "2026-10-20", toOn: null },
    {
      id,
      ...water,
      orgName: partyOrgs.chaya.name,
      fromOn: "2024-03-01",
      toOn: "2026-10-08",
      endReason: "ROTATED",
    },
  ]);
  expect(
    await reading(township, (scope) => villagesOfOrg(scope, { orgId: partyOrgs.chaya.id })),
  ).toMatchObject([{ id, village: "达布村", above: "吉塘镇" }]);
  expect((await list(county, "q=教育局")).rows.map(({ name }) => name)).toEqual(["达布村"]);
  expect((await list(county, "q=水利局")).rows).toEqual([]);
});

test("days agree, an ended one is not ended again, and what changed meanwhile is said", async () => {
  holdToday(WORLD_TODAY);
  const divisionId = divisions.laxi.id;
  const { id } = await takeVillage(county, { divisionId, unit: "察雅县司法局", fromOn: "2026-02-01" });
  const ending = { id, version: 1, reason: "TERM_OVER", toOn: "2026-02-01" };
  await expect(endUnit(county, ending)).rejects.toMatchObject({
    words: { key: "pairing.endsBeforeItBegins" },
  });
  await expect(
    replaceUnit(county, { ...ending, toOn: "2026-06-01", fromOn: "2026-05-31", unit: "察雅县文化局" }),
  ).rejects.toMatchObject({ words: { key: "pairing.successorTooEarly" } });
  expect(await history(county, divisions.laxi)).toMatchObject([{ id, toOn: null }]);
  await endUnit(county, { ...ending, toOn: "2026-06-01" });
  await expect(endUnit(county, { ...ending, toOn: "2026-07-01" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(endUnit(county, { ...ending, version: 2, toOn: "2026-07-01" })).rejects.toMatchObject({
    words: { key: "pairing.endedAlready" },
  });
  expect((await list(county, "f.show=free")).rows.map(({ name }) => name)).toContain("拉西村");
});

test("who entered it today takes it back as if it had never been; nobody reaches another county's", async () => {
  const { id } = await takeVillage(township, {
    ...{ divisionId: divisions.xuetong.id, unit: "吉塘镇人民政府", fromOn: "2026-01-01" },
  });
  await expect(withdrawUnit(county, { id })).rejects.toMatchObject({
    words: { key: "pairing.withdrawToday" },
  });
  for (const ask of [
    () => withdrawUnit(other, { id }),
    () => reading(other, (scope) => getUnitVillage(scope, { id })),
    () =>
      takeVillage(other, { divisionId: divisions.xuetong.id, unit: "左贡县水利局", fromOn: "2026-01-01" }),
    () => takeVillage(township, { divisionId: divisions.jitang.id, unit: "某局某科", fromOn: "2026-01-01" }),
  ])
    await expect(ask()).rejects.toMatchObject({ code: "not-found" });
  expect(await history(other, divisions.xuetong)).toEqual([]);
  await withdrawUnit(township, { id });
  expect(await history(township, divisions.xuetong)).toEqual([]);
});
