// Proves that the ledger of needs is judged in its cells, raises needs with their limits and steps, changes nothing twice, goes on where it is further, and goes back unless touched since.
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { planTakeBack } from "#lib/domains/imports/queries.ts";
import { needLedger } from "#lib/domains/imports/sheets/need-ledger.ts";
import { needCategories } from "#lib/domains/needs/categories.ts";
import { assignNeed } from "#lib/domains/needs/commands/direct-need.ts";
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
  来源: "走访",
  村: "",
  户编号: of.householdNo,
  户主: of.headName,
  诉求内容: "引水管冻裂",
  类别: "饮水",
  受理日期: "2026-11-02",
  责任单位: "",
  责任人: "",
  办理时限: "",
  办理结果: "",
  办结日期: "",
  满意度: "",
  销号: "",
  ...change,
});
const staged = (lines: Line[]) =>
  tryOut(database, clerk, {
    sheet: "need-ledger",
    divisionId: town.township,
    lines,
    title: "吉塘镇诉求台账",
  });
const recorded = () =>
  database.look<{
    id: string;
    words: string;
    status: string;
    due: string;
    steps: number;
    verdict: string | null;
  }>(
    `select id, words, status, due_on::text as due, steps, verdict from need where household_id = any ($1) order by words`,
    [[tashi.id, dawa.id]],
  );

test("the categories are those of the dictionary, under its own names", async () => {
  const entries = await reading(clerk, ({ sql }) => needCategories(sql));
  const list = needLedger.columns.find(({ key }) => key === "category")!.list!;
  expect(list.map((one) => [one.code, one["zh-CN"]])).toEqual(
    entries.map(({ code }) => [code, chinese.default[code as keyof typeof chinese.default]]),
  );
});

test("each kind of fault is told in its cell", async () => {
  const { said } = await staged([
    line(tashi, { 诉求内容: "第1件", 户编号: "T99999999" }),
    line(tashi, { 诉求内容: "第2件", 户主: "别人" }),
    line(tashi, { 诉求内容: "第3件", 类别: "打坐" }),
    line(tashi, { 诉求内容: "第4件", 受理日期: "2026-12-24" }),
    line(tashi, { 诉求内容: "第5件", 办理时限: "2026-11-01" }),
    line(tashi, { 诉求内容: "第6件", 办结日期: "2026-11-05" }),
    line(tashi, { 诉求内容: "第7件", 办理结果: "已通水" }),
    line(tashi, { 诉求内容: "第8件", 满意度: "满意" }),
    line(tashi, { 诉求内容: "第9件", 办理结果: "已通水", 办结日期: "2026-11-05", 销号: "2026-11-06" }),
    line(tashi, { 诉求内容: "重复" }),
    line(tashi, { 诉求内容: "重复" }),
    line(tashi, { 诉求内容: "没写是谁的", 户编号: "", 户主: "" }),
    line(tashi, { 诉求内容: "村里没有这户", 户编号: "", 户主: "多吉", 村: "吉塘村" }),
    line(tashi, { 诉求内容: "不认得的村", 户编号: "", 户主: "沙漠村" }),
    line(tashi, { 诉求内容: "全村修路", 户编号: "", 户主: "", 村: "雪东村" }),
    line(tashi, { 诉求内容: "全村修路", 户编号: "", 户主: "雪东村" }),
  ]);
  expect(said).toEqual([
    "BAD householdNo.householdUnknown",
    "BAD headName.headMismatch",
    "BAD category.unknownChoice",
    "BAD raisedOn.needAhead",
    "BAD dueOn.daysBackward",
    "BAD result.needNoResult",
    "BAD doneOn.needNoDay",
    "BAD verdict.needNotDone",
    "BAD verdict.needNoVerdict",
    "ADD",
    "BAD words.duplicateInFile",
    "BAD householdNo.needWhose",
    "BAD headName.householdUnknown",
    "BAD village.placeUnknown",
    "ADD",
    "BAD words.duplicateInFile",
  ]);
});

const done = {
  责任单位: "县水利局",
  办理结果: "换了水管",
  办结日期: "2026-11-09",
  满意度: "满意",
  销号: "2026-11-10",
};
const file = () => [
  line(tashi, { 诉求内容: "一：办完", ...done }),
  line(dawa, { 诉求内容: "二：在办", 责任单位: "吉塘镇", 责任人: "白玛", 办理时限: "2026-12-01" }),
  line(dawa, { 诉求内容: "三：没派" }),
  line(dawa, { 诉求内容: "四：不满", ...done, 满意度: "不满意", 销号: "" }),
];
let ledger: string;

test("a ledger goes in with each of its steps; the same file twice changes nothing", async () => {
  const first = await staged(file());
  expect(first.said).toEqual(["ADD", "ADD", "ADD", "ADD"]);
  ledger = first.id;
  await publish(clerk, ledger);
  expect(await recorded()).toMatchObject([
    { words: "一：办完", status: "CLOSED", due: "2026-11-16", steps: 4, verdict: "SATISFIED" },
    { words: "三：没派", status: "OPEN", due: "2026-11-16", steps: 1 },
    { words: "二：在办", status: "HANDLING", due: "2026-12-01", steps: 2 },
    { words: "四：不满", status: "OPEN", due: "2026-11-23", steps: 4, verdict: "DISSATISFIED" },
  ]);
  expect((await staged(file())).said).toEqual(["SAME", "SAME", "SAME", "SAME"]);
});

test("what is further in the file goes on from where it stands, and says what changes", async () => {
  const { id, said } = await staged([
    line(dawa, { 诉求内容: "二：在办", 责任单位: "吉塘镇", 办理结果: "已通水", 办结日期: "2026-11-20" }),
  ]);
  expect(said).toEqual(["UPDATE"]);
  const [row] = await rowsOf(clerk, id, "UPDATE");
  expect(row?.changes).toMatchObject([{ field: "result", new: "已通水" }]);
  await publish(clerk, id);
  expect((await recorded()).find(({ words }) => words === "二：在办")).toMatchObject({
    status: "DONE",
    steps: 3,
  });
});

const sentOut = () =>
  streaming(clerk, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "need-ledger",
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

test("what goes out in the columns of the ledger comes back as the same", async () => {
  const out = await sentOut();
  expect(out).toHaveLength(4);
  expect((await staged(out)).said).toEqual(["SAME", "SAME", "SAME", "SAME"]);
});

test("a need of a whole village goes in, goes out and comes back as the same", async () => {
  const rows = () => [
    line(dawa, {
      诉求内容: "五：全村修路",
      类别: "道路",
      户编号: "",
      户主: "",
      村: "雪东村",
      责任单位: "县交通局",
    }),
    line(dawa, { 诉求内容: "六：按村找户", 户编号: "", 村: "雪东村" }),
  ];
  const first = await staged(rows());
  expect(first.said).toEqual(["ADD", "ADD"]);
  await publish(clerk, first.id);
  const [need] = await database.look(
    "select household_id, division_id, about, status, handler_unit from need where words = '五：全村修路'",
  );
  expect(need).toEqual({
    household_id: null,
    division_id: town.villages[1],
    about: "雪东村",
    status: "HANDLING",
    handler_unit: "县交通局",
  });
  expect((await staged(rows())).said).toEqual(["SAME", "SAME"]);
  const out = await sentOut();
  expect(out).toHaveLength(6);
  expect((await staged(out)).said).toEqual(out.map(() => "SAME"));
  await takeBackImport(clerk, { id: first.id, reason: "试过了" });
  await runJobs();
  expect(await database.look("select 1 from need where words like any ('{五%,六%}')")).toEqual([]);
});

test("it is taken back but for what went on since", async () => {
  const open = (await recorded()).find(({ words }) => words === "三：没派")!;
  await assignNeed(clerk, { id: open.id, version: 2, unit: "村委会", askedOn: "2026-11-24" });
  const plan = await reading(clerk, (scope) => planTakeBack(scope, { id: ledger }));
  expect(plan).toMatchObject({ removed: 2, stayed: 2 });
  expect(plan.kept.map(({ kind, name, stays }) => [kind, name, stays])).toEqual([
    ["need", "达瓦", "EDITED"],
    ["need", "达瓦", "EDITED"],
  ]);
  await takeBackImport(clerk, { id: ledger, reason: "导错了" });
  await runJobs();
  expect((await view(clerk, ledger)).status).toBe("TAKEN_BACK");
  expect((await recorded()).map(({ words }) => words)).toEqual(["三：没派", "二：在办"]);
});
