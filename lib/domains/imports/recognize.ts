/** For forms that are no sheets of ours: where the header of a file stands, and which of a set of columns each of its headings names. */
import type { MergedRange, Row } from "#lib/platform/sheets/cell.ts";
import { cellText } from "#lib/platform/sheets/cell.ts";
import { type FileColumn, findLayout, HEADER_WITHIN, type Layout, layoutAt } from "./inside/layout.ts";
import { isFooter } from "./inside/text-readings.ts";
import type { Column, Sheet } from "./sheet.ts";

export type Recognized = { headerRow: number; depth: number; columns: FileColumn[] };
export { isFooter };

const sheetOf = (columns: readonly Column[]): Sheet => ({
  ...{ id: "form", title: { "zh-CN": "", en: "" }, unique: [], right: "household.export" },
  columns: columns.map((column) => ({ ...column, required: false })),
});

/** Where the header stands: by the columns that are known, else the widest row of words. */
export function recognize(
  rows: readonly Row[],
  merges: readonly MergedRange[],
  columns: readonly Column[],
  said?: { headerRow: number; depth: number },
): Recognized | null {
  const sheet = sheetOf(columns);
  if (said) return layoutOf(rows, said.headerRow, said.depth, sheet);
  const found = findLayout(rows, sheet);
  const headerRow = found?.headerRow ?? widest(rows);
  if (headerRow === null) return null;
  // A heading merged downward says how deep the header is, even where nothing below it is known.
  const tall = merges
    .filter((range) => range.fromRow === headerRow && range.toRow > range.fromRow)
    .map((range) => range.toRow - headerRow + 1);
  return layoutOf(rows, headerRow, Math.min(3, Math.max(found?.depth ?? 1, ...tall)), sheet);
}

function layoutOf(rows: readonly Row[], headerRow: number, depth: number, sheet: Sheet): Layout | null {
  const header = rows.filter(({ rowNo }) => rowNo >= headerRow && rowNo < headerRow + depth);
  return header.length > 0 ? layoutAt(header, sheet) : null;
}

/** Words only: a row that holds digits is no header. */
function widest(rows: readonly Row[]): number | null {
  let best: { rowNo: number; words: number } | null = null;
  for (const row of rows) {
    if (row.rowNo > HEADER_WITHIN) break;
    const texts = row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== "");
    if (texts.some((text) => /^\d[\d.\-/]*$/.test(text)) || isFooter(texts[0] ?? "")) continue;
    if (texts.length >= 2 && texts.length > (best?.words ?? 0))
      best = { rowNo: row.rowNo, words: texts.length };
  }
  return best?.rowNo ?? null;
}
