// Proves that one correction serves all rows, that updates say what they change, and that "all or none" means it.
import { createTranslator } from "next-intl";
import { beforeAll, expect, test } from "vitest";
import { kindOfProblem } from "#components/imports/problem-words.ts";
import { dropFix, fixRows } from "#lib/domains/imports/commands/fix-rows.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import words from "#lib/i18n/messages/zh-CN/imports.json" with { type: "json" };
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  check,
  fileOf,
  idNo,
  type Line,
  publish,
  rowsOf,
  runJobs,
  type Township,
  upload,
  view,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
});

const household = (no: string, change: Line = {}): Line => ({
  县: "察雅县",
  乡镇: "吉塘镇",
  村: "吉塘村",
  户编号: no,
  户主姓名: "扎西",
  脱贫属性: "未脱贫",
  人均纯收入: "3180.5",
  ...change,
});

async function checked(lines: Line[], sheet = "household-roster") {
  const id = await upload(admin, sheet, town.township, await fileOf(lines));
  return check(admin, id);
}
async function fix(id: string, column: string, from: string, to: string) {
  await fixRows(admin, { id, column, from, to });
  await runJobs();
  return view(admin, id);
}

test("the head of a group says what its rows say alike, and of one row everything", async () => {
  const t = createTranslator({ locale: "zh-CN", messages: { imports: words }, namespace: "imports" });
  const heads = async (lines: Line[]) =>
    Object.fromEntries(
      (await checked(lines)).groups.map((group) => [group.key, kindOfProblem(t as never, group)]),
    );
  const one = await heads([
    household("H1"),
    household("H1", { 户主姓名: "次仁" }),
    household("H2", { 年度: "2025" }),
    household("H3", { 村: "火星村" }),
  ]);
  expect(one.duplicateInFile).toMatch(/^与第 \d 行重复，请留一行$/);
  expect(one.otherYear).toContain("2026");
  expect(Object.values(one).join(), "nothing is left open").not.toContain("…");

  const many = await heads([
    household("H4", { 村: "火星村" }),
    household("H5", { 村: "木星村" }),
    household("H6", { 年度: "2025" }),
    household("H7", { 年度: "2024" }),
  ]);
  expect(many.placeUnknown, "two villages differ").toContain("“…”");
  expect(many.otherYear, "but the open year is one").toContain("2026");
});

test("a group names its first cell and what stands there, and is set right for all rows at once", async () => {
  const found = await checked([
    household("S1", { 脱贫属性: "没脱" }),
    household("S2", { 脱贫属性: "没脱" }),
    household("S3", { 脱贫属性: "" }),
    household("S4", { 村: "吉搪村" }),
    household("S5"),
  ]);
  expect(found.counts).toMatchObject({ bad: 4, added: 1 });
  const unknown = found.groups.find(
    (group) => group.column === "status" && group.key.startsWith("unknownChoice"),
  )!;
  expect(unknown).toMatchObject({ rows: 2, firstRow: 3, firstText: "没脱" });
  expect(unknown.texts).toMatchObject([{ text: "没脱", rows: 2 }]);
  expect((await fix(found.id, "status", "没脱", "未脱贫")).counts).toMatchObject({ bad: 2, added: 3 });
  expect((await fix(found.id, "status", "", "未脱贫")).counts).toMatchObject({ bad: 1, added: 4 });
  const near = (await view(admin, found.id)).groups.find((group) => group.column === "village")!;
  expect(near.texts[0]).toMatchObject({ text: "吉搪村", rows: 1 });
  const right = await fix(found.id, "village", "吉搪村", "吉塘村");
  expect(right.counts).toMatchObject({ bad: 0, added: 5 });
  expect(right.fixes).toHaveLength(3);
  await dropFix(admin, { id: found.id, column: "village", from: "吉搪村" });
  await runJobs();
  expect((await view(admin, found.id)).counts).toMatchObject({ bad: 1, added: 4 });
});

test("a correction of an empty cell makes no household out of a blank line or a total", async () => {
  const found = await checked([
    household("S11", { 脱贫属性: "" }),
    { 县: "合计", 人均纯收入: "3180.5" },
    { 户编号: "" },
  ]);
  expect((await fix(found.id, "status", "", "未脱贫")).counts).toMatchObject({
    rows: 1,
    bad: 0,
    added: 1,
    skipped: 1,
  });
});

test("an ID number is quoted masked, in staging as on the screen", async () => {
  const wrong = `${idNo("54032619850318888").slice(0, 17)}A`;
  const found = await checked([household("S21", { 身份证号: wrong })]);
  const group = found.groups.find(({ column }) => column === "idNo")!;
  expect(group.firstText).toContain("********");
  const [row] = await database.look<{ values: object }>(
    "select values from import_row where import_id = $1",
    [found.id],
  );
  expect(JSON.stringify(row)).not.toContain("19850318");
});

test("an update says old and new of what changes only; unchanged rows are counted apart", async () => {
  await aHousehold(database, {
    divisionId: town.villages[0],
    householdNo: "U1",
    headName: "扎西",
    incomePerHeadFen: 100_000n,
    phone: "13800000001",
  });
  await aHousehold(database, {
    divisionId: town.villages[0],
    householdNo: "U2",
    headName: "扎西",
    incomePerHeadFen: 318_050n,
    phone: "13800000001",
  });
  const found = await checked([
    household("U1", { 户联系电话: "13800000001" }),
    household("U2", { 户联系电话: "13800000001" }),
  ]);
  expect(found.counts).toMatchObject({ updated: 1, same: 1, added: 0 });
  const [row] = await rowsOf(admin, found.id, "UPDATE");
  expect(row!.changes).toEqual([{ field: "income_per_head_fen", old: 100_000, new: 318_050 }]);
  const done = await publish(admin, found.id);
  expect(done.counts).toMatchObject({ updated: 1, same: 1 });
  const [untouched] = await database.look<{ version: number }>(
    "select version from household where household_no = 'U2'",
  );
  expect(untouched!.version).toBe(1);
});

test("a person's update names fields of the person, of the year and of the household", async () => {
  const home = await aHousehold(database, {
    divisionId: town.villages[0],
    householdNo: "U5",
    headName: "扎西",
    members: [{ name: "卓玛", relation: "SPOUSE", phone: "13800000009" }],
  });
  const found = await checked(
    [
      {
        县: "察雅县",
        乡: "吉塘镇",
        村: "吉塘村",
        户编号: "U5",
        姓名: "卓玛",
        证件号码: idNo("54032619850318222"),
        年度: "2026",
        与户主关系: "配偶",
        文化程度: "小学",
        户联系电话: "13711111111",
      },
    ],
    "person-roster",
  );
  expect(home.headName).toBe("扎西");
  const [row] = await rowsOf(admin, found.id, "UPDATE");
  const changes = Object.fromEntries(row?.changes.map((change) => [change.field, change.new]) ?? []);
  expect(changes).toMatchObject({ education: "PRIMARY", household_phone: "13711111111" });
});

test("all or none: refused while a row is faulty, and nothing is written when one turns faulty on the way", async () => {
  const found = await checked([household("W1"), household("W2", { 脱贫属性: "没脱" })]);
  await expect(publishImport(admin, { id: found.id, mode: "whole" })).rejects.toMatchObject({
    words: { key: "import.notWhole" },
  });
  const right = await fix(found.id, "status", "没脱", "未脱贫");
  // Registered elsewhere in the meantime: one row of the file can no longer go in.
  await aHousehold(database, { divisionId: town.elsewhere, householdNo: "W2", headName: "旦增" });
  await publishImport(admin, { id: right.id, mode: "whole" });
  await runJobs();
  expect(await view(admin, right.id)).toMatchObject({ status: "CHECKED", failure: "failure.notWhole" });
  expect(await database.look("select 1 from household where household_no = 'W1'")).toEqual([]);
  await publishImport(admin, { id: right.id, mode: "good" });
  await runJobs();
  expect((await view(admin, right.id)).counts).toMatchObject({ added: 1, bad: 1 });
});
