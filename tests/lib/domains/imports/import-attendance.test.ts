// Proves that a month of attendance is judged in its cells, adds and puts right days with a reason, leaves settled ones, comes back as it went out, and goes back.
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { planTakeBack } from "#lib/domains/imports/queries.ts";
import { dayKey, monthOf } from "#lib/domains/imports/sheets/attendance-marks.ts";
import { askLeave, decideLeave } from "#lib/domains/resident-teams/commands/leave.ts";
import { markDay } from "#lib/domains/resident-teams/commands/mark-day.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { anAccount } from "#tests/build/account.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, type Line, publish, rowsOf, runJobs, type Township, tryOut } from "./importing.ts";

test.each([
  ["2026-10", "2026-10-01"],
  ["2026年10月", "2026-10-01"],
  ["2026-10-01", "2026-10-01"],
  ["202610", "2026-10-01"],
  ["2026年9月份", "2026-09-01"],
  ["9月", "2026-09-01"],
  ["10", "2026-10-01"],
  // Excel makes 2026.10 and 2026.1 the same number.
  ["2026.1", null],
  ["上个月", null],
])("“%s” is the month from %s", (text, month) => expect(monthOf(text, 2026)).toBe(month));

test("every day has a key of letters, and its own", () => {
  const keys = Array.from({ length: 31 }, (_, at) => dayKey(at + 1));
  expect(new Set(keys).size).toBe(31);
  expect(keys.every((key) => /^day[A-Z]{1,2}$/.test(key))).toBe(true);
});

const database = testDatabase();
let town: Township;
let clerk: Session;
let duoji: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  clerk = await signIn(database, town.admin);
  const roster = await tryOut(database, clerk, {
    sheet: "team-roster",
    divisionId: town.township,
    title: "吉塘镇驻村工作队花名册",
    lines: [
      { ...ROSTER, 姓名: "白玛", 到岗日期: "2026-01-05" },
      { ...ROSTER, 姓名: "多吉", 到岗日期: "2026-10-10" },
    ],
  });
  await publish(clerk, roster.id);
  const [{ person }] = (await database.look(
    "select person_id as person from team_member where name = '多吉'",
  )) as [{ person: string }];
  const own = await anAccount(database, {
    divisionId: town.villages[0],
    role: "TEAM_MEMBER",
    personId: person,
  });
  duoji = await signIn(database, own.username);
});

const ROSTER = { 序号: "1", 村: "吉塘村", 派出单位: "县农牧局", 驻村职务: "队员", 批次: "第十批" };
const line = (change: Line = {}): Line => ({
  序号: "1",
  村: "吉塘村",
  姓名: "白玛",
  月份: "2026-10",
  ...change,
});
const staged = (lines: Line[], who = clerk) =>
  tryOut(database, who, {
    sheet: "team-attendance",
    divisionId: town.township,
    lines,
    title: "2026年10月驻村工作队考勤表",
  });
const told = () =>
  database.look<{ said: string }>(
    `select concat_ws(' ', m.name, to_char(d.day, 'MM-DD'), d.status, d.source, d.why) as said from team_day d join team_member m on m.id = d.member_id order by m.name, d.day`,
  );
const lines = async () => (await told()).map(({ said }) => said);
const idOf = async (name: string) =>
  (await database.look<{ id: string }>(`select id from team_member where name = '${name}'`))[0]!.id;

test("each kind of fault is told in its cell", async () => {
  const { said } = await staged([
    line({ 村: "沙漠村", "1日": "√" }),
    line({ 姓名: "一一", "1日": "√" }),
    line({ 月份: "十几月", "1日": "√" }),
    line({ 月份: "2026-12", "1日": "√" }),
    line({ 月份: "2026-11", "30日": "√" }),
    line({ 月份: "2026-02", "30日": "√" }),
    line({ "1日": "家" }),
    line({ "1日": "×" }),
    line({ "2日": "√" }),
    line({ 姓名: "多吉", "9日": "√", "10日": "√" }),
    line({ 姓名: "多吉", 月份: "2026-09", "9日": "√" }),
  ]);
  expect(said).toEqual([
    "BAD village.placeUnknown",
    "BAD name.attendanceNobody",
    "BAD month.attendanceMonth",
    "BAD month.attendanceAhead",
    "BAD dayAD.attendanceAhead",
    "BAD dayAD.attendanceNoDay",
    "BAD dayA.unknownChoice",
    "BAD name.duplicateInFile why.attendanceAbsent",
    "BAD name.duplicateInFile",
    "BAD name.attendanceOutside",
    "BAD name.attendanceNobody",
  ]);
});

const month = () => [
  line({ "1日": "√", "2日": "○", "3日": "在村", "4日": "培训", "5日": "×", 说明: "两次查岗不在，未请假" }),
  line({ 姓名: "多吉", "10日": "√", "11日": "△", "12日": "▽" }),
];
let sheet: string;

test("days nobody told are added; the same file twice changes nothing", async () => {
  const first = await staged(month());
  expect(first.said).toEqual(["ADD", "ADD"]);
  sheet = first.id;
  await publish(clerk, sheet);
  expect(await lines()).toEqual([
    "多吉 10-10 IN_VILLAGE SHEET",
    "多吉 10-11 VACATION SHEET",
    "多吉 10-12 SICK SHEET",
    "白玛 10-01 IN_VILLAGE SHEET",
    "白玛 10-02 ERRAND SHEET",
    "白玛 10-03 IN_VILLAGE SHEET",
    "白玛 10-04 TRAINING SHEET",
    "白玛 10-05 ABSENT SHEET 两次查岗不在，未请假",
  ]);
  expect((await staged(month())).said).toEqual(["SAME", "SAME"]);
  // The sign for leave says nothing against sick leave.
  expect((await staged([line({ 姓名: "多吉", "12日": "△" })])).said).toEqual(["SAME"]);
});

test("what goes out comes back as the same, with leave that was granted and members of whom nothing is told", async () => {
  const { id } = await askLeave(duoji, {
    id: await idOf("多吉"),
    ...{ kind: "VACATION", fromOn: "2026-11-22", lastOn: "2026-11-24", why: "回家看病人" },
  });
  const [leave] = await database.look<{ id: string }>("select id from team_leave");
  expect(id).toBeTruthy();
  await decideLeave(clerk, { id: leave!.id, decision: "APPROVED", why: "" });
  for (const [asked, days] of [
    ["2026-10", ["√○√◇×", "√△▽"]],
    ["2026-11", ["", "△△"]],
  ] as const) {
    const out = await streaming(clerk, async (stream) => {
      const { sheet } = await officeSheet(stream, {
        ...{
          sheet: "team-attendance",
          divisionId: town.township,
          month: asked,
          unmasked: false,
          watermark: "",
        },
      });
      const all: Line[] = [];
      for await (const row of sheet.rows)
        all.push(Object.fromEntries(sheet.columns!.map(({ label }, at) => [label, String(row[at] ?? "")])));
      return all;
    });
    // Below the rows stands what the signs mean; brought in again it is passed over.
    expect(out.at(-1)?.序号).toMatch(/^说明：√ 在村/);
    expect(
      out.slice(0, -1).map((one) =>
        Object.keys(one)
          .filter((key) => /^\d+日$/.test(key))
          .map((key) => one[key])
          .join(""),
      ),
    ).toEqual(days);
    expect((await staged(out)).said).toEqual(["SAME", "SAME"]);
  }
});

test("a day told otherwise is put right with its reason; what was settled stays; nobody brings in his own days", async () => {
  await markDay(duoji, { id: await idOf("多吉"), day: "2026-11-20", status: "IN_VILLAGE", why: "" });
  await markDay(clerk, { id: await idOf("多吉"), day: "2026-11-19", status: "ERRAND", why: "去县里开会" });
  const november = line({ 姓名: "多吉", 月份: "2026-11", "19日": "×", "20日": "○", "21日": "√" });
  expect((await staged([november])).said).toEqual(["BAD why.attendanceWhy name.attendanceSettled?"]);
  const { id, said } = await staged([{ ...november, 说明: "当天去县里领物资" }]);
  expect(said).toEqual(["UPDATE name.attendanceSettled?"]);
  const [row] = await rowsOf(clerk, id, "UPDATE");
  expect(row?.changes).toEqual([
    { field: dayKey(20), old: "IN_VILLAGE", new: "ERRAND" },
    { field: dayKey(21), old: null, new: "IN_VILLAGE" },
  ]);
  await publish(clerk, id);
  const now = (await lines()).filter((one) => one.includes(" 11-"));
  expect(now).toEqual([
    "多吉 11-19 ERRAND DESK 去县里开会",
    "多吉 11-20 ERRAND SHEET 当天去县里领物资",
    "多吉 11-21 IN_VILLAGE SHEET",
  ]);
  expect(
    await database.look(
      "select old, new from change where field = 'attendance' and old is not null order by id",
    ),
  ).toEqual([{ old: "多吉 2026-11-20 IN_VILLAGE", new: "多吉 2026-11-20 ERRAND" }]);

  await takeBackImport(clerk, { id, reason: "表填错了" });
  await runJobs();
  expect((await lines()).filter((one) => one.includes(" 11-"))).toEqual([
    "多吉 11-19 ERRAND DESK 去县里开会",
    "多吉 11-20 IN_VILLAGE SELF",
  ]);

  const person = await database.look<{ id: string }>(
    "select person_id as id from team_member where name = '白玛'",
  );
  await database.look(
    `update account set person_id = '${person[0]!.id}' where username = '${town.admin}' returning id`,
  );
  expect((await staged([line({ "6日": "√" })])).said).toEqual(["BAD name.attendanceOwn"]);
});

test("it is taken back but for the day that somebody put right since", async () => {
  await database.look(`update account set person_id = null where username = '${town.admin}' returning id`);
  await markDay(clerk, { id: await idOf("白玛"), day: "2026-10-05", status: "ERRAND", why: "核实是出差" });
  const plan = await reading(clerk, (scope) => planTakeBack(scope, { id: sheet }));
  expect(plan.removed).toBe(7);
  expect(plan.kept.map(({ kind, name, stays }) => [kind, name, stays])).toEqual([
    ["teamDay", "白玛 2026-10-05", "EDITED"],
  ]);
  await takeBackImport(clerk, { id: sheet, reason: "导错了月份" });
  await runJobs();
  expect((await lines()).filter((one) => one.includes(" 10-"))).toEqual([
    "白玛 10-05 ERRAND DESK 核实是出差",
  ]);
});
