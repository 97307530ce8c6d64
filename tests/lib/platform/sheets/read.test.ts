// Proves that cells come out as the file holds them, and that dangerous or broken files are turned away before they are read.
import { readFileSync, writeFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { Row } from "#lib/platform/sheets/cell.ts";
import { mergedRanges, type ReadOptions, readRows, sheetNames } from "#lib/platform/sheets/read.ts";
import { SheetRefused } from "#lib/platform/sheets/refused.ts";
import { fileOf, newFile, partsOf, workbookOf } from "./planted-workbook.ts";

async function rows(file: string, options?: ReadOptions): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of readRows(file, options)) found.push(row);
  return found;
}

async function refusal(file: string, options?: ReadOptions): Promise<string> {
  try {
    await rows(file, options);
  } catch (error) {
    if (error instanceof SheetRefused) return error.reason;
    throw error;
  }
  return "accepted";
}

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="0.00E+00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="57"/><xf numFmtId="177"/></cellXfs></styleSheet>';

test("every kind of cell, as the file holds it", async () => {
  const file = await workbookOf(
    partsOf(
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>扎西&amp;卓玛</t></is></c><c r="C3"><v>540326198503180000</v></c><c r="D3"><v>5.40326E+17</v></c><c r="E3" s="1"><v>42447</v></c><c r="F3" s="2"><v>42447.5</v></c><c r="G3" s="3"><v>42447</v></c><c r="H3" s="4"><v>42447</v></c><c r="I3" t="b"><v>1</v></c><c r="J3" t="e"><v>#REF!</v></c><c r="K3"><f>A1+1</f><v>7</v></c><c r="L3"><f>A1+1</f></c><c r="M3" t="str"><f>A1</f><v>文本</v></c><c r="N3" s="1"/><c r="P3"><v>1</v></c></row>',
      {
        styles: STYLES,
        strings: "<sst><si><r><t>察</t></r><r><t>雅</t></r><rPh><t>chá</t></rPh></si></sst>",
      },
    ),
  );
  const [row] = await rows(file);
  expect(row!.rowNo).toBe(3);
  expect(row!.cells).toEqual([
    { kind: "text", text: "察雅" },
    { kind: "text", text: "扎西&卓玛" },
    { kind: "number", value: 540326198503180000, text: "540326198503180000" },
    { kind: "number", value: 5.40326e17, text: "5.40326E+17" },
    { kind: "date", date: "2016-03-18", text: "42447" },
    { kind: "date", date: "2016-03-18", text: "42447.5" },
    { kind: "date", date: "2016-03-18", text: "42447" },
    { kind: "number", value: 42447, text: "42447" },
    { kind: "boolean", value: true },
    { kind: "error", text: "#REF!" },
    { kind: "formula", stored: { kind: "number", value: 7, text: "7" } },
    { kind: "formula", stored: null },
    { kind: "formula", stored: { kind: "text", text: "文本" } },
    { kind: "empty" },
    { kind: "empty" },
    { kind: "number", value: 1, text: "1" },
  ]);
});

test("hidden rows are told, empty rows are passed over, merged blocks can be filled down", async () => {
  const file = await workbookOf(
    partsOf(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>户编号</t></is></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="B2"><v>5</v></c></row><row r="3"><c r="B3"><v>6</v></c></row><row r="4"/><row r="9"><c r="A9" s="0"/></row><row r="10"><c r="B10"><v>7</v></c></row>',
      { after: '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="C1:D1"/></mergeCells>' },
    ),
  );
  expect((await rows(file)).map((row) => [row.rowNo, row.hidden])).toEqual([
    [1, false],
    [2, true],
    [3, false],
    [10, false],
  ]);
  expect(await mergedRanges(file)).toEqual([
    { fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 },
    { fromRow: 1, toRow: 1, fromColumn: 2, toColumn: 3 },
  ]);
  const filled = await rows(file, { fillMergedBelow: 1 });
  expect(filled[2]!.cells[0]).toEqual({ kind: "number", value: 1, text: "1" });
  expect(filled[3]!.cells[0]).toEqual({ kind: "empty" });
});

test("a workbook made by another program is read alike, and its first visible sheet is taken", async () => {
  const file = newFile();
  writeFileSync(
    file,
    await writeXlsx({
      sheets: [
        { name: "代码", hidden: true, rows: [["x"]] },
        {
          name: "一村",
          rows: [
            ["户编号", "日期"],
            ["540326001001", new Date(Date.UTC(2016, 2, 18))],
          ],
        },
        { name: "二村", rows: [["户编号"], ["2"]] },
      ],
    } as Parameters<typeof writeXlsx>[0]),
  );
  expect(await sheetNames(file)).toEqual(["一村", "二村"]);
  expect((await rows(file))[1]!.cells).toEqual([
    { kind: "text", text: "540326001001" },
    { kind: "date", date: "2016-03-18", text: expect.any(String) },
  ]);
  expect((await rows(file, { sheet: "二村" }))[1]!.cells).toEqual([{ kind: "text", text: "2" }]);
  expect(await refusal(file, { sheet: "三村" })).toBe("noSuchSheet");
});

const GB = Buffer.from("bba7b1e0bac52cd0d5c3fb0a3534303332362cd4facef70a", "hex");

test.each<[string, Buffer | string]>([
  ["UTF-8", "户编号,姓名\n540326,扎西\n"],
  ["UTF-8 with its mark and Windows line ends", "\ufeff户编号,姓名\r\n540326,扎西\r\n"],
  ["GB18030", GB],
  ["tabs", "户编号\t姓名\n540326\t扎西"],
  ["quotes", '"户编号","姓名"\n"540326","扎西"'],
  ["semicolons", "户编号;姓名\r\n540326;扎西\r\n"],
  ["semicolons and quotes", '户编号;"姓名"\n"540326";扎西'],
  ["UTF-16", Buffer.from("\ufeff户编号,姓名\n540326,扎西", "utf16le")],
  ["UTF-16, high byte first", Buffer.from("\ufeff户编号\t姓名\r\n540326\t扎西\r\n", "utf16le").swap16()],
])("CSV in %s", async (_how, bytes) => {
  const found = await rows(fileOf(bytes));
  expect(found.map((row) => row.cells.map((cell) => (cell.kind === "text" ? cell.text : cell.kind)))).toEqual(
    [
      ["户编号", "姓名"],
      ["540326", "扎西"],
    ],
  );
});

test("a comma in a CSV of semicolons, and a semicolon in one of commas, belong to the cell", async () => {
  const cells = async (text: string) =>
    (await rows(fileOf(text))).map((row) => row.cells.map((cell) => (cell.kind === "text" ? cell.text : "")));
  expect(await cells("户编号;户主;收入\n540326;扎西;3,180.5\n")).toEqual([
    ["户编号", "户主", "收入"],
    ["540326", "扎西", "3,180.5"],
  ]);
  expect(await cells("户编号,户主,备注\n540326,扎西,残疾;低保\n")).toEqual([
    ["户编号", "户主", "备注"],
    ["540326", "扎西", "残疾;低保"],
  ]);
});

test("CSV fields may hold separators, quotes and line ends, and cut characters stay whole", async () => {
  const long = "藏".repeat(200_000);
  const found = await rows(fileOf(`a,"他说""好"",\n第二行",${"x"}\n\n,,\n${long.slice(0, 90_000)},1,2\n`));
  expect(found[0]!.cells[1]).toEqual({ kind: "text", text: '他说"好",\n第二行' });
  expect(found[1]!.rowNo).toBe(4);
  expect(found[1]!.cells[0]).toEqual({ kind: "text", text: long.slice(0, 90_000) });
});

const OLE = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(22),
  Buffer.from([9, 0]),
  Buffer.alloc(16),
  Buffer.alloc(4),
  Buffer.alloc(4_600),
]);
const locked = Buffer.from(OLE);
Buffer.from("EncryptedPackage", "utf16le").copy(locked, 600);
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

test.each<[string, () => Promise<string> | string, string]>([
  ["a workbook of before 2007", () => fileOf(OLE, "xls"), "oldFormat"],
  ["a workbook with a password", () => fileOf(locked, "xlsx"), "password"],
  ["an empty file", () => fileOf("", "xlsx"), "empty"],
  [
    "a picture called xlsx",
    () => fileOf(Buffer.from("89504e470d0a1a0a0000000d", "hex"), "xlsx"),
    "notWorkbook",
  ],
  ["a web page called xls", () => fileOf("<html><table></table></html>", "xls"), "notWorkbook"],
  [
    "a workbook cut in half",
    async () => fileOf(readFileSync(await workbookOf(partsOf(ONE))).subarray(0, 900), "xlsx"),
    "broken",
  ],
  ["a ZIP that is no workbook", () => workbookOf({ "a.txt": "x" }), "notWorkbook"],
  ["macros under an innocent name", () => workbookOf({ ...partsOf(ONE), "xl/vbaProject.bin": "x" }), "macro"],
  ["old macro sheets", () => workbookOf({ ...partsOf(ONE), "xl/macrosheets/sheet1.xml": "x" }), "macro"],
  [
    "links to other workbooks",
    () => workbookOf({ ...partsOf(ONE), "xl/externalLinks/externalLink1.xml": "<x/>" }),
    "externalLink",
  ],
  ["a binary workbook", () => workbookOf({ ...partsOf(ONE), "xl/workbook.bin": "x" }), "binaryFormat"],
  [
    "a part that climbs out of its folder",
    () => workbookOf({ ...partsOf(ONE), "xl/../../etc/passwd": "x" }),
    "unsafePath",
  ],
  ["a part with a Windows path", () => workbookOf({ ...partsOf(ONE), "xl\\evil": "x" }), "unsafePath"],
  [
    "entities of its own",
    () =>
      workbookOf({
        ...partsOf(ONE),
        "xl/worksheets/sheet1.xml":
          '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      }),
    "broken",
  ],
])("%s is turned away", async (_what, make, reason) => {
  expect(await refusal(await make())).toBe(reason);
});

test("2,001 parts are too many", async () => {
  const parts: Record<string, string> = partsOf(ONE);
  for (let i = 0; i < 2_001; i++) parts[`xl/media/${i}.xml`] = "";
  expect(await refusal(await workbookOf(parts))).toBe("tooManyParts");
});

test("a part that unpacks a thousandfold is turned away within two seconds, before it is unpacked", async () => {
  const parts = partsOf(ONE);
  parts["xl/worksheets/sheet1.xml"] = `<worksheet>${" ".repeat(30_000_000)}</worksheet>`;
  const file = await workbookOf(parts);
  const began = performance.now();
  expect(await refusal(file)).toBe("inflatesTooFar");
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("a part that lies about its size is turned away in mid-stream", async () => {
  const parts = partsOf('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(3_000));
  const bytes = readFileSync(await workbookOf(parts));
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const entry = bytes.lastIndexOf(name) - 46;
  bytes.writeUInt32LE(500, entry + 24);
  expect(await refusal(fileOf(bytes, "xlsx"))).toBe("inflatesTooFar");
});

test("caps on rows, columns and cells hold", async () => {
  const file = await workbookOf(partsOf("<row><c><v>1</v></c><c><v>1</v></c></row>".repeat(20)));
  expect(await refusal(file, { limits: { rows: 19 } })).toBe("tooManyRows");
  expect(await refusal(file, { limits: { columns: 1 } })).toBe("tooManyColumns");
  expect(await refusal(file, { limits: { cells: 39 } })).toBe("tooManyCells");
  expect(await refusal(file, { limits: { rows: 20, columns: 2, cells: 40 } })).toBe("accepted");
  expect(await refusal(fileOf("1,2\n".repeat(20)), { limits: { rows: 19 } })).toBe("tooManyRows");
});

test("a million rows without a value cost little and give nothing", async () => {
  const parts = partsOf("");
  parts["xl/worksheets/sheet1.xml"] =
    `<worksheet><sheetData>${Array.from({ length: 300_000 }, (_v, i) => `<row r="${i + 1}" x="${Math.imul(i, 2654435761)}"><c r="A${i + 1}" s="${i % 977}"/></row>`).join("")}</sheetData></worksheet>`;
  expect(await rows(await workbookOf(parts))).toEqual([]);
});
