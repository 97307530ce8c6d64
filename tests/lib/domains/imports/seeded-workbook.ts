// One workbook as a bad week would send it: a cover, a hidden list of codes, and a sheet per roster with a planted fault in each row.
import { partsOf, workbookOf } from "#tests/lib/platform/sheets/planted-workbook.ts";

/** What may stand in a cell: text, a number, a formula with or without its result, an error, a day in Excel's count, yes or no. */
export type Planted =
  | string
  | number
  | null
  | { formula: string; result?: string | number }
  | { error: string }
  | { serial: number }
  | { boolean: boolean };
export type Line = Record<string, Planted>;
export type SeededSheet = {
  name: string;
  title: string;
  /** "组 · 列" puts the column below a merged group, as forms of two levels do. */
  labels: readonly string[];
  rows: readonly Line[];
  /** Rows (counted from 0) that a filter has hidden. */
  hiddenRows?: readonly number[];
};

const STYLES =
  '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="49"/></cellXfs></styleSheet>';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The first row of records: a title and who filled it in stand above, and two levels of header. */
export const FIRST_ROW = 5;

export async function seededWorkbook(
  sheets: readonly SeededSheet[],
  more: { from1904?: boolean } = {},
): Promise<string> {
  const parts: Record<string, string> = partsOf("", { styles: STYLES });
  const all = [
    { name: "封面", state: "", xml: sheetXml([line(1, [["A", "察雅县吉塘镇 二〇二六年度 各类花名册"]])]) },
    {
      name: "代码",
      state: ' state="veryHidden"',
      xml: sheetXml([
        line(1, [
          ["A", "户编号"],
          ["B", "户主姓名"],
          ["C", "脱贫属性"],
          ["D", "村"],
        ]),
      ]),
    },
    ...sheets.map((sheet) => ({ name: sheet.name, state: "", xml: rosterXml(sheet) })),
  ];
  parts["xl/workbook.xml"] =
    `<workbook xmlns:r="${RELATIONS}"><workbookPr${more.from1904 ? ' date1904="1"' : ""}/><sheets>${all
      .map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="s${at}"/>`)
      .join("")}</sheets></workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = `<Relationships>${all
    .map(
      (_sheet, at) =>
        `<Relationship Id="s${at}" Type="${RELATIONS}/worksheet" Target="worksheets/s${at}.xml"/>`,
    )
    .join("")}<Relationship Id="st" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
  delete parts["xl/worksheets/sheet1.xml"];
  for (const [at, { xml }] of all.entries()) parts[`xl/worksheets/s${at}.xml`] = xml;
  return workbookOf(parts);
}

function rosterXml(sheet: SeededSheet): string {
  const upper: [string, Planted][] = [];
  const lower: [string, Planted][] = [];
  const merges: string[] = [`A1:${letters(sheet.labels.length - 1)}1`];
  let group = "";
  for (const [at, label] of sheet.labels.entries()) {
    const [above, below] = label.includes(" · ") ? label.split(" · ") : [label, ""];
    if (below && above !== group) upper.push([letters(at), above!]);
    if (!below) upper.push([letters(at), above!]);
    if (below) lower.push([letters(at), below]);
    else merges.push(`${letters(at)}3:${letters(at)}4`);
    group = below ? above! : "";
  }
  const hidden = new Set(sheet.hiddenRows ?? []);
  const records = sheet.rows.map((row, at) =>
    line(
      FIRST_ROW + at,
      sheet.labels.map((label, column) => [letters(column), row[label] ?? null]),
      hidden.has(at) ? ' hidden="1"' : "",
    ),
  );
  const end = FIRST_ROW + sheet.rows.length;
  return sheetXml(
    [
      line(1, [["A", sheet.title]]),
      line(2, [
        ["A", "填报单位：吉塘镇人民政府"],
        ["D", "填报人：次仁"],
        ["G", "填报日期：2026.11.20"],
      ]),
      line(3, upper),
      line(4, lower),
      ...records,
      line(end, [
        ["A", "合 计"],
        ["B", { formula: `COUNTA(B${FIRST_ROW}:B${end - 1})`, result: sheet.rows.length }],
      ]),
      line(end + 1, [
        ["A", "审核人：　　　　"],
        ["D", "填表人：次仁"],
      ]),
      // Formatted far beyond the list, as copied sheets are.
      ...Array.from(
        { length: 40 },
        (_none, at) => `<row r="${end + 2 + at}"><c r="A${end + 2 + at}" s="2"/></row>`,
      ),
    ],
    `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
  );
}

const sheetXml = (rows: string[], after = "") =>
  `<worksheet><sheetData>${rows.join("")}</sheetData>${after}</worksheet>`;

function line(rowNo: number, cells: readonly (readonly [string, Planted])[], more = ""): string {
  return `<row r="${rowNo}"${more}>${cells.map(([column, planted]) => cellXml(`${column}${rowNo}`, planted)).join("")}</row>`;
}

function cellXml(at: string, planted: Planted): string {
  if (planted === null) return "";
  if (typeof planted === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(planted)}</t></is></c>`;
  if (typeof planted === "number") return `<c r="${at}"><v>${planted}</v></c>`;
  if ("serial" in planted) return `<c r="${at}" s="1"><v>${planted.serial}</v></c>`;
  if ("error" in planted) return `<c r="${at}" t="e"><v>${planted.error}</v></c>`;
  if ("boolean" in planted) return `<c r="${at}" t="b"><v>${planted.boolean ? 1 : 0}</v></c>`;
  const { formula, result } = planted;
  if (result === undefined) return `<c r="${at}"><f>${escaped(formula)}</f></c>`;
  return typeof result === "number"
    ? `<c r="${at}"><f>${escaped(formula)}</f><v>${result}</v></c>`
    : `<c r="${at}" t="str"><f>${escaped(formula)}</f><v>${escaped(result)}</v></c>`;
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function letters(index: number): string {
  return (
    (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : "") +
    String.fromCharCode(65 + (index % 26))
  );
}
