// What a pasted block becomes: the list in plain text that any upload may be, with a header.
import type { Row } from "#lib/platform/sheets/cell.ts";
import type { Sheet } from "../sheet.ts";
import { findLayout } from "./layout.ts";

/** With the names of the template's columns above it, where the block brings none of its own. */
export function withHeader(rows: string[][], sheet: Sheet): string[][] {
  const seen = rows.slice(0, 5).map<Row>((cells, at) => ({
    rowNo: at + 1,
    hidden: false,
    cells: cells.map((text) => (text.trim() === "" ? { kind: "empty" } : { kind: "text", text })),
  }));
  if (findLayout(seen, sheet)) return rows;
  const width = Math.max(...rows.map((row) => row.length));
  return [sheet.columns.slice(0, width).map((column) => column.label["zh-CN"]), ...rows];
}

export const asCsv = (rows: string[][]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n")}\r\n`;
