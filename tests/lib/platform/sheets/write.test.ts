// Proves that what we write is read back the same by us and by another reader, and that no text ever becomes a formula.
import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readRows, sheetNames } from "#lib/platform/sheets/read.ts";
import { type WrittenSheet, writeWorkbook } from "#lib/platform/sheets/write.ts";
import { newFile } from "./planted-workbook.ts";

async function written(sheets: WrittenSheet[]) {
  const file = newFile();
  await writeWorkbook(file, { sheets });
  const theirs = await readXlsx(readFileSync(file));
  const ours: unknown[][] = [];
  for await (const row of readRows(file))
    ours.push(row.cells.map((cell) => (cell.kind === "text" ? cell.text : cell)));
  return { file, theirs, ours };
}

const column = (label: string, more = {}) => ({ label, ...more });

test("ID numbers, phones and texts that look like formulas stay texts for every reader", async () => {
  const nasty = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1",
    "＝1+1",
    "540326198503180012",
    "00123",
  ];
  const { theirs, ours } = await written([
    { name: "户", columns: [column("甲")], rows: nasty.map((text) => [text]) },
  ]);
  expect(ours.slice(1).flat()).toEqual(nasty);
  expect(theirs.sheets[0]!.rows.slice(1).map((row) => row[0])).toEqual(nasty);
});

test("numbers, money, days, empty and marked cells", async () => {
  const { ours, theirs } = await written([
    {
      name: "户",
      columns: [
        column("人口", { kind: "number" }),
        column("收入", { kind: "money" }),
        column("日期", { kind: "date" }),
        column("空"),
        column("错"),
      ],
      rows: [[5, 3180.5, "2016-03-18", null, { value: "5.4E+17", look: "marked" }]],
    },
  ]);
  expect(ours[1]).toEqual([
    { kind: "number", value: 5, text: "5" },
    { kind: "number", value: 3180.5, text: "3180.5" },
    { kind: "date", date: "2016-03-18", text: "42447" },
    { kind: "empty" },
    "5.4E+17",
  ]);
  expect(theirs.sheets[0]!.rows[1]![2]).toEqual(new Date(Date.UTC(2016, 2, 18)));
});

test("the header is frozen, drop-downs come from a hidden sheet, names are made lawful", async () => {
  const choices = Array.from({ length: 60 }, (_value, index) => `选项${index}，含逗号`);
  const { file, theirs } = await written([
    { name: "户[1]/甲", columns: [column("属性", { choices, width: 20 })], rows: [] },
  ]);
  expect(await sheetNames(file)).toEqual(["户 1  甲"]);
  const [sheet] = theirs.sheets;
  expect(sheet!.freezePane).toMatchObject({ rows: 1 });
  expect(sheet!.dataValidations?.[0]).toMatchObject({ type: "list", formula1: "_lists!$A$1:$A$60" });
});

test("characters that XML cannot hold are dropped, all others survive", async () => {
  const text = "བོད་ཡིག 𠮷 \u0001\u0000控制\ud800 <b>&\"'\n第二行";
  const { ours, theirs } = await written([{ name: "户", columns: [column("甲")], rows: [[text]] }]);
  const survived = "བོད་ཡིག 𠮷 控制 <b>&\"'\n第二行";
  expect(ours[1]).toEqual([survived]);
  expect(theirs.sheets[0]!.rows[1]).toEqual([survived]);
});

test("rows may come slowly, from several sheets, and more than one chunk's worth", async () => {
  async function* many() {
    for (let i = 0; i < 5_000; i++) yield [String(i), `${"字".repeat(20)}${i}`];
  }
  const { ours, theirs } = await written([
    { name: "一", columns: [column("a"), column("b")], rows: many() },
    { name: "二", columns: [column("c")], rows: [["1"]] },
  ]);
  expect(ours).toHaveLength(5_001);
  expect(ours[5_000]).toEqual(["4999", `${"字".repeat(20)}4999`]);
  expect(theirs.sheets.map((sheet) => sheet.rows.length)).toEqual([5_001, 2]);
});
