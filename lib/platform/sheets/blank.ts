/**
 * Reads the empty form of an office as it looks: the texts, widths, heights, merged cells and styles of its first rows. Nothing else of
 * the file is taken: no other sheet, formula, picture or program, so what is kept is small and can be written again (write-blank.ts).
 */
import { columnIndex } from "#lib/base/column-letters.ts";
import { stylesOf } from "./blank-styles.ts";
import { cellText, type MergedRange, type Row } from "./cell.ts";
import { csvRows } from "./csv.ts";
import { SHEET_LIMITS, type SheetLimits } from "./limits.ts";
import { openSheetFile } from "./read.ts";
import { SheetRefused } from "./refused.ts";
import { readMergedRanges, type Workbook } from "./workbook.ts";
import { worksheetRows } from "./worksheet.ts";
import { XmlWalker } from "./xml.ts";
import { openPart, readPart } from "./zip.ts";

export type BlankCell = { column: number; style: number; text: string };
export type BlankRow = { rowNo: number; height: number | null; cells: BlankCell[] };
export type Width = { from: number; to: number; width: number };
export type Blank = {
  rows: BlankRow[];
  merges: MergedRange[];
  widths: Width[];
  /** styles.xml and the theme whose colors it names, as they were; null when the file has none. */
  styles: string | null;
  theme: string | null;
  landscape: boolean;
  /** As Excel counts: 9 is A4, 8 is A3. */
  paper: number;
};

/** A form is a few rows; a file of this many bytes and parts is something else. */
const FORM_LIMITS: SheetLimits = {
  ...SHEET_LIMITS,
  fileBytes: 5 * 1024 * 1024,
  parts: 300,
  inflatedBytes: 60_000_000,
  columns: 200,
  seconds: 10,
};
export const FORM_BYTES = FORM_LIMITS.fileBytes;
const FIRST_ROWS = 80;
const STYLE_BYTES = 400_000;

/** All sheets that one sees, in their order: the form need not be the first. */
export async function readBlanks(file: string): Promise<{ sheet: string; rows: Row[]; blank: Blank }[]> {
  const opened = await openSheetFile(file, FORM_LIMITS);
  if (opened.kind === "csv") return [{ sheet: "", ...(await csvBlank(file)) }];
  const { workbook } = opened;
  const visible = workbook.sheets.filter(({ hidden }) => !hidden).slice(0, 5);
  const read: { sheet: string; rows: Row[]; blank: Blank }[] = [];
  for (const { name, part } of visible) read.push({ sheet: name, ...(await sheetBlank(workbook, part)) });
  return read;
}

async function csvBlank(file: string): Promise<{ rows: Row[]; blank: Blank }> {
  const rows = await firstRows(csvRows(file, FORM_LIMITS));
  return { rows, blank: plainBlank(rows) };
}

/** What has texts and no looks: pasted headings, a CSV. */
export function plainBlank(rows: readonly Row[]): Blank {
  const cells = (row: Row) =>
    row.cells.flatMap((cell, column) => {
      const text = cellText(cell);
      return text === "" ? [] : [{ column, style: 0, text }];
    });
  return {
    rows: rows.map((row) => ({ rowNo: row.rowNo, height: null, cells: cells(row) })),
    ...{ merges: [], widths: [], styles: null, theme: null, landscape: true, paper: 9 },
  };
}

async function sheetBlank(workbook: Workbook, part: string): Promise<{ rows: Row[]; blank: Blank }> {
  const rows = await firstRows(worksheetRows(workbook, part, FORM_LIMITS));
  const look = await readLook(workbook, part);
  const texts = new Map(rows.map((row) => [row.rowNo, row.cells.map((cell) => cellText(cell))]));
  for (const row of look.rows)
    for (const cell of row.cells) cell.text = texts.get(row.rowNo)?.[cell.column] ?? "";
  const small = async (pattern: RegExp) => {
    const name = [...workbook.zip.parts.keys()].find((one) => pattern.test(one));
    const size = name ? (workbook.zip.parts.get(name)?.unpacked ?? 0) : 0;
    return name && size <= STYLE_BYTES ? readPart(workbook.zip, name) : null;
  };
  const merges = (await readMergedRanges(workbook, part)).filter((range) => range.toRow <= FIRST_ROWS);
  const said = await small(/^xl\/styles\.xml$/i);
  const styles = said && stylesOf(said) ? said : null;
  if (!styles) for (const row of look.rows) for (const cell of row.cells) cell.style = 0;
  return {
    rows,
    blank: { ...look, merges, styles, theme: styles ? await small(/^xl\/theme\/theme1\.xml$/i) : null },
  };
}

async function firstRows(pieces: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const piece of pieces) {
    rows.push(...piece.filter((row) => row.rowNo <= FIRST_ROWS));
    if (rows.length >= FIRST_ROWS) break;
  }
  return rows;
}

type Look = Pick<Blank, "rows" | "widths" | "landscape" | "paper">;

async function readLook(workbook: Workbook, part: string): Promise<Look> {
  const look: Look = { rows: [], widths: [], landscape: true, paper: 9 };
  let row: BlankRow | null = null;
  let rowNo = 0;
  let column = -1;
  const walker = new XmlWalker({
    open(name, attributes, selfClosed) {
      if (name === "col" && look.widths.length < 200)
        look.widths.push({
          from: Number(attributes.get("min")),
          to: Math.min(Number(attributes.get("max")), 200),
          width: Number(attributes.get("width") ?? 14),
        });
      if (name === "pageSetup") {
        look.landscape = attributes.get("orientation") !== "portrait";
        look.paper = attributes.get("paperSize") === "8" ? 8 : 9;
      }
      if (name === "row") {
        rowNo = Number(attributes.get("r") ?? rowNo + 1);
        column = -1;
        const height = Number(attributes.get("ht"));
        row = rowNo <= FIRST_ROWS ? { rowNo, height: height > 0 ? height : null, cells: [] } : null;
        if (row) look.rows.push(row);
        if (selfClosed) row = null;
      }
      if (name === "c" && row) {
        const letters = /^([A-Z]{1,3})/.exec(attributes.get("r") ?? "")?.[1];
        column = letters ? columnIndex(letters) : column + 1;
        if (column < FORM_LIMITS.columns)
          row.cells.push({ column, style: Number(attributes.get("s") ?? 0), text: "" });
      }
    },
    close(name) {
      if (name === "row") row = null;
    },
    text() {},
  });
  for await (const chunk of openPart(workbook.zip, part))
    if (!walker.push(chunk)) throw new SheetRefused("broken");
  return look;
}
