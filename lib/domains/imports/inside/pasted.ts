// A block copied out of Excel or WPS: cells parted by tabs, a cell with a line end in quotes. Becomes the list in plain text that any upload may be.
import type { Row } from "#lib/platform/sheets/cell.ts";
import type { Sheet } from "../sheet.ts";
import { findLayout } from "./layout.ts";

export const PASTED_ROWS = 500;

export function readPasted(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one.trim() !== "")) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (mark === '"' && cell === "" && closes(text, at)) quoted = true;
    else if (mark === "\t") endCell();
    else if (mark === "\n") endRow();
    else if (mark !== "\r") cell += mark;
  }
  endRow();
  return rows;
}

/** Excel quotes a cell only for a line end, a tab or a quote in it; a quote that nothing closes is a quote. */
const closes = (text: string, at: number) =>
  /^"(?:[^"]|"")*"(?:[\t\r\n]|$)/.test(text.slice(at, at + 40_000));

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
