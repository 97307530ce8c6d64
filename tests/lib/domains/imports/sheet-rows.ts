// Rows for import tests, written as plain tables: text is text, a number is a number, an object is a raw cell.
import type { Cell, Row } from "#lib/platform/sheets/cell.ts";

export type Written = string | number | boolean | null | Cell;

export function rowsOf(table: Written[][], firstRow = 1): Row[] {
  return table.map((line, index) => ({ rowNo: firstRow + index, cells: line.map(cellOf), hidden: false }));
}

function cellOf(written: Written): Cell {
  if (written === null || written === "") return { kind: "empty" };
  if (typeof written === "string") return { kind: "text", text: written };
  if (typeof written === "number") return { kind: "number", value: written, text: String(written) };
  if (typeof written === "boolean") return { kind: "boolean", value: written };
  return written;
}
