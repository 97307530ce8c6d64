// A year of an entity is told in one go: its own figures, incomes typed beside each household or pasted out of a sheet; all rows or none.
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportYear } from "#lib/domains/industry/commands/report-year.ts";
import { readPasted } from "#lib/domains/industry/pasted-incomes.ts";
import { entityYear } from "#lib/domains/industry/queries/entity-year.ts";
import { getEntity } from "#lib/domains/industry/queries/get-entity.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { yaks } = world.entities;
let county: Session;
let elsewhere: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  elsewhere = await signIn(database, world.accounts.otherCountyAdmin.username);
  // 达瓦扎西 and 扎西次仁 are taken along by the cooperative; in 2025 both were.
  await database.look("update industry_link set from_on = '2024-03-01', to_on = null where entity_id = $1", [
    yaks.id,
  ]);
}, 60_000);
afterAll(() => holdToday(null));

const of = (year: number, session: Session = county) =>
  reading(session, (scope) => entityYear(scope, { id: yaks.id, year }));
const report = (more: Record<string, string>, session: Session = county) =>
  reportYear(session, { id: yaks.id, year: "2025", paste: "", ...more });
const earned = async () =>
  Object.fromEntries((await of(2025)).rows.map(({ headName, fen }) => [headName, fen]));
const field = async (name: string) =>
  `income-${(await of(2025)).rows.find((row) => row.headName === name)?.id}`;

test("both households and the entity itself are told of in one go, and every figure has its own line of history", async () => {
  const before = await of(2025);
  expect(before).toMatchObject({ year: 2025, mayFacts: true });
  expect(before.rows.map(({ headName }) => headName).sort()).toEqual(["扎西次仁", "达瓦扎西"].sort());
  const result = await report({
    ...{ facts: "yes", poorMembers: "12", output: "30万", raised: "1,500" },
    [await field("达瓦扎西")]: "2,400.5",
    [await field("扎西次仁")]: "1.2万",
  });
  expect(result).toMatchObject({ year: 2025, changed: 2 });
  expect(await earned()).toEqual({ 达瓦扎西: "240050", 扎西次仁: "1200000" });
  const entity = await reading(county, (scope) => getEntity(scope, { id: yaks.id }));
  expect(entity.years).toEqual([{ year: 2025, poorMembers: 12, outputFen: "30000000", raisedFen: "150000" }]);
  expect(entity.lacks).not.toContain("income");
  const told = await database.look<{ verb: string }>(
    "select verb from audit_event where verb like 'industry%' order by id",
  );
  expect(told.map(({ verb }) => verb)).toEqual([
    ...["industryLink.incomeReported", "industryLink.incomeReported", "industryEntity.yearReported"],
  ]);
  const changes = await database.look<{ field: string }>(
    "select field from change where entity in ('industryEntity', 'industryLink') order by id",
  );
  expect(changes.map((row) => row.field).sort()).toEqual(
    ["industryIncome", "industryIncome", "outputFen", "poorMembers", "raisedFen"].sort(),
  );
});

test("what is pasted counts like what is typed; a head line is passed over, an emptied field takes back", async () => {
  const { householdNo } = (await of(2025)).rows.find(({ headName }) => headName === "扎西次仁")!;
  const result = await report({
    [await field("达瓦扎西")]: "",
    [await field("扎西次仁")]: "12000",
    paste: `户编号\t户主\t收入\r\n${householdNo}\t扎西次仁\t１３，000元\n\n`,
  });
  expect(result.changed).toBe(2);
  expect(await earned()).toEqual({ 达瓦扎西: null, 扎西次仁: "1300000" });
});

test("every wrong row is told with its line or beside its field, and nothing is kept", async () => {
  const dawa = await field("达瓦扎西");
  const attempt = report({
    [dawa]: "很多",
    paste: "白玛措 100\n扎西次仁 5000\n扎西次仁 6000\n扎西次仁 多",
  });
  await expect(attempt).rejects.toMatchObject({
    code: "invalid",
    fields: {
      [dawa]: [{ key: "industry.money" }],
      paste: [
        { key: "industry.pasteNobody", values: { line: 1 } },
        { key: "industry.pasteTwice", values: { line: 3 } },
        { key: "industry.pasteAmount", values: { line: 4 } },
      ],
    },
  });
  await expect(report({ [await field("扎西次仁")]: "7000", paste: "扎西次仁 8000" })).rejects.toMatchObject({
    fields: { paste: [{ key: "industry.pasteDiffers", values: { line: 1 } }] },
  });
  expect(await earned()).toEqual({ 达瓦扎西: null, 扎西次仁: "1300000" });
});

test("all figures of the entity emptied take the year back; a year outside of its life is refused", async () => {
  await report({ facts: "yes", poorMembers: "", output: "", raised: "" });
  const entity = await reading(county, (scope) => getEntity(scope, { id: yaks.id }));
  expect(entity.years).toEqual([]);
  await expect(report({ year: "2027" })).rejects.toMatchObject({ code: "rule" });
});

test("another county neither opens the form nor reaches a household through it", async () => {
  await expect(of(2025, elsewhere)).rejects.toMatchObject({ code: "refused" });
  const name = await field("扎西次仁");
  await expect(report({ [name]: "1" }, elsewhere)).rejects.toMatchObject({ code: "not-found" });
  await expect(report({ paste: "扎西次仁 1" }, elsewhere)).rejects.toMatchObject({
    fields: { paste: [{ key: "industry.pasteNobody" }] },
  });
  await expect(report({ facts: "yes", output: "1" }, elsewhere)).rejects.toMatchObject({ code: "refused" });
});

test("of two heads with one name the place or the number says which; the number says it alone", () => {
  const link = (id: string, householdNo: string, place: string) => ({
    id,
    householdNo,
    headName: "次仁",
    place,
  });
  const links = [link("a", "H1", "一村"), link("b", "H2", "二村")];
  expect(readPasted("次仁 10", links).faults).toEqual([{ line: 1, key: "pasteSeveral" }]);
  expect(readPasted("二村,次仁,1,234.5", links).lines).toEqual([{ line: 1, link: "b", fen: 123_450n }]);
  expect(readPasted("H1 10\n次仁\t二村\t20", links)).toEqual({
    lines: [
      { line: 1, link: "a", fen: 1000n },
      { line: 2, link: "b", fen: 2000n },
    ],
    faults: [],
  });
});
