// Proves that the sheet of income is judged in its cells, goes in once by household and source, comes back as it went out, respects the
// freeze, keeps 计划生育金 nowhere but in the other transfers, and goes back with the figure that was reported before.
import { beforeAll, expect, test } from "vitest";
import { readDictionary } from "#lib/domains/dictionaries/refresh.ts";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { planTakeBack } from "#lib/domains/imports/queries.ts";
import { incomeCodes } from "#lib/domains/imports/sheets/income-sources.ts";
import { incomes } from "#lib/domains/imports/sheets/incomes.ts";
import { templateOf } from "#lib/domains/imports/template.ts";
import { incomeSources } from "#lib/domains/incomes/sources.ts";
import chinese from "#lib/i18n/messages/zh-CN/dictionaries.json" with { type: "json" };
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  fileOf,
  importWhole,
  type Line,
  publish,
  rowsOf,
  runJobs,
  type Township,
  tryOut,
  upload,
  view,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let clerk: Session;
let reader: Session;
let tashi: BuiltHousehold;
let dawa: BuiltHousehold;
let gone: BuiltHousehold;
let far: BuiltHousehold;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  clerk = await signIn(database, town.admin);
  reader = await signIn(database, town.stranger);
  const [first, second] = town.villages;
  const household = (divisionId: number, headName: string, more = {}) =>
    aHousehold(database, { divisionId, headName, members: [{ name: "央金", relation: "SPOUSE" }], ...more });
  tashi = await household(first, "扎西", { incomePerHeadFen: 500_000n });
  dawa = await household(second, "达瓦");
  gone = await household(first, "次仁", { status: "DISSOLVED" });
  far = await household(town.elsewhere, "外县人");
});

const line = (of: BuiltHousehold, change: Line = {}): Line => ({
  序号: "1",
  户编号: of.householdNo,
  户主: of.headName,
  人口: 2,
  工资性: "12000",
  生产经营性: "3000.50",
  生产经营性支出: "",
  ...change,
});
const staged = (lines: Line[], session = clerk) =>
  tryOut<{ income: Record<string, number> }>(database, session, {
    sheet: "incomes",
    divisionId: town.township,
    lines,
    title: "吉塘镇家庭收入明细表",
  });
const items = async (of: BuiltHousehold) =>
  Object.fromEntries(
    (
      await database.look<{ code: string; fen: string }>(
        "select code, amount_fen::text as fen from income_item where household_id = $1 order by code",
        [of.id],
      )
    ).map(({ code, fen }) => [code, Number(fen)]),
  );
const perHead = async (of: BuiltHousehold) => {
  const [row] = await database.look<{ now: string | null; year: string | null }>(
    `select h.income_per_head_fen::text as now, y.income_per_head_fen::text as year from household h
     join household_year y on y.household_id = h.id and y.year = 2026 where h.id = $1`,
    [of.id],
  );
  return [row!.now, row!.year];
};

test("each source of the dictionary is a column under the dictionary's own name, and no other", async () => {
  const sources = await reading(clerk, ({ sql }) => incomeSources(sql));
  expect(
    incomeCodes()
      .map(({ code }) => code)
      .sort(),
  ).toEqual(sources.map(({ code }) => code).sort());
  const named = incomes.columns.map(({ label }) => label["zh-CN"]);
  for (const { entry } of sources)
    expect(named).toContain(chinese.default[entry.code as keyof typeof chinese.default]);
  const [template] = templateOf(
    incomes,
    { notes: "说明", column: "列", need: "必填", choices: "值", must: "是" },
    "zh-CN",
    "2026-11-23",
  );
  expect(JSON.stringify(template!.columns)).not.toContain("计划生育");
});

test("each kind of fault is told in its cell, and what looks odd is right", async () => {
  const { said } = await staged([
    line(tashi, { 户编号: "" }),
    line(tashi, { 户编号: "T99999999" }),
    line(far),
    line(gone),
    line(tashi, { 户主: "别人" }),
    line(dawa, { 工资性: "约一万" }),
    line(dawa, { 户主: "", 工资性: "-5" }),
  ]);
  expect(said).toEqual([
    "BAD householdNo.required",
    "BAD householdNo.householdUnknown",
    "BAD householdNo.householdElsewhere",
    "BAD householdNo.householdEnded",
    "BAD headName.headMismatch",
    "BAD wageWages.money",
    "BAD wageWages.moneyBelow householdNo.duplicateInFile",
  ]);
  const { said: odd, rows } = await staged([
    line(tashi, { 人口: 3, 纯收入: "15000", 计划生育金: "720", 其他转移性: "100" }),
    line(tashi, { 年度: 2026 }),
  ]);
  expect(odd).toEqual([
    "ADD netFen.netDiffers? memberCount.membersDiffer?",
    "BAD householdNo.duplicateInFile",
  ]);
  expect(rows[0]!.values.income).toEqual({
    "WAGE.WAGES": 1_200_000,
    "BUSINESS.OPERATIONS": 300_050,
    "TRANSFER.TRANSFER_OTHER": 82_000,
  });
  const nothing = await staged([line(tashi, { 工资性: "", 生产经营性: "" }), line(dawa, { 年度: 2025 })]);
  expect(nothing.said).toEqual(["SAME householdNo.incomeNothing?", "BAD year.otherYear"]);
});

let published: string;

test("income goes in by source, per head follows, the same file twice changes nothing, a blank erases nothing", async () => {
  const file = [line(tashi, { 低保金: "1800", 生产经营性支出: "500" }), line(dawa)];
  const { id, said } = await staged(file);
  published = id;
  expect(said).toEqual(["ADD", "ADD"]);
  expect((await publish(clerk, id)).counts).toMatchObject({ added: 2, bad: 0 });
  expect(await items(tashi)).toEqual({
    "BUSINESS.OPERATIONS": 300_050,
    "COST.OPERATING_COST": 50_000,
    "TRANSFER.LOW_ALLOWANCE_MONEY": 180_000,
    "WAGE.WAGES": 1_200_000,
  });
  expect(await perHead(tashi)).toEqual(["815025", "815025"]);
  expect((await staged(file)).said).toEqual(["SAME", "SAME"]);

  const changed = await staged([line(tashi, { 工资性: "13000", 生产经营性: "" }), line(dawa)]);
  expect(changed.said).toEqual(["UPDATE", "SAME"]);
  expect((await rowsOf(clerk, changed.id, "UPDATE"))[0]!.changes).toEqual([
    { field: "WAGE.WAGES", old: 1_200_000, new: 1_300_000 },
  ]);
  await publish(clerk, changed.id);
  expect((await items(tashi))["BUSINESS.OPERATIONS"]).toBe(300_050);
  expect(
    await database.look(
      "select field, old, new from change where household_id = $1 and field = 'income.WAGE.WAGES' order by id",
      [tashi.id],
    ),
  ).toEqual([
    { field: "income.WAGE.WAGES", old: null, new: "12000" },
    { field: "income.WAGE.WAGES", old: "12000", new: "13000" },
  ]);
  // The later one first: then the earlier one finds its rows as it left them.
  expect(await reading(clerk, (scope) => planTakeBack(scope, { id: published }))).toMatchObject({
    removed: 1,
    stayed: 1,
    kept: [{ kind: "household", unit: tashi.id, stays: "EDITED", name: "扎西" }],
  });
  await takeBackImport(clerk, { id: changed.id, reason: "传错了文件" });
  await runJobs();
  expect((await items(tashi))["WAGE.WAGES"]).toBe(1_200_000);
});

test("what goes out in the columns of the sheet comes back as the same, and 计划生育金 is no column of it", async () => {
  const { labels, lines } = await streaming(clerk, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "incomes",
      divisionId: town.township,
      unmasked: false,
      watermark: "",
    });
    const written: Line[] = [];
    for await (const row of sheet.rows)
      written.push(
        Object.fromEntries(sheet.columns!.map(({ label }, at) => [label, (row[at] ?? "") as string])),
      );
    return { labels: sheet.columns!.map(({ label }) => label), lines: written };
  });
  expect(labels.filter((label) => label.includes("计划生育"))).toEqual([]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ 户主: "扎西", 工资性收入: 12_000, 低保金: 1_800, 纯收入: 16_300.5 });
  expect((await staged(lines)).said).toEqual(["SAME", "SAME"]);
});

test("a source that the office added is a column as well; its aliases are known", async () => {
  await database.look(
    "insert into dictionary_entry (list, code, name, aliases) values ('INCOME_TRANSFER', 'OWN_17', '驻寺补助', '{驻寺补贴}')",
  );
  await reading(clerk, ({ sql }) => readDictionary(sql));
  const { id, said } = await staged([line(dawa, { 驻寺补贴: "600" })]);
  expect(said).toEqual(["UPDATE"]);
  await publish(clerk, id);
  expect((await items(dawa))["TRANSFER.OWN_17"]).toBe(60_000);
  await takeBackImport(clerk, { id, reason: "传错了文件" });
  await runJobs();
});

test("a frozen year takes in nothing and gives nothing back; thawed, both go, and the figure reported before stands again", async () => {
  const [first] = town.villages;
  await database.look(
    "insert into adjustment_campaign (year, division_id, opens_on, closes_on, frozen_on) values (2026, $1, '2026-09-01', '2026-10-31', '2026-11-01')",
    [first],
  );
  const { said } = await staged([line(tashi, { 工资性: "1" }), line(dawa, { 工资性: "14000" })]);
  expect(said).toEqual(["BAD householdNo.yearFrozen", "UPDATE"]);
  expect(await reading(clerk, (scope) => planTakeBack(scope, { id: published }))).toMatchObject({
    removed: 1,
    stayed: 1,
    kept: [{ unit: tashi.id, stays: "FROZEN" }],
  });
  await database.look("delete from adjustment_campaign");
  await takeBackImport(clerk, { id: published, reason: "传错了文件" });
  await runJobs();
  expect((await view(clerk, published)).counts).toMatchObject({ went: 2, stayed: 0 });
  expect(await items(tashi)).toEqual({});
  expect(await perHead(tashi)).toEqual(["500000", "500000"]);
});

test("whoever does not edit households brings in no income, and nobody that of another township", async () => {
  await expect(upload(reader, "incomes", town.township, await fileOf([line(tashi)]))).rejects.toMatchObject({
    code: "not-found",
  });
  const other = await tryOut(database, reader, {
    sheet: "incomes",
    divisionId: (
      await database.look<{ parent_id: number }>("select parent_id from division where id = $1", [
        town.elsewhere,
      ])
    )[0]!.parent_id,
    lines: [line(tashi)],
    title: "白玛镇",
  });
  expect(other.said).toEqual(["BAD householdNo.householdElsewhere"]);
  expect((await importWhole(clerk, "incomes", town.township, [line(tashi)])).counts).toMatchObject({
    added: 1,
  });
});
