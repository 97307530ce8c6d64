// Proves that the ledger of measures is judged in its cells, finds the measure that a row means, goes in once, and goes back unless touched since.
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { listKept, planTakeBack } from "#lib/domains/imports/queries.ts";
import { measures } from "#lib/domains/imports/sheets/measures.ts";
import { measureCategories } from "#lib/domains/measures/categories.ts";
import { endMeasure, withdrawMeasure } from "#lib/domains/measures/commands/change-measure.ts";
import chinese from "#lib/i18n/messages/zh-CN/dictionaries.json" with { type: "json" };
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, type Line, publish, rowsOf, runJobs, type Township, tryOut, view } from "./importing.ts";

const database = testDatabase();
let town: Township;
let clerk: Session;
let tashi: BuiltHousehold;
let dawa: BuiltHousehold;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  clerk = await signIn(database, town.admin);
  tashi = await aHousehold(database, { divisionId: town.villages[0], headName: "扎西" });
  dawa = await aHousehold(database, { divisionId: town.villages[1], headName: "达瓦" });
});

const line = (of: BuiltHousehold, change: Line = {}): Line => ({
  序号: "1",
  户编号: of.householdNo,
  户主: of.headName,
  年度: 2026,
  措施类别: "产业扶贫",
  项目名称: "牦牛养殖",
  帮扶单位: "农业农村局",
  内容: "",
  "资金（元）": "8000",
  起止时间: "2026-03-10",
  完成情况: "",
  "收益（元）": "",
  户主签字: "",
  ...change,
});
const staged = (lines: Line[]) =>
  tryOut<{ measure: Record<string, unknown> }>(database, clerk, {
    sheet: "measures",
    divisionId: town.township,
    lines,
    title: "吉塘镇帮扶措施台账",
  });
type Recorded = { id: string; version: number; project: string; status: string; fen: number; days: string };
const recorded = () =>
  database.look<Recorded>(
    `select id, version, project, status, amount_fen::int as fen, concat_ws('/', from_on, to_on) as days
     from measure where status <> 'WITHDRAWN' and household_id = any ($1) order by project, from_on, amount_fen`,
    [[tashi.id, dawa.id]],
  );

test("the categories are those of the dictionary, under its own names", async () => {
  const entries = await reading(clerk, ({ sql }) => measureCategories(sql));
  const list = measures.columns.find(({ key }) => key === "category")!.list!;
  expect(list.map((one) => [one.code, one["zh-CN"]])).toEqual(
    entries.map(({ code }) => [code, chinese.default[code as keyof typeof chinese.default]]),
  );
});

test("each kind of fault is told in its cell", async () => {
  const { said } = await staged([
    line(tashi, { 项目名称: "第1项", 户编号: "" }),
    line(tashi, { 项目名称: "第2项", 户编号: "T99999999" }),
    line(tashi, { 项目名称: "第3项", 户主: "别人" }),
    line(tashi, { 项目名称: "第4项", 年度: 2027 }),
    line(tashi, { 项目名称: "第5项", 年度: 2010 }),
    line(tashi, { 项目名称: "第6项", 措施类别: "" }),
    line(tashi, { 项目名称: "第7项", 措施类别: "打坐" }),
    line(tashi, { 项目名称: "第8项", 措施类别: "发展生惨" }),
    line(tashi, { 项目名称: "" }),
    line(tashi, { 项目名称: "第10项", "资金（元）": "约八千" }),
    line(tashi, { 项目名称: "第11项", "资金（元）": "-1" }),
    line(tashi, { 项目名称: "第12项", 起止时间: "三月中旬" }),
    line(tashi, { 项目名称: "第13项", 起止时间: "2026-03-10", 结束时间: "2026-03-01" }),
    line(tashi, { 项目名称: "第14项", 完成情况: "说不清" }),
    line(tashi, { 项目名称: "第15项", 完成情况: "完成", 起止时间: "2026-03-10 至 2026-12-10" }),
    line(tashi, { 项目名称: "重复" }),
    line(tashi, { 项目名称: "重复", 内容: "再一次" }),
  ]);
  expect(said).toEqual([
    "BAD householdNo.required",
    "BAD householdNo.householdUnknown",
    "BAD headName.headMismatch",
    "BAD year.measureYearAhead",
    "BAD year.measureYearEarly",
    "BAD category.required",
    "BAD category.unknownChoice",
    "BAD category.unknownChoiceNear",
    "BAD project.required",
    "BAD amountFen.money",
    "BAD amountFen.moneyBelow",
    "BAD days.days",
    "BAD toOn.daysBackward",
    "BAD status.unknownChoice",
    "BAD days.measureEndAhead",
    "ADD",
    "BAD project.duplicateInFile",
  ]);
});

let ledger: string;

test("a ledger goes in; the same file twice changes nothing; what differs is laid over, with old and new", async () => {
  const file = [
    line(tashi, { 户主签字: "扎西" }),
    line(tashi, {
      项目名称: "技能培训",
      措施类别: "就业扶贫",
      起止时间: "2026-04-01至2026-04-05",
      完成情况: "已完成",
    }),
    line(tashi, {
      项目名称: "技能培训",
      措施类别: "就业扶贫",
      起止时间: "2026-06-01至2026-06-05",
      完成情况: "已完成",
    }),
    line(dawa, { 年度: "", 户主签字: "未签", "资金（元）": "1.2万" }),
  ];
  const { id, said } = await staged(file);
  ledger = id;
  expect(said).toEqual(["ADD", "ADD", "ADD", "ADD amountFen.moneyWan?"]);
  expect((await publish(clerk, id)).counts).toMatchObject({ added: 4, bad: 0 });
  expect(
    (await recorded()).map(({ project, status, fen, days }) => `${project} ${status} ${fen} ${days}`),
  ).toEqual([
    "技能培训 DONE 800000 2026-04-01/2026-04-05",
    "技能培训 DONE 800000 2026-06-01/2026-06-05",
    "牦牛养殖 RUNNING 800000 2026-03-10",
    "牦牛养殖 RUNNING 1200000 2026-03-10",
  ]);
  expect((await staged(file)).said.map((one) => one.split(" ")[0])).toEqual(["SAME", "SAME", "SAME", "SAME"]);

  // Of one name alone, its days may be put right; of two alike, the first day says which is meant.
  const later = await staged([
    line(tashi, { 起止时间: "2026-03-12", "资金（元）": "" }),
    line(tashi, {
      项目名称: "技能培训",
      措施类别: "就业扶贫",
      起止时间: "2026-06-01",
      完成情况: "实施中",
      "收益（元）": "500",
    }),
    line(dawa, { 起止时间: "2026-03-10 至 2026-10-10", 完成情况: "完成", "资金（元）": "12000" }),
  ]);
  expect(later.said).toEqual(["UPDATE", "UPDATE status.measureEnded?", "UPDATE"]);
  expect((await rowsOf(clerk, later.id, "UPDATE")).map(({ changes }) => changes)).toEqual([
    [{ field: "from_on", old: "2026-03-10", new: "2026-03-12" }],
    [{ field: "gain_fen", old: null, new: 50_000 }],
    expect.arrayContaining([
      { field: "to_on", old: null, new: "2026-10-10" },
      { field: "status", old: "RUNNING", new: "DONE" },
    ]),
  ]);
  await publish(clerk, later.id);
  expect(
    await database.look(
      "select field, old, new from change where household_id = $1 and entity = 'measure' and verb = 'import.published' and old is not null order by field",
      [dawa.id],
    ),
  ).toEqual([{ field: "measure.status", old: "牦牛养殖 RUNNING", new: "牦牛养殖 DONE" }]);
  await takeBackImport(clerk, { id: later.id, reason: "传错了文件" });
  await runJobs();
  expect((await view(clerk, later.id)).counts).toMatchObject({ went: 3, stayed: 0 });
  expect((await recorded()).at(-1)).toMatchObject({ status: "RUNNING", days: "2026-03-10" });
});

test("two alike without a first day are asked about", async () => {
  const { said } = await staged([line(tashi, { 项目名称: "技能培训", 措施类别: "就业扶贫", 起止时间: "" })]);
  expect(said).toEqual(["BAD project.measureTwice"]);
});

test("what goes out in the columns of the ledger comes back as the same", async () => {
  const file = await streaming(clerk, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "measures",
      divisionId: town.township,
      unmasked: false,
      watermark: "",
    });
    const lines: Line[] = [];
    for await (const row of sheet.rows)
      lines.push(
        Object.fromEntries(sheet.columns!.map(({ label }, at) => [label, (row[at] ?? "") as string])),
      );
    return lines;
  });
  expect(file).toHaveLength(4);
  expect(file.map((one) => one.户主签字)).toContain("是");
  expect((await staged(file)).said).toEqual(["SAME", "SAME", "SAME", "SAME"]);
});

test("who was ended since stays and is named, the others go; what was withdrawn is not recorded a second time", async () => {
  const [, , yaks] = await recorded();
  await endMeasure(clerk, {
    id: yaks!.id,
    version: yaks!.version,
    status: "DONE",
    toOn: "2026-11-01",
    result: "",
    gain: "",
  });
  expect(await reading(clerk, (scope) => planTakeBack(scope, { id: ledger }))).toMatchObject({
    removed: 3,
    stayed: 1,
    kept: [{ kind: "measure", unit: yaks!.id, stays: "EDITED", name: "牦牛养殖", householdId: tashi.id }],
  });
  await takeBackImport(clerk, { id: ledger, reason: "传错了文件" });
  await runJobs();
  expect(await reading(clerk, (scope) => listKept(scope, { id: ledger }))).toMatchObject([
    { kind: "measure", unit: yaks!.id },
  ]);
  const [left, ...others] = await recorded();
  expect([left!.id, others.length]).toEqual([yaks!.id, 0]);
  await withdrawMeasure(clerk, { id: left!.id, version: left!.version });
  expect((await staged([line(tashi)])).said).toEqual(["BAD project.measureWithdrawn"]);
});
