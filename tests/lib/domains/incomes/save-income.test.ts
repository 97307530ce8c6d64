// What a person does with the income of a household: types it, accepts last year's, takes it back; the figure per head follows.
import { afterAll, beforeAll, expect, test } from "vitest";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { householdHistory } from "#lib/domains/households/queries/household-parts.ts";
import { saveIncome } from "#lib/domains/incomes/commands/save-income.ts";
import { dropLine, setLine } from "#lib/domains/incomes/commands/set-line.ts";
import { householdIncome } from "#lib/domains/incomes/queries/household-income.ts";
import { incomeLines } from "#lib/domains/incomes/queries/lines.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, households } = world;
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  for (const who of [
    "prefecture-admin",
    "county-admin",
    "other-county-admin",
    "village-cadre",
    "first-secretary",
  ])
    sessions[who] = await signIn(database, who);
});
afterAll(() => holdToday(null));

const look = (who: string, id: string, year: number | null = null) =>
  reading(as(who), (scope) => householdIncome(scope, { id, year }));
const file = (id: string) => reading(as("village-cadre"), (scope) => getHousehold(scope, { id }));
const items = async (id: string, year = 2026) =>
  Object.fromEntries((await look("village-cadre", id, year)).now.map(({ code, fen }) => [code, fen]));

test("last year's figures stand beside the fields and count only once accepted; the figure per head follows", async () => {
  const { id } = households.dawa;
  const before = await look("village-cadre", id);
  expect(before).toMatchObject({
    year: 2026,
    memberCount: 4,
    perHeadFen: 1_680_000n,
    povertyFen: 430_000n,
    monitoringFen: 800_000n,
  });
  expect(before.now).toEqual([]);
  expect(before.last).toHaveLength(4);

  await saveIncome(as("village-cadre"), {
    id,
    was: "{}",
    accept: ["WAGE.WAGES", "BUSINESS.OPERATIONS"],
    "BUSINESS.OPERATIONS": "4万",
    "BUSINESS.FUNGUS": "",
    "TRANSFER.ECO_COMPENSATION": "3500",
    "COST.OPERATING_COST": "0",
  });
  expect(await items(id)).toEqual({
    "WAGE.WAGES": 3_000_000n,
    "BUSINESS.OPERATIONS": 4_000_000n,
    "TRANSFER.ECO_COMPENSATION": 350_000n,
    "COST.OPERATING_COST": 0n,
  });
  expect((await file(id)).incomePerHeadFen).toBe(1_837_500n);
  expect((await look("village-cadre", id)).perHeadFen).toBe(1_837_500n);
  // Last year stays as it was.
  expect((await look("village-cadre", id, 2025)).perHeadFen).toBe(1_680_000n);
});

test("a member more shares the same income at once, in the open year alone; a figure typed besides does not stand", async () => {
  const { id } = households.dawa;
  await database.look("update household_year set member_count = 5 where household_id = $1 and year = 2026", [
    id,
  ]);
  await database.look("update household set member_count = 5, income_per_head_fen = 1 where id = $1", [id]);
  expect((await file(id)).incomePerHeadFen).toBe(1_470_000n);
  expect((await look("village-cadre", id)).perHeadFen).toBe(1_470_000n);
  expect((await look("village-cadre", id, 2025)).perHeadFen).toBe(1_680_000n);
  await database.look("update household_year set member_count = 4 where household_id = $1 and year = 2026", [
    id,
  ]);
  await database.look("update household set member_count = 4 where id = $1", [id]);
  expect((await file(id)).incomePerHeadFen).toBe(1_837_500n);
});

test("what somebody else typed meanwhile is not overwritten before it was seen; who changed each source is kept", async () => {
  const { id } = households.dawa;
  await saveIncome(as("county-admin"), { id, was: '{"WAGE.WAGES":"30000"}', "WAGE.WAGES": "31000" });
  const late = { id, was: '{"WAGE.WAGES":"30000"}', "WAGE.WAGES": "32000" };
  await expect(saveIncome(as("village-cadre"), late)).rejects.toMatchObject({
    code: "conflict",
    fields: { "WAGE.WAGES": [{ values: { name: expect.stringMatching(/./) } }] },
  });
  expect((await items(id))["WAGE.WAGES"]).toBe(3_100_000n);
  await saveIncome(as("village-cadre"), { ...late, overwrite: "yes" });
  const history = await reading(as("village-cadre"), (scope) => householdHistory(scope, { id }));
  expect(
    history.filter(({ field }) => field === "income.WAGE.WAGES").map(({ old, new: now }) => [old, now]),
  ).toEqual([
    ["31000", "32000"],
    ["30000", "31000"],
    [null, "30000"],
  ]);
});

test("the last source taken back leaves the figure per head unsaid, never nothing", async () => {
  const { id } = households.dawa;
  const was = Object.fromEntries(Object.keys(await items(id)).map((code) => [code, "x"]));
  const empty = Object.fromEntries(Object.keys(was).map((code) => [code, ""]));
  await saveIncome(as("village-cadre"), { id, was: JSON.stringify(was), ...empty, overwrite: "yes" });
  expect(await items(id)).toEqual({});
  expect((await file(id)).incomePerHeadFen).toBeNull();
});

test("a sum that is none, and a source that is none, are said beside their fields; strangers find nothing, viewers are refused", async () => {
  const { id } = households.dawa;
  const wrong = { id, was: "{}", "WAGE.WAGES": "很多", "WAGE.GOLD": "1" };
  await expect(saveIncome(as("village-cadre"), wrong)).rejects.toMatchObject({
    fields: { "WAGE.WAGES": [{ key: "income.amount" }], "WAGE.GOLD": [{ key: "unknownField" }] },
  });
  const right = { id, was: "{}", "WAGE.WAGES": "1" };
  await expect(saveIncome(as("first-secretary"), right)).rejects.toMatchObject({ code: "refused" });
  await expect(saveIncome(as("other-county-admin"), right)).rejects.toMatchObject({ code: "not-found" });
  await expect(look("other-county-admin", id)).rejects.toMatchObject({ code: "not-found" });
});

test("the office sets a line with its paper, is asked before it changes one, and takes one down", async () => {
  const line = {
    kind: "POVERTY",
    year: "2026",
    divisionId: String(divisions.zuogong.id),
    amount: "4500",
    docNo: "昌扶发〔2026〕9号",
  };
  await setLine(as("prefecture-admin"), line);
  const there = await look("other-county-admin", households.tsering.id);
  expect(there.povertyFen).toBe(450_000n);
  await expect(setLine(as("prefecture-admin"), { ...line, amount: "4600" })).rejects.toMatchObject({
    code: "conflict",
  });
  await setLine(as("prefecture-admin"), { ...line, amount: "4600", overwrite: "yes" });
  await expect(setLine(as("prefecture-admin"), { ...line, amount: "0" })).rejects.toMatchObject({
    fields: { amount: [{ key: "income.line" }] },
  });
  await expect(setLine(as("county-admin"), line)).rejects.toMatchObject({ code: "refused" });
  const { kind, year, divisionId } = line;
  await dropLine(as("prefecture-admin"), { kind, year, divisionId });
  // The prefecture's line holds again.
  expect((await look("other-county-admin", households.tsering.id)).povertyFen).toBe(410_000n);
  const { lines } = await reading(as("prefecture-admin"), (scope) => incomeLines(scope, {}));
  expect(lines.map((one) => [one.year, one.place, one.amountFen])).toContainEqual([2026, "察雅县", 430_000n]);
});

test("after the freeze income is not written, and the refusal says that a correction can be asked for", async () => {
  const { id } = households.dawa;
  await database.look(
    "insert into adjustment_campaign (year, division_id, opens_on, closes_on, frozen_on) values (2026, $1, '2026-01-01', '2026-02-01', '2026-02-02')",
    [divisions.prefecture.id],
  );
  const change = { id, was: "{}", "WAGE.WAGES": "777" };
  await expect(saveIncome(as("county-admin"), change)).rejects.toMatchObject({
    words: { key: "registry.frozen", values: { year: 2026, day: "2026-02-02" } },
  });
});
