// Proves that of a department's file its looks are kept and nobody's data, and that a file which is no form is turned away in words.
import { createWriteStream, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { fillForm, type KeptForm } from "#lib/domains/table-forms/fill.ts";
import { receiveForm } from "#lib/domains/table-forms/receive-form.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { cellText } from "#lib/platform/sheets/cell.ts";
import { SHEET_LIMITS } from "#lib/platform/sheets/limits.ts";
import { mergedRanges, readRows } from "#lib/platform/sheets/read.ts";
import { writeForm } from "#lib/platform/sheets/write-blank.ts";
import { readPart, readZipDirectory } from "#lib/platform/sheets/zip.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { newFile, partsOf, workbookOf } from "#tests/lib/platform/sheets/planted-workbook.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const divisionId = String(world.divisions.prefecture.id);
let admin: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  admin = await signIn(database, "prefecture-admin");
});

function posted(fields: Record<string, string>, bytes: Buffer, name = "空表.xlsx"): Request {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  return new Request("http://localhost/api/uploads/tables", { method: "POST", body: form });
}

const text = (reference: string, said: string, style = 1) =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${said}</t></is></c>`;
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><b/><sz val="18"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf/><xf fontId="1"/><xf borderId="0" numFmtId="0"/></cellXfs></styleSheet>`;
/** A header of two levels, a row of somebody's data, a sum with a number in it, and who filled in. */
const ROWS = `<row r="1" ht="30">${text("A1", "户情况表")}</row>
  <row r="2">${text("A2", "户主姓名")}${text("B2", "收入情况")}</row><row r="3">${text("B3", "人均纯收入（万元）")}${text("C3", "证件号码")}</row>
  <row r="4" ht="22">${text("A4", "旺久", 2)}<c r="B4" s="2"><v>0.4</v></c>${text("C4", "540321199001011000", 2)}</row>
  <row r="5">${text("A5", "合计", 2)}<c r="B5" s="2"><v>77</v></c></row><row r="6">${text("A6", "填报人：")}</row>`;
const AFTER = `<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>`;

test("looks, merged header, sums and foot are kept; the rows in the file are not", async () => {
  const file = await workbookOf(partsOf(ROWS, { styles: STYLES, after: AFTER }));
  const received = await receiveForm(admin, posted({ divisionId, name: "" }, readFileSync(file)));
  const [form] = await database.look<KeptForm>(
    "select name, subject, columns, empty from table_form where id = $1",
    ["id" in received ? received.id : null],
  );
  expect(form).toMatchObject({ name: "户情况表", subject: "household" });
  expect(form!.columns.map(({ field }) => field)).toEqual(["headName", "incomePerHeadFen", "idNo"]);
  expect(JSON.stringify(form!.empty)).not.toMatch(/旺久|540321|77/);

  const filled = newFile();
  const count = await streaming(admin, async (stream) => {
    const filling = await fillForm(stream, { form: form!, divisionId: Number(divisionId), only: null });
    const about = { name: "说明", rows: () => [["行数", filling.count()]] };
    await writeForm(createWriteStream(filled), { ...filling.file, watermark: "", about });
    return filling.count();
  });
  expect(count).toBeGreaterThan(5);
  expect(await mergedRanges(filled)).toHaveLength(3);
  const rows: string[][] = [];
  for await (const row of readRows(filled)) rows.push(row.cells.map((cell) => cellText(cell)));
  expect(rows[3 + count]![0]).toBe("合计");
  expect(rows[4 + count]![0]).toMatch(/^填报人：.+/);
  // A form that asks in 万元 gets them: nobody here earns a hundred thousand.
  for (const row of rows.slice(3, 3 + count)) expect(Number(row[1] || 0)).toBeLessThan(10);
  const zip = await readZipDirectory(filled, SHEET_LIMITS);
  const xml = await readPart(zip, "xl/worksheets/sheet1.xml");
  expect(xml).toContain('<row r="1" ht="30" customHeight="1"><c r="A1" s="1"');
  // Numbers of persons stand in a column of text, in the form's own border and font.
  const style = Number(/<c r="C4" s="(\d+)"/.exec(xml)?.[1]);
  const styles = await readPart(zip, "xl/styles.xml");
  expect([...styles.matchAll(/<xf\b[^>]*>/g)][style]?.[0]).toContain('numFmtId="49"');
});

test("what is no form is turned away with what was typed", async () => {
  const none = await receiveForm(
    admin,
    posted({ divisionId, name: "报表" }, Buffer.from("%PDF-1.7 "), "表.pdf"),
  );
  expect(none).toMatchObject({ refused: "notWorkbook", typed: { name: "报表", divisionId } });
  const long = await receiveForm(admin, posted({ divisionId }, Buffer.alloc(5_300_000, "a"), "长.csv"));
  expect(long).toMatchObject({ refused: "tooLarge" });
  const bare = await receiveForm(admin, posted({ divisionId }, Buffer.from("通知\n"), "通知.csv"));
  expect(bare).toMatchObject({ refused: "noHeader" });
  const twice = () =>
    receiveForm(
      admin,
      posted({ divisionId, name: "两次" }, Buffer.from("户主姓名,家庭人口,民族\n"), "表.csv"),
    );
  expect(await twice()).toHaveProperty("id");
  expect(await twice()).toMatchObject({ refused: "badName" });
  const far = posted(
    { divisionId: "999999", name: "远处" },
    Buffer.from("户主姓名,家庭人口,民族\n"),
    "表.csv",
  );
  expect(await receiveForm(admin, far)).toMatchObject({ refused: "badUnit" });
});
