// Proves that the annotated file is the user's own with words added, and that correcting it and sending it again is enough.
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { readXlsx } from "hucre";
import { beforeAll, expect, test } from "vitest";
import { annotatedWorkbook, annotationsOf } from "#lib/domains/imports/annotated.ts";
import { fixRows } from "#lib/domains/imports/commands/fix-rows.ts";
import type { Problem } from "#lib/domains/imports/sheet.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { templateOf } from "#lib/domains/imports/template.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { cellText } from "#lib/platform/sheets/cell.ts";
import { SHEET_LIMITS } from "#lib/platform/sheets/limits.ts";
import { readRows } from "#lib/platform/sheets/read.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";
import { readPart, readZipDirectory } from "#lib/platform/sheets/zip.ts";
import { newFile, partsOf, workbookOf } from "#tests/lib/platform/sheets/planted-workbook.ts";
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
  await annotatedWorkbook(told, { column: "系统提示", say, locale: "zh-CN" }, createWriteStream(file));
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
  expect(after[2]!.at(-1)).toBe(`系统提示 #${id.slice(0, 8)}`);
  expect(after[4]!.slice(0, -1)).toEqual(before[4]);
  expect(after[3]).toEqual(before[3]);
  expect(after[4]!.at(-1)).toBe("身份证号:scientific");
  expect(after[5]!.at(-1)).toBe("脱贫属性:unknownChoice；村:placeUnknown");
});

test("sent back as it is, only what was bad is looked at; corrected, it goes in, and nobody's later work is overwritten", async () => {
  const id = await upload(
    admin,
    "household-roster",
    town.township,
    await fileOf([line(4), line(5, { 身份证号: "5.40326E+17" })]),
  );
  await check(admin, id);
  await publish(admin, id);
  const marked = await annotated(id);
  await database.look("update household set income_per_head_fen = 999900 where household_no = 'A4'");
  const again = await upload(admin, "household-roster", town.township, marked);
  expect((await check(admin, again)).counts).toMatchObject({
    rows: 2,
    already: 1,
    bad: 1,
    same: 0,
    updated: 0,
  });
  expect((await rowsOf(admin, again)).map((row) => row.householdNo)).toEqual(["A5"]);
  const rows = await texts(marked);
  rows[4]![6] = idNo("54032619600318105");
  const corrected = newFile();
  await writeWorkbook(corrected, {
    sheets: [{ name: "花名册", columns: [], rows: Object.values(rows), plain: true }],
  });
  const third = await upload(admin, "household-roster", town.township, corrected);
  expect((await check(admin, third)).counts).toMatchObject({ already: 1, added: 1, bad: 0 });
  await publish(admin, third);
  expect(
    await database.look(
      "select household_no, income_per_head_fen::int as income from household where household_no in ('A4', 'A5') order by 1",
    ),
  ).toEqual([
    { household_no: "A4", income: 999900 },
    { household_no: "A5", income: 318050 },
  ]);
  // The whole chain is known: what went in with the second correction is passed over as well.
  const fourth = await upload(admin, "household-roster", town.township, await annotated(third));
  expect((await check(admin, fourth)).counts).toMatchObject({ already: 2, added: 0, bad: 0 });
});

test("what was set right for all rows holds for the corrected file as well", async () => {
  const id = await upload(
    admin,
    "household-roster",
    town.township,
    await fileOf([
      line(9, { 户编号: "A91", 身份证号: "", 脱贫属性: "没脱" }),
      line(9, { 户编号: "A92", 身份证号: "", 村: "没有村" }),
    ]),
  );
  await check(admin, id);
  await fixRows(admin, { id, column: "status", from: "没脱", to: "未脱贫" });
  await runJobs();
  await publish(admin, id);
  const again = await upload(admin, "household-roster", town.township, await annotated(id));
  expect((await check(admin, again)).counts).toMatchObject({ already: 1, bad: 1, same: 0 });
});

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`;
const cellsOf = (rowNo: number, texts: string[]) =>
  `<row r="${rowNo}" spans="1:5" ht="30">${texts.map((text, at) => (text === "" ? "" : `<c r="${"ABCDE"[at]}${rowNo}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`)).join("")}</row>`;

test("it is the user's own workbook: widths, other parts and formats stay; faulty cells are tinted and carry a note", async () => {
  const rows = [
    cellsOf(1, ["户编号", "户主姓名", "脱贫属性", "村", "备注"]),
    cellsOf(2, ["B1", "扎西", "不清楚", "吉塘村", "甲"]),
    cellsOf(3, ["B2", "扎西", "", "吉塘村", "乙"]),
    cellsOf(4, ["B3", "扎西", "未脱贫", "吉塘村", "丙"]),
  ].join("");
  const parts = partsOf(rows, {
    styles: STYLES,
    after: `<mergeCells count="1"><mergeCell ref="G1:H1"/></mergeCells>`,
  });
  parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
    "<sheetData>",
    `<dimension ref="A1:E4"/><cols><col min="1" max="5" width="33" customWidth="1"/></cols><sheetData>`,
  );
  const file = await workbookOf({ ...parts, "xl/custom.xml": "<kept/>" });
  const id = await upload(admin, "household-roster", town.township, file);
  await check(admin, id);
  const zip = await readZipDirectory(await annotated(id), SHEET_LIMITS);
  const sheet = await readPart(zip, "xl/worksheets/sheet1.xml");
  expect(await readPart(zip, "xl/custom.xml")).toBe("<kept/>");
  expect(sheet).toContain(`<col min="1" max="5" width="33" customWidth="1"/>`);
  expect(sheet).toContain(`<mergeCell ref="G1:H1"/>`);
  expect(sheet).toContain(`ht="30"`);
  // Two styles of the user, then the same two tinted: text stays text.
  expect(sheet).toContain(`<c r="C2" t="inlineStr" s="3">`);
  expect(sheet).toMatch(/<c r="C3" s="2"\/><c r="D3"/);
  expect(sheet).toContain(`<c r="C4" s="1" t="inlineStr">`);
  const styles = await readPart(zip, "xl/styles.xml");
  expect(styles).toContain(`numFmtId="49" fontId="0" borderId="0" fillId="2" applyFill="1"`);
  const notes = await readPart(zip, "xl/commentsTips.xml");
  expect([...notes.matchAll(/ref="([A-Z]+\d+)"/g)].map((match) => match[1])).toEqual(["C2", "C3"]);
  expect(await readPart(zip, "xl/worksheets/_rels/sheet1.xml.rels")).toContain("commentsTips.xml");
  // An independent reader opens it, and finds the notes at their cells.
  const peer = await readXlsx(readFileSync(await annotated(id)));
  expect(peer.sheets[0]!.rows[1]!.slice(0, 5)).toEqual(["B1", "扎西", "不清楚", "吉塘村", "甲"]);
});

test("marked once more, yesterday's marks are gone", async () => {
  const first = await upload(
    admin,
    "household-roster",
    town.township,
    await fileOf([line(7, { 脱贫属性: "不清楚" }), line(8, { 脱贫属性: "不知道" })]),
  );
  await check(admin, first);
  const second = await upload(admin, "household-roster", town.township, await annotated(first));
  await check(admin, second);
  await fixRows(admin, { id: second, column: "status", from: "不清楚", to: "未脱贫" });
  await runJobs();
  const file = await annotated(second);
  const rows = await texts(file);
  expect(rows[2]!.at(-1)).toBe(`系统提示 #${second.slice(0, 8)}`);
  expect(Object.values(rows).filter((row) => row.at(-1)?.includes("unknownChoice"))).toHaveLength(1);
  const zip = await readZipDirectory(file, SHEET_LIMITS);
  expect([...(await readPart(zip, "xl/commentsTips.xml")).matchAll(/<comment /g)]).toHaveLength(1);
  expect([...zip.parts.keys()].filter((name) => /comments|vml/i.test(name))).toHaveLength(2);
});

test("a list in plain text comes back as a workbook with the same rows", async () => {
  const file = newFile("csv");
  writeFileSync(file, "户编号,户主姓名,脱贫属性,村\nC1,扎西,不清楚,吉塘村\n\nC2,扎西,未脱贫,吉塘村\n");
  const id = await upload(admin, "household-roster", town.township, file);
  await check(admin, id);
  const rows = await texts(await annotated(id));
  expect(rows[2]).toEqual(["C1", "扎西", "不清楚", "吉塘村", "脱贫属性:unknownChoice"]);
  expect(rows[4]).toEqual(["C2", "扎西", "未脱贫", "吉塘村"]);
});

test.each(["household-roster", "person-roster", "pairings"])(
  "the template of %s is recognized whole, and its sample row is passed over",
  async (name) => {
    const sheet = sheetById(name)!;
    const file = newFile();
    const words = { notes: "说明", column: "列", need: "必填", choices: "可填", must: "是" };
    await writeWorkbook(file, { sheets: templateOf(sheet, words, "zh-CN", "2026-11-25") });
    const id = await upload(admin, name, town.township, file);
    const checked = await check(admin, id);
    expect(Object.keys(checked.mapping).sort()).toEqual(sheet.columns.map((column) => column.key).sort());
    expect(checked.counts).toMatchObject({ rows: 0, bad: 0, skipped: 1 });
  },
);
