// Proves that the ledger of trainings is judged in its cells, finds whose names it bears, goes in once, and goes back unless touched since.
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { listKept, planTakeBack } from "#lib/domains/imports/queries.ts";
import { correctTraining } from "#lib/domains/trainings/commands/correct-training.ts";
import { settleAttendees } from "#lib/domains/trainings/commands/settle-attendees.ts";
import { getTraining } from "#lib/domains/trainings/queries/get-training.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { anAccount } from "#tests/build/account.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  fileOf,
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
let county: number;
let office: Session;
let clerk: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  const [above] = await database.look<{ parent_id: number }>("select parent_id from division where id = $1", [
    town.township,
  ]);
  county = above!.parent_id;
  const organizer = await anAccount(database, {
    divisionId: county,
    role: "COUNTY_ORG_DEPT",
    name: "组织部",
  });
  office = await signIn(database, organizer.username);
  clerk = await signIn(database, town.admin);
  const [first, second] = town.villages;
  await aPerson(database, { name: "达瓦", divisionId: first });
  await aPerson(database, { name: "白玛", divisionId: town.township, unitName: "吉塘镇农牧站" });
  for (const village of [first, second]) await aPerson(database, { name: "次仁", divisionId: village });
  for (const village of [first, second]) await aPerson(database, { name: "卓嘎", divisionId: village });
  await aPerson(database, { name: "外县人", divisionId: town.elsewhere });
});

let nth = 0;
const line = (change: Line = {}): Line => ({
  序号: "1",
  举办单位: "吉塘镇",
  班次: `第${++nth}期培训班`,
  方式: "现场培训",
  层级: "",
  对象: "群众",
  主题: "实用技术",
  时间: "2026-03-10 至 2026-03-12",
  地点: "农牧站",
  学时: "12",
  干部人数: "",
  群众人数: "",
  经费: "",
  签到名册: "达瓦",
  ...change,
});

type Read = { training: { fromOn: string; audience: string }; facts: { to_on: string; hours: number } };
const staged = (session: Session, divisionId: number, lines: Line[]) =>
  tryOut<Read>(database, session, { sheet: "trainings", divisionId, lines, title: "吉塘镇培训台账" });

const FAULTS: [what: string, change: Line, told: string][] = [
  ["no name", { 班次: "" }, "BAD name.required"],
  ["a name too long", { 班次: "长".repeat(81) }, "BAD name.tooLong"],
  ["a unit with a slip", { 举办单位: "吉唐镇" }, "BAD unit.unitUnknownNear"],
  ["a unit like none", { 举办单位: "火星村" }, "BAD unit.unitUnknown"],
  ["a unit of another county", { 举办单位: "八宿县白玛镇" }, "BAD unit.unitUnknown"],
  ["no mode", { 方式: "" }, "BAD mode.required"],
  ["a mode like none", { 方式: "打坐" }, "BAD mode.unknownChoice"],
  ["a mode with a slip", { 方式: "专提培训" }, "BAD mode.unknownChoiceNear"],
  ["two modes in one cell", { 方式: "专题培训、外出考察" }, "BAD mode.tooManyChoices"],
  ["no topic", { 主题: "" }, "BAD topic.required"],
  ["a topic like none", { 主题: "养生" }, "BAD topic.unknownChoice"],
  ["a level like none", { 层级: "宇宙级" }, "BAD level.unknownChoice"],
  ["no days", { 时间: "" }, "BAD days.required"],
  ["days that are none", { 时间: "三月中旬" }, "BAD days.days"],
  ["only a month", { 时间: "2026年3月" }, "BAD days.days"],
  ["the 31st of April", { 时间: "2026-04-31" }, "BAD days.days"],
  ["an end before the beginning", { 时间: "2026-03-12至2026-03-10" }, "BAD days.daysBackward"],
  [
    "an end before the beginning, in two columns",
    { 时间: "2026-03-12", 结束时间: "2026-03-10" },
    "BAD toOn.daysBackward",
  ],
  ["tomorrow", { 时间: "2026-11-24" }, "BAD days.trainingAhead"],
  ["not over yet", { 时间: "2026-11-22至11-25", 学时: "6" }, "BAD days.trainingAhead"],
  ["more than a year", { 时间: "2024-01-01至2026-01-01" }, "BAD days.daysTooLong"],
  ["no hours", { 学时: "" }, "BAD hours.required"],
  ["hours in words", { 学时: "半天" }, "BAD hours.tenths"],
  ["no hour at all", { 学时: "0" }, "BAD hours.outOfRange"],
  ["hours with two decimals", { 学时: "7.25" }, "BAD hours.tenths"],
  ["more hours than a day has", { 时间: "2026-03-10", 学时: "24" }, "BAD hours.hoursADay"],
  ["a count in words", { 群众人数: "三十多" }, "BAD statedVillagers.integer"],
  ["a count below nothing", { 干部人数: "-3" }, "BAD statedCadres.outOfRange"],
  ["money in words", { 经费: "约八千" }, "BAD costFen.money"],
  ["nobody says for whom", { 对象: "" }, "BAD audience.audienceMissing"],
  ["for whom like none", { 对象: "外星人" }, "BAD audience.unknownChoice"],
  ["the same twice, first", { 班次: "重复的班" }, "ADD"],
  ["the same twice, again", { 班次: "重复的班", 地点: "别处" }, "BAD name.duplicateInFile"],
  ["a cell that Excel lost", { 学时: "#REF!" }, "BAD hours.tenths"],
  [
    "too many names",
    { 签到名册: Array.from({ length: 501 }, (_, at) => `甲${at}`).join("、") },
    "BAD names.namesTooMany",
  ],
];

test(`${FAULTS.length - 2} kinds of fault are told in their cells`, async () => {
  const { said } = await staged(
    office,
    county,
    FAULTS.map(([, change]) => line(change)),
  );
  expect(FAULTS.map(([what], at) => `${what}: ${said[at]}`)).toEqual(
    FAULTS.map(([what, , told]) => `${what}: ${told}`),
  );
});

const ODD: [what: string, change: Line, told: string, days: string, audience: string][] = [
  ["points for dashes", { 时间: "2026.3.10-12" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  ["eight digits a day", { 时间: "20260310-20260312" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  ["as it is spoken", { 时间: "2026年3月10日—3月12日（3天）" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  ["in Chinese digits", { 时间: "二〇二六年三月十日至十二日" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  ["as Excel counts days", { 时间: 46091, 学时: "6" }, "ADD", "2026-03-10/2026-03-10", "VILLAGERS"],
  [
    "two columns",
    { 时间: "2026-03-10", 结束时间: "2026-03-12" },
    "ADD",
    "2026-03-10/2026-03-12",
    "VILLAGERS",
  ],
  ["full width and a unit", { 学时: "１２学时" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  [
    "what offices call a mode",
    { 方式: "考察学习", 主题: "党建" },
    "ADD",
    "2026-03-10/2026-03-12",
    "VILLAGERS",
  ],
  [
    "for whom by the counts",
    { 对象: "", 干部人数: 3, 群众人数: 1, 签到名册: "达瓦、白玛、外人甲、外人乙" },
    "ADD names.namesOpen?",
    "2026-03-10/2026-03-12",
    "CADRES",
  ],
  ["the unit left blank", { 举办单位: "" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  ["an office for its place", { 举办单位: "吉塘镇人民政府" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  ["nobody written down", { 签到名册: "" }, "ADD names.namesMissing?", "2026-03-10/2026-03-12", "VILLAGERS"],
  ["a sum that differs", { 群众人数: "30" }, "ADD names.namesDiffer?", "2026-03-10/2026-03-12", "VILLAGERS"],
  [
    "one name of two people",
    { 签到名册: "次仁" },
    "ADD names.namesOpen?",
    "2026-03-10/2026-03-12",
    "VILLAGERS",
  ],
  ["told apart by the village", { 签到名册: "次仁（雪东村）" }, "ADD", "2026-03-10/2026-03-12", "VILLAGERS"],
  [
    "somebody of another county",
    { 签到名册: "外县人" },
    "ADD names.namesOpen?",
    "2026-03-10/2026-03-12",
    "VILLAGERS",
  ],
  ["ten thousand yuan", { 经费: "1.5万" }, "ADD costFen.moneyWan?", "2026-03-10/2026-03-12", "VILLAGERS"],
];

test(`${ODD.length} rows that look odd are right`, async () => {
  const { said, rows } = await staged(
    office,
    county,
    ODD.map(([, change]) => line(change)),
  );
  expect(
    ODD.map(([what], at) => {
      const { training, facts } = rows[at]!.values;
      return `${what}: ${said[at]}, ${training.fromOn}/${facts.to_on}, ${training.audience}`;
    }),
  ).toEqual(ODD.map(([what, , told, days, audience]) => `${what}: ${told}, ${days}, ${audience}`));
});

const LEDGER: Line[] = [
  {
    举办单位: "吉塘镇",
    班次: "牦牛育肥培训",
    方式: "现场培训",
    层级: "乡镇级",
    主题: "实用技术",
    时间: "2026-05-06 至 2026-05-07",
    地点: "农牧站",
    学时: "12.5",
    群众人数: 4,
    经费: "8600",
    签到名册: "1. 达瓦、次仁（雪东村）、卓嘎、孙教授（西藏农牧学院）",
  },
  {
    举办单位: "",
    班次: "党务培训班",
    方式: "专题培训",
    层级: "县级",
    主题: "党建业务",
    时间: "2026-06-01",
    地点: "",
    学时: "6",
    群众人数: "",
    经费: "",
    签到名册: "白玛 达瓦",
  },
];
const ledger = (change: Line = {}) => [LEDGER[0]!, { ...LEDGER[1]!, 对象: "党员", ...change }];
const recorded = () =>
  database.look<{ id: string; title: string; level: string; place: string; hours: number; there: string }>(
    `select t.id, t.title, t.level, d.name as place, t.hours::float as hours,
       (select string_agg(concat_ws(' ', a.name, a.unit_typed, a.standing), ', ' order by a.name) from training_attendee a where a.training_id = t.id) as there
     from training t join division d on d.id = t.division_id where t.title in ('牦牛育肥培训', '党务培训班') order by t.from_on`,
  );
let ledgerImport: string;

test("a ledger goes in with whoever was there; the same file twice changes nothing", async () => {
  const { id, said } = await staged(office, county, ledger());
  ledgerImport = id;
  expect(said).toEqual(["ADD names.namesOpen?", "ADD"]);
  expect((await publish(office, id)).counts).toMatchObject({ added: 2, bad: 0 });
  expect((await recorded()).map(({ id: _id, ...one }) => one)).toEqual([
    {
      title: "牦牛育肥培训",
      level: "TOWNSHIP",
      place: "吉塘镇",
      hours: 12.5,
      there: "卓嘎 UNKNOWN, 孙教授 西藏农牧学院 UNKNOWN, 次仁 KNOWN, 达瓦 KNOWN",
    },
    { title: "党务培训班", level: "COUNTY", place: "察雅县", hours: 6, there: "白玛 KNOWN, 达瓦 KNOWN" },
  ]);
  const again = await staged(office, county, ledger());
  expect(again.said).toEqual(["SAME", "SAME"]);
});

test("what differs is laid over, with old and new; a new name joins the list; an empty cell erases nothing", async () => {
  const { id, said } = await staged(
    office,
    county,
    ledger({ 学时: "8", 签到名册: "白玛、达瓦、卓嘎（雪东村）" }),
  );
  expect(said).toEqual(["SAME", "UPDATE"]);
  const [shown] = await rowsOf(office, id, "UPDATE");
  expect(shown!.changes).toEqual([
    { field: "hours", old: 6, new: 8 },
    { field: "names", old: null, new: ["卓嘎"] },
  ]);
  await publish(office, id);
  const training = (await recorded())[1]!;
  expect([training.hours, training.there]).toEqual([8, "卓嘎 KNOWN, 白玛 KNOWN, 达瓦 KNOWN"]);
  const changes = await database.look(
    "select field, old, new from change where entity = 'training' and entity_id = $1",
    [training.id],
  );
  expect(changes).toEqual([{ field: "hours", old: "6", new: "8" }]);
  await takeBackImport(office, { id, reason: "传错了文件" });
  await runJobs();
  expect((await view(office, id)).counts).toMatchObject({ went: 1, stayed: 0 });
  const back = (await recorded())[1]!;
  expect([back.hours, back.there]).toEqual([6, "白玛 KNOWN, 达瓦 KNOWN"]);
  // As it was: so the import before it can go back as well.
  expect(await reading(office, (scope) => planTakeBack(scope, { id: ledgerImport }))).toMatchObject({
    removed: 2,
    stayed: 0,
  });
});

test("what goes out in the columns of the ledger comes back as the same", async () => {
  const file = await streaming(office, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "trainings",
      divisionId: county,
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
  expect(file).toHaveLength(2);
  expect(file[0]).toMatchObject({
    "班次*": "牦牛育肥培训",
    "时间*": "2026-05-06～2026-05-07",
    "学时*": 12.5,
    群众人数: 4,
    人数合计: "4",
    经费: 8600,
    签到名册: expect.stringContaining("孙教授（西藏农牧学院）"),
  });
  expect((await staged(office, county, file)).said).toEqual(["SAME", "SAME"]);
});

test("whose list was settled stays and is named; the other goes, and its names with it", async () => {
  const [settled, untouched] = await recorded();
  const detail = await reading(office, (scope) => getTraining(scope, { id: settled!.id }));
  const professor = detail.attendees.find(({ name }) => name === "孙教授")!;
  await settleAttendees(office, { id: settled!.id, [`is.${professor.id}`]: "OUTSIDER" });
  const plan = await reading(office, (scope) => planTakeBack(scope, { id: ledgerImport }));
  expect(plan).toMatchObject({ removed: 1, restored: 0, stayed: 1 });
  expect(plan.kept).toMatchObject([
    { kind: "training", unit: settled!.id, stays: "EDITED", name: "牦牛育肥培训" },
  ]);
  await takeBackImport(office, { id: ledgerImport, reason: "传错了文件" });
  await runJobs();
  expect((await view(office, ledgerImport)).counts).toMatchObject({ went: 1, stayed: 1 });
  expect(await reading(office, (scope) => listKept(scope, { id: ledgerImport }))).toMatchObject([
    { kind: "training", unit: settled!.id, stays: "EDITED" },
  ]);
  expect((await recorded()).map(({ title }) => title)).toEqual(["牦牛育肥培训"]);
  expect(
    await database.look("select 1 from training_attendee where training_id = $1", [untouched!.id]),
  ).toEqual([]);
});

test("a corrected one stays; a withdrawn one is not recorded a second time", async () => {
  const { id } = await staged(office, county, [line({ 班次: "改过的班", 签到名册: "达瓦" })]);
  await publish(office, id);
  const [made] = await database.look<{ id: string; version: number }>(
    "select id, version from training where title = '改过的班'",
  );
  await correctTraining(office, {
    ...{ id: made!.id, version: made!.version, title: "改过的班", mode: "ON_SITE", audience: "VILLAGERS" },
    ...{ topic: "PRACTICAL", level: "TOWNSHIP", fromOn: "2026-03-10", toOn: "2026-03-12", hours: "10" },
  });
  const plan = await reading(office, (scope) => planTakeBack(scope, { id }));
  expect(plan).toMatchObject({ removed: 0, stayed: 1 });
  await database.look("update training set status = 'WITHDRAWN', withdrawn_for = '试' where id = $1", [
    made!.id,
  ]);
  const again = await staged(office, county, [line({ 班次: "改过的班" })]);
  expect(again.said).toEqual(["BAD name.trainingWithdrawn"]);
});

test("the organization department brings in what it keeps, a township its own alone, and a leader nothing", async () => {
  await expect(upload(office, "household-roster", county, await fileOf([line()]))).rejects.toMatchObject({
    code: "refused",
  });
  await expect(upload(clerk, "trainings", county, await fileOf([line()]))).rejects.toMatchObject({
    code: "not-found",
  });
  const own = await staged(clerk, town.township, [line({ 举办单位: "" }), line({ 举办单位: "察雅县" })]);
  expect(own.said).toEqual(["ADD", "BAD unit.unitUnknown"]);
  const viewer = await anAccount(database, { divisionId: county, role: "TOWNSHIP_REVIEWER" });
  const looks = await signIn(database, viewer.username);
  await expect(upload(looks, "trainings", county, await fileOf([line()]))).rejects.toMatchObject({
    code: "refused",
  });
});
