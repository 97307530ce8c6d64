// Finds where the header of a sheet stands and which column of the file is which column of ours.
import { type Cell, cellText, type Row } from "#lib/platform/sheets/cell.ts";
import type { Column, Refusal, Sheet } from "../sheet.ts";
import { refusalOf } from "./refused-labels.ts";
import { bareLabel, labelWithoutNote, tidy } from "./text-readings.ts";

export type FileColumn = {
  index: number;
  /** As the file writes it; of two levels, both. */
  label: string;
  /** Which of our columns it is. */
  key: string | null;
  refused: Refusal | null;
};

export type Layout = {
  /** First row of the header, and how many rows it has. */
  headerRow: number;
  depth: number;
  columns: FileColumn[];
  /** Our required columns that the file lacks. */
  missing: string[];
};

/** The header must begin within the first thirty rows. */
export const HEADER_WITHIN = 30;
const LEVELS = [1, 2, 3];

/** `rows` are the first rows of the file; null when no row names at least three of our columns. */
export function findLayout(rows: readonly Row[], sheet: Sheet): Layout | null {
  const names = columnNames(sheet);
  let best: { score: number; layout: Layout } | null = null;
  for (const [at, row] of rows.entries()) {
    if (row.rowNo > HEADER_WITHIN) break;
    for (const depth of LEVELS) {
      const header = rows.slice(at, at + depth);
      if (header.length < depth || header[depth - 1]!.rowNo !== row.rowNo + depth - 1) break;
      if (depth > 1 && holdsData(header[depth - 1]!)) break;
      const layout = layoutAt(header, sheet, names);
      const score = layout.columns.filter((column) => column.key !== null).length;
      // A deeper header must earn its depth: a title above a header, or data below it, names nothing more.
      const better =
        best === null || score > best.score || (score === best.score && depth < best.layout.depth);
      if (score >= 3 && better) best = { score, layout };
    }
  }
  return best?.layout ?? null;
}

/** Numbers, days and long digits stand in records, not in labels. */
function holdsData(row: Row): boolean {
  return row.cells.some(
    (cell) => cell.kind === "number" || cell.kind === "date" || /\d{6}/.test(cellText(cell)),
  );
}

/** The layout when the person says where the header stands. */
export function layoutAt(header: readonly Row[], sheet: Sheet, names = columnNames(sheet)): Layout {
  const taken = new Set<string>();
  const labels = headerLabels(header);
  const columns: FileColumn[] = [];
  // Whole names first, so that "户联系电话" is not taken by a looser "联系电话" standing further left.
  const keys = new Map<number, string>();
  for (const pass of [0, 1]) {
    for (const { index, spellings } of labels) {
      if (keys.has(index)) continue;
      for (const spelling of spellings) {
        const key = names.get(pass === 0 ? bareLabel(spelling) : labelWithoutNote(spelling));
        if (key === undefined || taken.has(key)) continue;
        taken.add(key);
        keys.set(index, key);
        break;
      }
    }
  }
  for (const { index, spellings } of labels) {
    const key = keys.get(index) ?? null;
    columns.push({
      index,
      label: spellings[0]!,
      key,
      refused: key === null ? refusalOf(spellings.join(" ")) : null,
    });
  }
  const missing = sheet.columns
    .filter((column) => column.required && !taken.has(column.key))
    .map((column) => column.key);
  return { headerRow: header[0]!.rowNo, depth: header.length, columns, missing };
}

/** Every label and alias, bare, and the column it means. */
function columnNames(sheet: Sheet): Map<string, string> {
  const names = new Map<string, string>();
  const add = (label: string, column: Column) => {
    const bare = bareLabel(label);
    if (!names.has(bare)) names.set(bare, column.key);
  };
  for (const column of sheet.columns) add(column.label["zh-CN"], column);
  for (const column of sheet.columns)
    for (const alias of [...(column.aliases ?? []), column.label.en]) add(alias, column);
  return names;
}

/** The spellings under which each column may be known: below a group, "帮扶责任人 · 姓名" before "姓名" before "帮扶责任人". */
function headerLabels(header: readonly Row[]): { index: number; spellings: string[] }[] {
  const width = Math.max(...header.map((row) => row.cells.length));
  const groups: string[] = header.map(() => "");
  const labels: { index: number; spellings: string[] }[] = [];
  for (let index = 0; index < width; index++) {
    const parts = header.map((row, level) => {
      const own = labelText(row.cells[index]);
      if (own !== "") {
        groups[level] = own;
        // A new group above ends the groups below it.
        for (let below = level + 1; below < groups.length; below++) groups[below] = "";
        return own;
      }
      // An empty cell above a filled one belongs to the merged group on its left.
      const filledBelow = header.slice(level + 1).some((lower) => labelText(lower.cells[index]) !== "");
      return filledBelow ? groups[level]! : "";
    });
    const said = parts.filter((part) => part !== "");
    if (said.length === 0) continue;
    const last = said[said.length - 1]!;
    const spellings = said.length === 1 ? [last] : [`${said.slice(0, -1).join("")}${last}`, last];
    labels.push({ index, spellings });
  }
  return labels;
}

function labelText(cell: Cell | undefined): string {
  const text = tidy(cellText(cell));
  return text.length <= 60 ? text : "";
}
