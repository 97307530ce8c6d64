// Proves that a roster of resident teams is judged in its cells, founds teams and lets members join, changes nothing twice, comes back as it went out, and goes back unless used.
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { planTakeBack } from "#lib/domains/imports/queries.ts";
import { teamRolesOf, teamRoleWord } from "#lib/domains/imports/sheets/team-readings.ts";
import { markDay } from "#lib/domains/resident-teams/commands/mark-day.ts";
import { ROLES } from "#lib/domains/resident-teams/team.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, type Line, publish, rowsOf, runJobs, type Township, tryOut, view } from "./importing.ts";

test.each([
  ["第一书记", ["FIRST_SECRETARY"]],
  ["第一书记兼队长", ["LEADER", "FIRST_SECRETARY"]],
  ["副队长", ["MEMBER"]],
  ["队员", ["MEMBER"]],
  ["厨师", null],
  [ROLES.map(teamRoleWord).join("、"), [...ROLES]],
])("“%s” in the team", (text, roles) => expect(teamRolesOf(text)).toEqual(roles));

const database = testDatabase();
let town: Township;
let clerk: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  clerk = await signIn(database, town.admin);
  await aPerson(database, { divisionId: town.township, name: "白玛", unitName: "县农牧局" });
  await aPerson(database, { divisionId: town.township, name: "旦增", unitName: "镇政府" });
});

const line = (change: Line = {}): Line => ({
  序号: "1",
  村: "吉塘村",
  村类型: "贫困村",
  姓名: "白玛",
  派出单位: "县农牧局",
  职务职级: "科员",
  驻村职务: "队员",
  批次: "第十批",
  到岗日期: "2026-01-05",
  期满日期: "2027-12-31",
  党组织关系是否转入: "是",
  电话: "",
  ...change,
});
const staged = (lines: Line[]) =>
  tryOut(database, clerk, {
    sheet: "team-roster",
    divisionId: town.township,
    lines,
    title: "吉塘镇驻村工作队花名册",
  });
const members = () =>
  database.look<{ id: string; said: string }>(
    `select m.id, concat_ws(' ', d.name, t.batch, m.name, m.unit, array_to_string(m.roles, '+'), case when m.org_moved then 'moved' end) as said
     from team_member m join resident_team t on t.id = m.team_id join division d on d.id = m.division_id order by said`,
  );

test("each kind of fault is told in its cell", async () => {
  const { said } = await staged([
    line({ 村: "沙漠村" }),
    line({ 姓名: "一一", 驻村职务: "厨师" }),
    line({ 姓名: "二二", 到岗日期: "2026-12-05" }),
    line({ 姓名: "三三", 期满日期: "2026-01-01" }),
    line({ 姓名: "四四", 批次: "第十一批" }),
    line({ 姓名: "五五", 驻村职务: "队长" }),
    line({ 姓名: "六六", 驻村职务: "第一书记、队长" }),
    line({ 姓名: "旦增" }),
    line({ 姓名: "旦增" }),
  ]);
  expect(said).toEqual([
    "BAD village.placeUnknown",
    "BAD roles.teamRole",
    "BAD fromOn.needAhead",
    "BAD dueOn.daysBackward",
    "BAD batch.teamBatchDiffers",
    "ADD",
    "BAD roles.teamLeaderTwice",
    "ADD unit.teamNamesake?",
    "BAD name.duplicateInFile unit.teamNamesake?",
  ]);
});

const file = () => [
  line({ 驻村职务: "第一书记兼队长" }),
  line({ 姓名: "多吉" }),
  line({ 村: "雪东村", 姓名: "尼玛", 派出单位: "县水利局", 驻村职务: "", 党组织关系是否转入: "" }),
];
let roster: string;

test("teams are founded and members join; the same file twice changes nothing", async () => {
  const first = await staged(file());
  expect(first.said).toEqual(["ADD", "ADD", "ADD"]);
  roster = first.id;
  await publish(clerk, roster);
  expect((await members()).map(({ said }) => said)).toEqual([
    "吉塘村村委会 第十批 多吉 县农牧局 MEMBER moved",
    "吉塘村村委会 第十批 白玛 县农牧局 LEADER+FIRST_SECRETARY moved",
    "雪东村 第十批 尼玛 县水利局 MEMBER",
  ]);
  // The one who is known already is no second person.
  expect(await database.look("select count(*)::int as n from person where name = '白玛'")).toEqual([
    { n: 1 },
  ]);
  expect((await staged(file())).said).toEqual(["SAME", "SAME", "SAME"]);
});

test("what the file says otherwise is laid over, with old and new; a village keeps its batch, a person one village", async () => {
  const { id, said } = await staged([
    line({ 姓名: "多吉", 派出单位: "县林草局" }),
    line({ 村: "雪东村", 姓名: "白玛" }),
    line({ 村: "雪东村", 姓名: "索南", 批次: "第十一批", 到岗日期: "2026-11-01" }),
  ]);
  expect(said).toEqual(["UPDATE", "BAD name.teamElsewhere", "BAD batch.teamOtherBatch"]);
  const [row] = await rowsOf(clerk, id, "UPDATE");
  expect(row?.changes).toEqual([{ field: "unit", old: "县农牧局", new: "县林草局" }]);
  await publish(clerk, id);
  expect((await members())[0]?.said).toBe("吉塘村村委会 第十批 多吉 县林草局 MEMBER moved");
  await takeBackImport(clerk, { id, reason: "写错了" });
  await runJobs();
  expect((await members())[0]?.said).toBe("吉塘村村委会 第十批 多吉 县农牧局 MEMBER moved");
});

test("what goes out comes back as the same", async () => {
  const out = await streaming(clerk, async (stream) => {
    const { sheet } = await officeSheet(stream, {
      sheet: "team-roster",
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
  expect(out.map((one) => one.驻村职务)).toEqual(["队长、第一书记", "队员", "队员"]);
  expect((await staged(out)).said).toEqual(["SAME", "SAME", "SAME"]);
});

test("it is taken back but for whoever has a day written down", async () => {
  const nima = (await members())[2]!;
  await markDay(clerk, { id: nima.id, day: "2026-11-20", status: "IN_VILLAGE", why: "电话核实" });
  const plan = await reading(clerk, (scope) => planTakeBack(scope, { id: roster }));
  expect(plan.kept.map(({ kind, name, stays }) => [kind, name, stays])).toContainEqual([
    "teamMember",
    "尼玛",
    "USED",
  ]);
  await takeBackImport(clerk, { id: roster, reason: "导错了" });
  await runJobs();
  expect((await view(clerk, roster)).status).toBe("TAKEN_BACK");
  expect((await members()).map(({ said }) => said)).toEqual(["雪东村 第十批 尼玛 县水利局 MEMBER"]);
  expect(await database.look("select division_id from resident_team")).toEqual([
    { division_id: town.villages[1] },
  ]);
  expect(await database.look("select name from person where name in ('多吉', '白玛') order by 1")).toEqual([
    { name: "白玛" },
  ]);
});
