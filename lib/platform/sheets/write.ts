// The door for writing workbooks: streams rows into an .xlsx that Office and WPS open, with texts that never turn into formulas.
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { columnLetters } from "#lib/base/column-letters.ts";
import { ZipWriter } from "./zip-writer.ts";

/** Texts are texts: an ID number keeps its digits, and "=1+1" stays what it says. */
export type WrittenValue = string | number | null;
/** A marked cell is tinted as faulty; a sample cell is grey. */
export type WrittenCell = WrittenValue | { value: WrittenValue; look: "marked" | "sample" };

export type WrittenColumn = {
  label: string;
  width?: number;
  kind?: "text" | "number" | "date" | "money";
  /** A drop-down of these words. */
  choices?: string[];
};

export type WrittenSheet = {
  name: string;
  columns: WrittenColumn[];
  rows: AsyncIterable<WrittenCell[]> | Iterable<WrittenCell[]>;
  /** Without a row of labels and what belongs to it: the rows begin at the top. */
  plain?: boolean;
  /** Stands at the head and foot of every printed page. */
  watermark?: string;
};

export async function writeWorkbook(
  output: string | Writable,
  workbook: { sheets: WrittenSheet[] },
): Promise<void> {
  const stream = typeof output === "string" ? createWriteStream(output) : output;
  const zip = new ZipWriter(stream);
  const { sheets } = workbook;
  const lists = sheets.flatMap((sheet) =>
    sheet.columns.flatMap((column) => (column.choices ? [column.choices] : [])),
  );
  const count = sheets.length + (lists.length > 0 ? 1 : 0);
  let list = 0;
  for (const [index, sheet] of sheets.entries()) {
    await zip.part(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, list, index === 0));
    list += sheet.columns.filter((column) => column.choices).length;
  }
  if (lists.length > 0) await zip.part(`xl/worksheets/sheet${count}.xml`, listsXml(lists));
  await zip.part("xl/styles.xml", [STYLES]);
  await zip.part("xl/workbook.xml", [workbookXml(sheets, lists.length > 0)]);
  await zip.part("xl/_rels/workbook.xml.rels", [relationsXml(count)]);
  await zip.part("_rels/.rels", [ROOT]);
  await zip.part("[Content_Types].xml", [contentTypesXml(count)]);
  await zip.end();
}

export const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** The hidden sheet that the drop-downs point at; lists written into the cell itself end at 255 characters. */
const LISTS = "_lists";

/** Positions in cellXfs of STYLES. */
const LOOK = { plain: 0, header: 1, text: 2, date: 3, money: 4, marked: 5, sample: 6 };

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><sz val="11"/><color rgb="FF808080"/><name val="等线"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EDF2"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFAD4D0"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/><xf fontId="1" fillId="2" borderId="1" numFmtId="49" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="49" fillId="3" applyNumberFormat="1" applyFill="1"/><xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

export const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

async function* sheetXml(sheet: WrittenSheet, firstList: number, selected: boolean): AsyncGenerator<string> {
  const { columns, plain = false, watermark } = sheet;
  const last = columnLetters(Math.max(0, columns.length - 1));
  const pane = plain ? "" : `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${selected ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
  if (columns.length > 0) yield `<cols>${columns.map(columnXml).join("")}</cols>`;
  yield "<sheetData>";
  let rowNo = 0;
  if (!plain) {
    yield rowXml(
      ++rowNo,
      columns.map((column) => textXml(column.label, LOOK.header)),
    );
  }
  for await (const row of sheet.rows) {
    rowNo++;
    yield rowXml(
      rowNo,
      row.map((cell, index) => cellXml(cell, columns[index]?.kind ?? "text")),
    );
  }
  const filter = rowNo > 1 && !plain ? `<autoFilter ref="A1:${last}${rowNo}"/>` : "";
  yield `</sheetData>${filter}${validationsXml(columns, firstList)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${watermark ? watermarkXml(watermark) : ""}</worksheet>`;
}

function columnXml(column: WrittenColumn, index: number): string {
  // Whole text columns are formatted as text, so that what is typed below the last row keeps its digits too.
  const look = (column.kind ?? "text") === "text" ? ` style="${LOOK.text}"` : "";
  return `<col min="${index + 1}" max="${index + 1}" width="${column.width ?? 14}" customWidth="1"${look}/>`;
}

/** In headers "&" begins a command, so it is doubled; Excel takes 255 characters. */
export function watermarkXml(text: string): string {
  const safe = escapeXml(text.slice(0, 200).replaceAll("&", "&&"));
  return `<headerFooter><oddHeader>&amp;C${safe}</oddHeader><oddFooter>&amp;L${safe}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
}

function rowXml(rowNo: number, cells: ((reference: string) => string)[]): string {
  let xml = `<row r="${rowNo}">`;
  for (let index = 0; index < cells.length; index++) xml += cells[index]!(`${columnLetters(index)}${rowNo}`);
  return `${xml}</row>`;
}

function cellXml(cell: WrittenCell, kind: NonNullable<WrittenColumn["kind"]>): (reference: string) => string {
  const look = cell !== null && typeof cell === "object" ? LOOK[cell.look] : null;
  const value = cell !== null && typeof cell === "object" ? cell.value : cell;
  if (value === null || value === "") {
    return (reference) => (look === null ? "" : `<c r="${reference}" s="${look}"/>`);
  }
  if (typeof value === "number") {
    const style = look ?? (kind === "money" ? LOOK.money : LOOK.plain);
    return (reference) =>
      Number.isFinite(value) ? `<c r="${reference}" s="${style}"><v>${value}</v></c>` : "";
  }
  const day = kind === "date" && look === null ? daySerial(value) : null;
  if (day !== null) return (reference) => `<c r="${reference}" s="${LOOK.date}"><v>${day}</v></c>`;
  return textXml(value, look ?? LOOK.text);
}

function textXml(text: string, look: number): (reference: string) => string {
  const safe = escapeXml(text.slice(0, 32_767));
  return (reference) =>
    `<c r="${reference}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`;
}

export function daySerial(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Math.round((Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return day > 60 ? day : null;
}

/** XML 1.0 has no place for most control characters and none for half of a surrogate pair. */
export function escapeXml(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff&<>"]/gu, (mark) => ESCAPES[mark] ?? "");
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "\t",
  "\n": "\n",
};

function validationsXml(columns: WrittenColumn[], firstList: number): string {
  let list = firstList;
  const rules = columns.flatMap((column, index) => {
    if (!column.choices) return [];
    const letters = columnLetters(index);
    const source = columnLetters(list++);
    // A warning, not a stop: the import knows more spellings than the drop-down shows.
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${letters}2:${letters}200000"><formula1>${LISTS}!$${source}$1:$${source}$${column.choices.length}</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0
    ? ""
    : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function* listsXml(lists: string[][]): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  const longest = Math.max(...lists.map((list) => list.length));
  for (let at = 0; at < longest; at++) {
    yield rowXml(
      at + 1,
      lists.map((list) => (list[at] === undefined ? () => "" : textXml(list[at]!, LOOK.text))),
    );
  }
  yield "</sheetData></worksheet>";
}

function workbookXml(sheets: WrittenSheet[], withLists: boolean): string {
  const named = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheetTitle(sheet.name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  if (withLists)
    named.push(
      `<sheet name="${LISTS}" sheetId="${sheets.length + 1}" state="hidden" r:id="rId${sheets.length + 1}"/>`,
    );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${named.join("")}</sheets></workbook>`;
}

/** Excel allows 31 characters and forbids a few. */
export function sheetTitle(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31) || "Sheet";
}

function relationsXml(count: number): string {
  let xml = `${XML}<Relationships xmlns="${PACKAGE}/relationships">`;
  for (let i = 1; i <= count; i++) {
    xml += `<Relationship Id="rId${i}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i}.xml"/>`;
  }
  return `${xml}<Relationship Id="rId${count + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypesXml(count: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  let xml = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>`;
  for (let i = 1; i <= count; i++) {
    xml += `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="${type}.worksheet+xml"/>`;
  }
  return `${xml}</Types>`;
}
