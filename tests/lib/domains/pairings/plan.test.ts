// Plans of pairings: made from a list and rules, changed line by line, planned anew after a change, carried out whole or not at all, taken back.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { carryOutPlan, takeBackPlan } from "#lib/domains/pairings/commands/carry-out.ts";
import { endPairing } from "#lib/domains/pairings/commands/end.ts";
import { pairHousehold } from "#lib/domains/pairings/commands/pair.ts";
import { changeLine, dropPlan, makePlan, replan } from "#lib/domains/pairings/commands/plan.ts";
import { pairingsOfHousehold } from "#lib/domains/pairings/queries/list-pairings.ts";
import { getPlan, lineChoices, listPlans, planHelpers } from "#lib/domains/pairings/queries/plans.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aDivision } from "#tests/build/division.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { aPerson, type BuiltPerson, type PersonGiven } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
let county: Session;
let elsewhere: Session;
let viewer: Session;
let town: number;
let townName: string;
let upper: number;
let lower: number;
let homes: BuiltHousehold[];
let serial = 0;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  elsewhere = await signIn(database, "other-county-admin");
  viewer = await signIn(database, "prefecture-viewer");
});
afterAll(() => holdToday(null));

/** A township of its own: two villages, three households up and two down. */
beforeEach(async () => {
  serial++;
  const name = (what: string) => `${what}${String.fromCharCode(0x4e00 + serial)}`;
  const place = (what: string, level: "TOWNSHIP" | "VILLAGE", parentId: number) =>
    aDivision(database, { name: name(what), level, parentId });
  townName = name("镇");
  town = (await place("镇", "TOWNSHIP", world.divisions.chaya.id)).id;
  upper = (await place("上村", "VILLAGE", town)).id;
  lower = (await place("下村", "VILLAGE", town)).id;
  homes = [];
  for (const [nth, divisionId] of [upper, upper, upper, lower, lower].entries())
    homes.push(await aHousehold(database, { divisionId, headName: `户${nth}` }));
});

const helper = (
  name: string,
  divisionId: number,
  rank?: PersonGiven["rank"],
  more: Partial<PersonGiven> = {},
) => aPerson(database, { name, divisionId, rank, unitName: `${name}的单位`, ...more });
const make = (session: Session, more = {}) =>
  makePlan(session, {
    ...{ unit: String(town), kind: "FIRST_HELPER", whom: "NONE", fromOn: WORLD_TODAY },
    ...{ ranks: ["STAFF", "VILLAGE_CADRE"], ...more },
  });
const view = (id: string) => reading(county, (scope) => getPlan(scope, { id }));
/** Household by household: who is proposed, or why nobody. */
const proposed = async (id: string) =>
  Object.fromEntries((await view(id)).rows.map((row) => [row.headName, row.helper ?? row.why]));
const history = (household: BuiltHousehold) =>
  reading(county, (scope) => pairingsOfHousehold(scope, { household: household.id }));
const first = (household: BuiltHousehold, who: BuiltPerson) =>
  pairHousehold(county, {
    ...{ householdId: household.id, helperId: who.id, kind: "FIRST_HELPER", fromOn: "2026-01-10" },
  });

test("the nearest help first, nobody beyond the limit of his rank, and whoever is left is told with the reason", async () => {
  await helper("村干部", upper, "VILLAGE_CADRE");
  await helper("镇干部", town, "STAFF");
  // Of a rank that does not take part, and of another township.
  await helper("县领导", world.divisions.chaya.id, "COUNTY_LEADER");
  const first = await make(county);
  expect(first).toMatchObject({ lines: 5, placed: 5 });
  expect(await proposed(first.id)).toEqual({
    ...{ 户0: "村干部", 户1: "村干部", 户2: "村干部", 户3: "镇干部", 户4: "镇干部" },
  });
  const { plan } = await view(first.id);
  expect(plan.near).toEqual({ village: 3, township: 2, county: 0, beyond: 0 });
  // Two for a cadre of the township are all there is.
  const second = await make(county, { names: `镇干部 ${townName}` });
  expect(second).toMatchObject({ lines: 5, placed: 2 });
  expect((await view(second.id)).plan.left).toEqual({ NO_ROOM: 3, ONLY_KIN: 0, LEFT_OUT: 0 });
  expect(Object.values(await proposed(second.id)).filter((who) => who === "NO_ROOM")).toHaveLength(3);
});

test("what stands stays, its helper's load counts, and only who needs somebody is planned for", async () => {
  const staff = await helper("镇干部", town, "STAFF");
  await helper("县干部", world.divisions.chaya.id, "STAFF");
  await first(homes[0]!, staff);
  await pairHousehold(county, {
    ...{ householdId: homes[1]!.id, helperId: staff.id, kind: "PARTY_MEMBER_LINK", fromOn: "2026-01-10" },
  });
  const none = await make(county, { ranks: ["STAFF"] });
  // Somebody helps two already: nobody else of the township has room, and those of the county come in.
  const lines = await proposed(none.id);
  expect(Object.keys(lines).sort()).toEqual(["户2", "户3", "户4"]);
  expect(Object.values(lines)).not.toContain("镇干部");
  const kind = await make(county, { ranks: ["STAFF"], whom: "KIND" });
  expect(Object.keys(await proposed(kind.id)).sort()).toEqual(["户1", "户2", "户3", "户4"]);
});

test("nobody helps his own family, also one that he left, nor his kin; a registered poor person helps nobody", async () => {
  const poor = await aHousehold(database, { divisionId: lower, headName: "户5" });
  await database.look("update person set rank = 'VILLAGE_CADRE', unit_name = '下村' where id = $1", [
    poor.headId,
  ]);
  const left = await helper("外嫁", upper, "VILLAGE_CADRE");
  // Years ago she lived in the household of the first, with its head.
  await database.look(
    `insert into membership_year (person_id, year, household_id, division_id, name, relation) values ($1, 2019, $2, $3, '外嫁', 'CHILD')`,
    [left.id, homes[0]!.id, upper],
  );
  const { id } = await make(county, { ranks: ["VILLAGE_CADRE"] });
  const lines = await proposed(id);
  expect(lines["户0"]).toBe("ONLY_KIN");
  expect(lines).toMatchObject({ 户1: "外嫁", 户2: "外嫁", 户3: "外嫁", 户4: "外嫁", 户5: "外嫁" });
  const line = { id, version: "1", household: homes[0]!.id, helperId: left.id };
  await expect(changeLine(county, line)).rejects.toMatchObject({ words: { key: "pairing.helperIsKin" } });
  const { rows } = await reading(county, (scope) => lineChoices(scope, { id, household: homes[0]!.id }));
  expect(rows.map((row) => [row.name, row.kin])).toEqual([["外嫁", true]]);
});

test("a list of names decides who takes part; who is unknown or one of several is told line by line", async () => {
  const one = await helper("扎西群培", town, "STAFF", { phone: "13911112222" });
  await helper("扎西群培", world.divisions.chaya.id, "STAFF");
  await expect(make(county, { names: "扎西群培\n没有此人 教育局" })).rejects.toMatchObject({
    fields: {
      names: [
        { key: "pairing.severalNamed", values: { line: "扎西群培" } },
        { key: "pairing.nobodyNamed", values: { line: "没有此人 教育局" } },
      ],
    },
  });
  const { id } = await make(county, { names: "扎西群培　13911112222\n" });
  const { rows } = await reading(county, (scope) => planHelpers(scope, { id }));
  expect(rows).toMatchObject([{ id: one.id, cap: 2, load: 0, given: 2 }]);
  await expect(make(county, { ranks: [] })).rejects.toMatchObject({ fields: { ranks: expect.anything() } });
  await expect(make(county, { ranks: ["MEMBER"] })).rejects.toMatchObject({
    words: { key: "pairing.noHelpersThere" },
  });
});

test("a line is changed by hand, beyond the limit only with a yes; planning anew leaves it and touches only what a change hits", async () => {
  const village = await helper("村干部", upper, "VILLAGE_CADRE");
  const staff = await helper("镇干部", town, "STAFF");
  await helper("另一位", lower, "VILLAGE_CADRE");
  const { id } = await make(county);
  const before = await proposed(id);
  expect(before).toMatchObject({ 户0: "村干部", 户3: "另一位", 户4: "另一位" });
  const change = (version: number, household: BuiltHousehold, helperId: string, more = {}) =>
    changeLine(county, { id, version: String(version), household: household.id, helperId, ...more });
  await change(1, homes[0]!, staff.id);
  await change(2, homes[1]!, staff.id);
  await expect(change(3, homes[2]!, staff.id)).rejects.toMatchObject({
    words: { key: "pairing.overCap", values: { name: "镇干部", load: 3, limit: 2 } },
  });
  await change(3, homes[2]!, staff.id, { overCap: "yes" });
  await expect(change(3, homes[3]!, "")).rejects.toMatchObject({ code: "conflict" });
  await change(4, homes[3]!, "");
  expect((await view(id)).plan).toMatchObject({ hand: 4, placed: 4, left: { LEFT_OUT: 1 } });
  // The last one's helper is not to help: his household alone gets another.
  const other = (await view(id)).rows.find((row) => row.headName === "户4");
  const again = await replan(county, { id, version: "5", without: other!.helperId! });
  expect(again.changed).toBe(1);
  expect(await proposed(id)).toEqual({
    户0: "镇干部",
    户1: "镇干部",
    户2: "镇干部",
    户3: "LEFT_OUT",
    户4: "村干部",
  });
  // Somebody more changes nothing by himself.
  await helper("新来的", lower, "STAFF");
  expect((await replan(county, { id, version: "6", names: "新来的" })).changed).toBe(0);
  expect((await view(id)).rows.find((row) => row.headName === "户4")?.helperId).toBe(village.id);
});

test("it is carried out as a whole, told, and taken back on the same day by whoever did it", async () => {
  await helper("村干部", upper, "VILLAGE_CADRE");
  const { id, placed } = await make(county);
  expect(placed).toBe(5);
  const done = await carryOutPlan(county, { id, version: "1" });
  expect(done.count).toBe(5);
  for (const home of homes)
    expect(await history(home)).toMatchObject([
      {
        helperName: "村干部",
        helperUnit: "村干部的单位",
        kind: "FIRST_HELPER",
        fromOn: WORLD_TODAY,
        toOn: null,
      },
    ]);
  const [told] = await database.look<{ facts: object }>(
    "select facts from audit_event where verb = 'pairingPlan.carriedOut' and subject = $1",
    [`pairingPlan:${id}`],
  );
  expect(told?.facts).toMatchObject({ households: 5 });
  const [changes] = await database.look<{ n: number }>(
    "select count(*)::int as n from change where verb = 'pairingPlan.carriedOut' and household_id = any ($1)",
    [homes.map((home) => home.id)],
  );
  expect(changes?.n).toBe(5);
  const { plan, rows } = await view(id);
  expect(plan).toMatchObject({ state: "DONE", undoable: true });
  expect(rows.every((row) => row.pairingId !== null)).toBe(true);
  await expect(carryOutPlan(county, { id, version: "2" })).rejects.toMatchObject({
    words: { key: "pairing.planOver" },
  });
  // What was ended since is somebody's deed and stays.
  const [ended] = await history(homes[4]!);
  await endPairing(county, { id: ended!.id, toOn: "2026-11-26", reason: "ROTATED" });
  // What the confirmation names is what is then done.
  expect((await view(id)).plan).toMatchObject({ pairings: 5, standing: 4 });
  expect((await takeBackPlan(county, { id })).count).toBe(4);
  expect(await history(homes[0]!)).toEqual([]);
  expect(await history(homes[4]!)).toHaveLength(1);
  expect((await view(id)).plan.state).toBe("TAKEN_BACK");
  await expect(takeBackPlan(county, { id })).rejects.toMatchObject({
    words: { key: "pairing.withdrawToday" },
  });
});

test("what was free when it was planned may be taken since: then nobody is paired, and planning anew mends it", async () => {
  const village = await helper("村干部", upper, "VILLAGE_CADRE");
  const other = await helper("另一位", lower, "STAFF");
  const { id } = await make(county, { ranks: ["VILLAGE_CADRE"] });
  await first(homes[0]!, other);
  await expect(carryOutPlan(county, { id, version: "1" })).rejects.toMatchObject({
    words: { key: "pairing.planStale", values: { count: 1 } },
  });
  for (const home of homes.slice(1)) expect(await history(home)).toEqual([]);
  await replan(county, { id, version: "1" });
  expect((await carryOutPlan(county, { id, version: "2" })).count).toBe(4);
  for (const home of homes.slice(1)) expect((await history(home))[0]?.helperId).toBe(village.id);
});

test("a plan belongs to its place: another county does not find it, and who may not pair sees none", async () => {
  await helper("村干部", upper, "VILLAGE_CADRE");
  const { id } = await make(county);
  await expect(make(elsewhere)).rejects.toMatchObject({ code: "not-found" });
  await expect(make(viewer)).rejects.toMatchObject({ code: "refused" });
  await expect(carryOutPlan(elsewhere, { id, version: "1" })).rejects.toMatchObject({ code: "not-found" });
  await expect(reading(elsewhere, (scope) => getPlan(scope, { id }))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(reading(viewer, (scope) => getPlan(scope, { id }))).rejects.toMatchObject({ code: "refused" });
  const { rows } = await reading(county, (scope) => listPlans(scope, { unit: String(town) }));
  expect(rows).toMatchObject([{ id, state: "DRAFT", lines: 5, placed: 5 }]);
  await dropPlan(county, { id, version: "1" });
  await expect(carryOutPlan(county, { id, version: "2" })).rejects.toMatchObject({
    words: { key: "pairing.planOver" },
  });
  expect((await reading(county, (scope) => listPlans(scope, { unit: String(town) }))).rows).toEqual([]);
});
