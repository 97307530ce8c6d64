// Proves that a record of visits is judged in its cells, finds who went, is stored once for the visitor and marked as brought in, raises needs, counts, and goes back.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { planTakeBack } from "#lib/domains/imports/queries.ts";
import {
  goodsFen,
  noteOf,
  situationOf,
  topicsOf,
  topicWord,
  visitorsOf,
} from "#lib/domains/imports/sheets/visit-readings.ts";
import { assignNeed } from "#lib/domains/needs/commands/direct-need.ts";
import { getVisit } from "#lib/domains/visits/queries/list-visits.ts";
import { TOPICS } from "#lib/domains/visits/visit.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, type Line, publish, runJobs, type Township, tryOut, view } from "./importing.ts";

describe("what the free words say", () => {
  test("the topics that go out are the topics that come in", () => {
    fc.assert(
      fc.property(fc.subarray([...TOPICS]), (topics) => {
        expect(topicsOf(topics.map(topicWord).join("、"))).toEqual(topics);
      }),
    );
  });
  test.each([
    ["宣传低保政策、合作医疗", ["POLICY", "HEALTH", "INCOME"]],
    ["讲解新规", ["POLICY"]],
    ["", []],
  ])("topics of “%s”", (text, topics) => expect(topicsOf(text)).toEqual(topics));
  test.each([
    ["扎西、白玛", ["扎西", "白玛"]],
    ["扎西，白玛；扎西", ["扎西", "白玛"]],
    ["次仁•卓玛", ["次仁·卓玛"]],
  ])("visitors of “%s”", (text, names) => expect(visitorsOf(text)).toEqual(names));
  test.each([
    [{ change: "无变化" }, "NORMAL"],
    [{ change: "没有明显变化。" }, "NORMAL"],
    [{}, "NORMAL"],
    [{ change: "新增一人务工" }, "CHANGED"],
    [{ change: "无变化", asked: "缺草料" }, "DIFFICULT"],
    [{ change: "新增一人务工", situation: "NORMAL" }, "NORMAL"],
  ])("situation of %j", (values, said) => expect(situationOf(values)).toBe(said));
  test.each([
    ["大米2袋（200元）", 20_000],
    ["1,200.50元", 120_050],
    ["200", 20_000],
    ["大米2袋", null],
    ["米100元、油50元", null],
  ])("worth of “%s”", (text, fen) => expect(goodsFen(text)).toBe(fen));
  test("the note keeps what is more than the name of a topic", () => {
    expect(noteOf({ change: "无", topics: "政策、就业" })).toBe("无");
    expect(noteOf({ change: "添丁", topics: "讲了合作医疗" })).toBe("添丁；讲了合作医疗");
    expect(noteOf({})).toBeNull();
  });
});

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
  const baima = await aPerson(database, { divisionId: town.township, name: "白玛", unitName: "农牧局" });
  // Another of the same name, of another unit: the household's own helper is meant all the same.
  await aPerson(database, { divisionId: town.township, name: "白玛", unitName: "教育局" });
  await aPerson(database, { divisionId: town.township, name: "旦增", unitName: "镇政府" });
  await aPairing(database, { household: tashi, helper: baima, fromOn: "2026-03-01" });
});

const line = (of: BuiltHousehold, change: Line = {}): Line => ({
  序号: "1",
  日期: "2026-09-02",
  帮扶人: "白玛",
  单位: "",
  村: "",
  户编号: of.householdNo,
  走访对象: of.headName,
  方式: "入户",
  家庭情况变化: "无变化",
  宣传政策: "政策、就业",
  困难诉求: "",
  诉求类别: "",
  "解决措施/结果": "",
  "物资(折款)": "",
  代走访原因: "",
  户主签字: "",
  照片号: "",
  ...change,
});
const staged = (lines: Line[]) =>
  tryOut(database, clerk, {
    sheet: "visit-record",
    divisionId: town.township,
    lines,
    title: "吉塘镇走访记录表",
  });
const recorded = () =>
  database.look<{ id: string; day: string; status: string; by: string; kind: string; situation: string }>(
    `select v.id, v.visited_on::text as day, v.status, v.kind, v.situation,
       (select string_agg(w.person_name || ' ' || p.unit_name || case when w.counts then '' else ' -' end, '、' order by w.person_name) from visit_visitor w join person p on p.id = w.person_id where w.visit_id = v.id) as by
     from visit v where v.household_id = any ($1) order by v.visited_on, v.id`,
    [[tashi.id, dawa.id]],
  );

test("each kind of fault is told in its cell", async () => {
  const { said } = await staged([
    line(tashi, { 日期: "2026-09-01", 户编号: "T99999999" }),
    line(tashi, { 日期: "2026-09-02", 走访对象: "别人" }),
    line(tashi, { 日期: "2026-12-01" }),
    line(tashi, { 日期: "2026-09-04", 帮扶人: "尼玛" }),
    line(dawa, { 日期: "2026-09-05" }),
    line(dawa, { 日期: "2026-09-06", 单位: "农牧局" }),
    line(tashi, { 日期: "2026-09-07", 方式: "打坐" }),
    line(tashi, { 日期: "2026-09-08", 诉求类别: "饮水" }),
    line(tashi, { 日期: "2026-09-09", 困难诉求: "缺草料" }),
    line(tashi, { 日期: "2026-09-10", 户编号: "" }),
    line(tashi, { 日期: "2026-09-11", 户编号: "", 村: "吉塘村" }),
    line(tashi, { 日期: "2026-09-11" }),
    line(tashi, { 日期: "2025-03-01", 帮扶人: "旦增", 代走访原因: "替白玛" }),
  ]);
  expect(said).toEqual([
    "BAD householdNo.householdUnknown",
    "BAD headName.headMismatch",
    "BAD visitedOn.needAhead",
    "BAD visitors.visitorUnknown",
    "BAD unit.visitorUnclear",
    "BAD standIn.standInMissing",
    "BAD kind.unknownChoice",
    "BAD asked.askedMissing",
    "ADD asked.askedKept?",
    "BAD householdNo.householdHardToTell",
    "ADD",
    "BAD visitedOn.duplicateInFile",
    "ADD visitedOn.visitLongAgo?",
  ]);
});

const file = () => [
  line(tashi),
  line(tashi, { 日期: "2026-09-20", 方式: "电话", 困难诉求: "引水管冻裂", 诉求类别: "饮水" }),
  line(dawa, {
    日期: "2026-10-08",
    帮扶人: "旦增、白玛",
    单位: "农牧局",
    代走访原因: "替洛桑去的",
    困难诉求: "缺草料",
    "解决措施/结果": "已联系合作社",
    "物资(折款)": "大米2袋（200元）",
  }),
];
let sheet: string;

test("visits go in once for whoever went, late, marked, with what was asked for", async () => {
  const first = await staged(file());
  expect(first.said).toEqual(["ADD", "ADD", "ADD asked.askedKept?"]);
  sheet = first.id;
  await publish(clerk, sheet);
  expect(await recorded()).toMatchObject([
    { day: "2026-09-02", by: "白玛 农牧局", kind: "HOME", situation: "NORMAL", status: "SUBMITTED" },
    { day: "2026-09-20", by: "白玛 农牧局", kind: "PHONE", situation: "DIFFICULT" },
    { day: "2026-10-08", by: "旦增 镇政府、白玛 农牧局", kind: "HOME", situation: "DIFFICULT" },
  ]);
  const [, , third] = await recorded();
  expect(await reading(clerk, (scope) => getVisit(scope, { id: third!.id }))).toMatchObject({
    late: true,
    bySheet: true,
    standInReason: "替洛桑去的",
    asked: "缺草料",
    help: "已联系合作社",
    goods: "大米2袋（200元）",
    goodsFen: 20_000n,
    topics: ["POLICY", "JOBS"],
  });
  const needs = await database.look(
    "select n.words, n.source, n.raised_on::text as on, v.visited_on::text as heard from need n join visit v on v.id = n.visit_id where n.household_id = $1",
    [tashi.id],
  );
  expect(needs).toEqual([{ words: "引水管冻裂", source: "VISIT", on: "2026-09-20", heard: "2026-09-20" }]);
  const last = await database.look(
    "select last_visit_on::text as on from household where id = any ($1) order by 1",
    [[tashi.id, dawa.id]],
  );
  expect(last).toEqual([{ on: "2026-09-20" }, { on: "2026-10-08" }]);
});

test("they count for the helper: a visit at home does, a call does not", async () => {
  const counted = await database.look(
    "select helper_kind as kind, done from fact_duties('2026-07-01', '2026-09-30', '2026-09-30') where household_id = $1",
    [tashi.id],
  );
  expect(counted).toEqual([{ kind: "FIRST_HELPER", done: 1 }]);
});

test("the same file, and what goes out, come back as the same", async () => {
  expect((await staged(file())).said.map((one) => one.slice(0, 4))).toEqual(["SAME", "SAME", "SAME"]);
  const out = await streaming(clerk, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "visit-record",
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
  expect(out).toHaveLength(3);
  expect(out[1]).toMatchObject({
    "日期*": "2026-09-20",
    宣传政策: "政策、就业",
    困难诉求: "引水管冻裂",
    诉求类别: "饮水",
  });
  expect((await staged(out)).said.map((one) => one.slice(0, 4))).toEqual(["SAME", "SAME", "SAME"]);
});

test("it is taken back, visits and all, but for a need that somebody worked on", async () => {
  const [need] = await database.look<{ id: string; version: number }>(
    "select id, version from need where household_id = $1",
    [tashi.id],
  );
  await assignNeed(clerk, { id: need!.id, version: need!.version, unit: "水利局", askedOn: "2026-11-24" });
  const plan = await reading(clerk, (scope) => planTakeBack(scope, { id: sheet }));
  expect(plan).toMatchObject({ removed: 2, stayed: 1 });
  expect(plan.kept).toMatchObject([{ kind: "visit", name: "扎西", stays: "EDITED" }]);
  await takeBackImport(clerk, { id: sheet, reason: "导错了" });
  await runJobs();
  expect((await view(clerk, sheet)).status).toBe("TAKEN_BACK");
  expect((await recorded()).map(({ status, by }) => `${status} ${by}`)).toEqual([
    "WITHDRAWN 白玛 农牧局 -",
    "SUBMITTED 白玛 农牧局",
    "WITHDRAWN 旦增 镇政府 -、白玛 农牧局 -",
  ]);
  // What was taken back may come in again.
  expect((await staged(file())).said.map((one) => one.slice(0, 4))).toEqual(["ADD", "SAME", "ADD "]);
});
