// Shares of two sums, and who lives where he moved: they begin when they can, follow every deed, folded or not, and open the rows that make them up.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { viewItem, viewRows } from "#lib/domains/cockpit/queries.ts";
import { checkRelocation } from "#lib/domains/households/commands/relocation.ts";
import { confirmFinding } from "#lib/domains/quality/commands/confirm.ts";
import { qualityOverview } from "#lib/domains/quality/queries/overview.ts";
import { checkQuality } from "#lib/domains/quality/ticks.ts";
import { setSetting } from "#lib/domains/settings/commands/change-setting.ts";
import { foldMarks, rebuildAll } from "#lib/indicators/fold.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { prefecture, chaya, xuetong, laxi, renda } = world.divisions;
let jobs: pg.Pool;
let admin: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  jobs = openJobPool(database.job);
  admin = await signIn(database, world.accounts.organizer.username);
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const behind = (indicator: string, u: number, part: "all" | "missing" | "met" = "all", p = "2026-11") =>
  reading(admin, (scope) => viewRows(scope, { indicator, u: String(u), p, part }));
const figure = async (indicator: string, u: number = prefecture.id, p = "2026-11") => {
  const { part, whole } = (await behind(indicator, u, "all", p)).figure;
  return `${part}/${whole}`;
};
/** The same before the fold and after it, and after everything is counted anew. */
async function stays(indicator: string, u: number, said: string) {
  expect(await figure(indicator, u), "before the fold").toBe(said);
  await foldMarks(jobs);
  expect(await figure(indicator, u), "after it").toBe(said);
}

test("files that nobody looked over have no rate; the first look gives every place one, and months before stay without", async () => {
  expect(await figure("M4.5")).toBe("0/0");
  expect(await checkQuality(jobs)).toBeGreaterThan(0);
  const { whole } = await reading(admin, (scope) => qualityOverview(scope, {}));
  const open = whole.errors + whole.warnings;
  expect(open).toBeGreaterThan(0);
  await stays("M4.5", prefecture.id, `${open}/${whole.households + whole.persons}`);
  for (const place of [chaya, xuetong, laxi]) {
    const told = await reading(admin, (scope) => qualityOverview(scope, { unit: String(place.id) }));
    const { errors, warnings, households, persons } = told.whole;
    await stays("M4.5", place.id, `${errors + warnings}/${households + persons}`);
  }
  expect(await figure("M4.5", renda.id), "nobody lives there").toBe("0/0");
  expect(await figure("M4.5", prefecture.id, "2026-10")).toBe("0/0");
  const folded = await figure("M4.5");
  await rebuildAll(jobs);
  expect(await figure("M4.5")).toBe(folded);
});

test("its rows are the households, and what each adds makes up the number", async () => {
  const all = await behind("M4.5", chaya.id);
  const sums = all.rows.reduce(
    (so, { adds, among }) => [so[0]! + (adds ?? 0), so[1]! + (among ?? 0)],
    [0, 0],
  );
  expect(sums).toEqual([all.figure.part, all.figure.whole]);
  const missing = await behind("M4.5", chaya.id, "missing");
  expect(missing.rows).toHaveLength(missing.counts.missing);
  expect(missing.rows.every(({ adds }) => (adds ?? 0) > 0)).toBe(true);
});

test("a doubt that is confirmed as true is no doubt any more", async () => {
  const before = (await behind("M4.5", laxi.id)).figure;
  const [finding] = await database.look<{ id: string; detail: string }>(
    "select id, detail from quality_finding where division_id = $1 and gone_on is null and severity = 'WARN' order by id limit 1",
    [laxi.id],
  );
  const township = await signIn(database, world.accounts.countyAdmin.username);
  await confirmFinding(township, { ...finding!, note: "入户核实属实" });
  await stays("M4.5", laxi.id, `${before.part - 1}/${before.whole}`);
});

test("the incidence counts the poor of villages that told their people, by the year that the office names", async () => {
  expect(await figure("M4.2")).toBe("2/115");
  const rows = await behind("M4.2", prefecture.id);
  expect(rows.villages?.map(({ name, adds, among }) => `${name} ${adds}/${among}`)).toEqual([
    "拉西村 2/40",
    "达布村 0/20",
    "列达村 0/25",
    "东达村 0/30",
  ]);
  await setSetting(admin, { key: "population-year", value: "2024", fromOn: WORLD_TODAY });
  await stays("M4.2", prefecture.id, "0/27");
  expect(await figure("M4.2", laxi.id), "it told none of that year").toBe("0/0");
  await database.look("update setting set value = '0' where key = 'population-year'");
  await stays("M4.2", prefecture.id, "2/115");
  await database.look("update household_year set member_count = 5 where household_id = $1 and year = 2026", [
    world.households.nima.id,
  ]);
  await stays("M4.2", laxi.id, "5/40");
  await database.look("update village_year set population = 50 where division_id = $1", [laxi.id]);
  await stays("M4.2", chaya.id, "5/70");
});

test("its target is a share that it may reach at most: at it ●, a little over ▲, beyond ■", async () => {
  const light = async () => {
    const { own } = await reading(admin, (scope) => viewItem(scope, { item: "M4", p: "2026-11" }));
    const cell = own.find(({ indicator }) => indicator.id === "M4.2");
    return `${cell?.light} ${cell?.short}`;
  };
  const reach = (percent: string) =>
    setTarget(admin, { indicator: "M4.2", unit: prefecture.id, year: 2026, percent });
  expect(await figure("M4.2")).toBe("5/125");
  await reach("4");
  expect(await light()).toBe("ok 0");
  await reach("3.7");
  expect(await light()).toBe("watch 1");
  await reach("2");
  expect(await light()).toBe("behind 3");
  await setTarget(admin, { indicator: "M4.5", unit: prefecture.id, year: 2026, percent: "5.5" });
  const [kept] = await database.look<{ value: string }>("select value from target where indicator = 'M4.5'");
  expect(Number(kept?.value), "5.5‰ in basis points").toBe(55);
});

test("a family that is found elsewhere leaves the part, and opens among those that do not live there", async () => {
  expect(await figure("R1.6")).toBe("1/2");
  const officer = await signIn(database, world.accounts.otherCountyAdmin.username);
  await checkRelocation(officer, { id: world.households.dorje.id, on: "2026-11-24", living: "no", note: "" });
  await stays("R1.6", prefecture.id, "0/2");
  const { rows } = await behind("R1.6", prefecture.id, "missing");
  expect(rows.map(({ householdId }) => householdId).sort()).toEqual(
    [world.households.dorje.id, world.households.tsering.id].sort(),
  );
  await database.look("update relocation_check set withdrawn_at = now() where checked_on = '2026-11-24'");
  await stays("R1.6", prefecture.id, "1/2");
});
