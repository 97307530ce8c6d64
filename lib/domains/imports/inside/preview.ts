/** Looks at the head of a file: its sheets, its first rows, where the header stands and which column is which. */
import { cellText, type Row } from "#lib/platform/sheets/cell.ts";
import { hiddenRows, readRows, sheetNames } from "#lib/platform/sheets/read.ts";
import type { Preview } from "../import.ts";
import type { Sheet } from "../sheet.ts";
import { sheetById } from "../sheets/all.ts";
import { findLayout, HEADER_WITHIN, type Layout, layoutAt } from "./layout.ts";
import type { ImportRecord } from "./record.ts";
import { tidy } from "./text-readings.ts";
import { fileOf } from "./uploads.ts";

type Looked = {
  seen: Preview;
  chosen: { sheetName: string; headerRow: number | null; mapping: Record<string, number> };
};
type Asked = Pick<ImportRecord, "storedAs" | "sheet" | "sheetName" | "headerRow">;

const SAMPLES = 3;

export async function previewOf(record: Asked): Promise<Looked> {
  const file = fileOf(record.storedAs);
  const sheet = sheetById(record.sheet)!;
  const sheets = await sheetNames(file);
  const looked: { name: string; rows: Row[]; layout: Layout | null }[] = [];
  // A workbook may begin with a cover or a list of codes, and rosters of several kinds share column names: the best header wins.
  for (const name of record.sheetName === null ? sheets.slice(0, 8) : [record.sheetName]) {
    const rows = await headOf(file, sheets[0] === "CSV" ? undefined : name);
    const layout =
      record.headerRow === null ? findLayout(rows, sheet) : layoutFrom(rows, record.headerRow, sheet);
    looked.push({ name, rows, layout });
  }
  const { name, rows, layout } = looked.reduce((best, each) =>
    fitness(each.layout) > fitness(best.layout) ? each : best,
  );
  const mapping = Object.fromEntries(
    (layout?.columns ?? []).flatMap(({ key, index }) => (key === null ? [] : [[key, index]])),
  );
  const below = layout ? layout.headerRow + layout.depth - 1 : null;
  const hidden =
    below === null ? 0 : await hiddenRows(file, { sheet: sheets[0] === "CSV" ? undefined : name, below });
  return {
    seen: { ...seenOf(sheets, rows, layout), hiddenRows: hidden },
    chosen: { sheetName: name, headerRow: layout?.headerRow ?? null, mapping },
  };
}

/** How well a header fits the sheet that is wanted: a whole one before a long one, the first of equals. */
function fitness(layout: Layout | null): number {
  if (layout === null) return -1;
  return layout.columns.filter(({ key }) => key !== null).length + (layout.missing.length === 0 ? 1_000 : 0);
}

/** The person says in which row the header begins; how deep it goes is still looked for. */
function layoutFrom(rows: Row[], headerRow: number, sheet: Sheet): Layout | null {
  const from = rows.filter((row) => row.rowNo >= headerRow);
  if (from[0]?.rowNo !== headerRow) return null;
  const found = findLayout(from.slice(0, SAMPLES), sheet);
  return found?.headerRow === headerRow ? found : layoutAt(from.slice(0, 1), sheet);
}

async function headOf(file: string, sheet: string | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readRows(file, { sheet })) {
    rows.push(row);
    if (rows.length >= HEADER_WITHIN + 10) break;
  }
  return rows;
}

function seenOf(sheets: string[], rows: Row[], layout: Layout | null): Preview {
  const data = layout
    ? rows.filter((row) => row.rowNo >= layout.headerRow + layout.depth).slice(0, SAMPLES)
    : [];
  return {
    sheets,
    depth: layout?.depth ?? 1,
    missing: layout?.missing ?? [],
    head: rows.slice(0, 10).map((row) => ({
      rowNo: row.rowNo,
      texts: row.cells.slice(0, 12).map((cell) => masked(short(cellText(cell)))),
    })),
    columns: (layout?.columns ?? []).map(({ index, label, key, refused }) => ({
      index,
      label: short(label),
      key,
      refused,
      // What we do not take is not shown either.
      samples: refused ? [] : data.map((row) => masked(short(cellText(row.cells[index])))),
    })),
  };
}

const short = (text: string) => [...tidy(text)].slice(0, 30).join("");
/** Samples are for telling columns apart; nobody needs whole ID numbers for that. */
const masked = (text: string) =>
  text.replace(/(?:\d[\s-]?){14,}[\dXx]/g, (digits) => `${digits.slice(0, 6)}********${digits.slice(-4)}`);
