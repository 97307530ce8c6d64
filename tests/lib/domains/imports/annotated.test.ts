// Proves that the annotated file is the user's own with words added, and that correcting it and sending it again is enough.
import { beforeAll, expect, test } from "vitest";
import { annotatedSheet, annotationsOf } from "#lib/domains/imports/annotated.ts";
import type { Problem } from "#lib/domains/imports/sheet.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { templateOf } from "#lib/domains/imports/template.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { cellText } from "#lib/platform/sheets/cell.ts";
import { readRows } from "#lib/platform/sheets/read.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";
import { newFile } from "#tests/lib/platform/sheets/planted-workbook.ts";
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
  type Township,
  upload,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;

beforeAll(async () => {
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
});

const line = (n: number, change: Line = {}): Line => ({
  序号: String(n),
  县: "察雅县",
  乡镇: "吉塘镇",
  村: "吉塘村",
  户编号: `A${n}`,
  户主姓名: "扎西",
  身份证号: idNo(`5403261960031810${n}`),
  脱贫属性: "未脱贫",
  人均纯收入: 3180.5,
  ...change,
});
const say = (problem: Problem, label: string) => `${label}:${problem.key}`;

async function annotated(id: string): Promise<string> {
  const told = await reading(admin, (scope) => annotationsOf(scope, id));
  const file = newFile();
  await writeWorkbook(file, {
    sheets: [await annotatedSheet(told, { sheet: "标注版", column: "系统提示", say, locale: "zh-CN" })],
  });
  return file;
}

async function texts(file: string): Promise<Record<number, string[]>> {
  const found: Record<number, string[]> = {};
  for await (const row of readRows(file)) found[row.rowNo] = row.cells.map(cellText);
  return found;
}

test("same rows, same order, same texts, and in the last column what to do", async () => {
  const lines = [
    line(1),
    line(2, { 身份证号: "5.40326E+17" }),
    line(3, { 村: "没有村", 脱贫属性: "不清楚" }),
  ];
  const file = await fileOf(lines);
  const id = await upload(admin, "household-roster", town.township, file);
  await check(admin, id);
  const [before, after] = [await texts(file), await texts(await annotated(id))];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(after[2]!.slice(0, -1)).toEqual(before[2]);
  expect(after[2]!.at(-1)).toBe("系统提示");
  expect(after[4]!.slice(0, -1)).toEqual(before[4]);
  expect(after[3]).toEqual(before[3]);
  expect(after[4]!.at(-1)).toBe("身份证号:scientific");
  expect(after[5]!.at(-1)).toBe("脱贫属性:unknownChoice；村:placeUnknown");
});

test("the annotated file, once corrected, goes in as it is", async () => {
  const id = await upload(
    admin,
    "household-roster",
    town.township,
    await fileOf([line(4), line(5, { 身份证号: "5.40326E+17" })]),
  );
  await check(admin, id);
  await publish(admin, id);
  const again = await upload(admin, "household-roster", town.township, await annotated(id));
  await check(admin, again);
  expect((await rowsOf(admin, again, "SAME")).map((row) => row.householdNo)).toEqual(["A4"]);
  expect((await rowsOf(admin, again)).map((row) => row.householdNo)).toEqual(["A5"]);
});

test.each(["household-roster", "person-roster", "pairings"])(
  "the template of %s is recognized whole, and its sample row is passed over",
  async (name) => {
    const sheet = sheetById(name)!;
    const file = newFile();
    const words = { notes: "说明", column: "列", need: "必填", choices: "可填", must: "是" };
    await writeWorkbook(file, { sheets: templateOf(sheet, words, "zh-CN") });
    const id = await upload(admin, name, town.township, file);
    const checked = await check(admin, id);
    expect(Object.keys(checked.mapping).sort()).toEqual(sheet.columns.map((column) => column.key).sort());
    expect(checked.counts).toMatchObject({ rows: 0, bad: 0, skipped: 1 });
  },
);
