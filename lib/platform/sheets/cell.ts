// One cell as the file holds it, before anyone has decided what it means.

export type PlainCell =
  | { kind: "empty" }
  | { kind: "text"; text: string }
  /** `text` is the number as the file spells it: "540321199001011000" and "5.4E+17" tell different stories. */
  | { kind: "number"; value: number; text: string; from1904?: true }
  /** A number that the file formats as a date; `date` is null when the serial lies outside the calendar. */
  | { kind: "date"; date: string | null; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "error"; text: string };

/** A formula counts with the value stored beside it; without one, nobody can say what it would give. */
export type Cell = PlainCell | { kind: "formula"; stored: PlainCell | null };

export type Row = { rowNo: number; cells: Cell[]; hidden: boolean };

/** First and last row and column, counted from 1 and 0 as in Row. */
export type MergedRange = { fromRow: number; toRow: number; fromColumn: number; toColumn: number };

export const EMPTY: PlainCell = { kind: "empty" };

/** What a cell says as text, for headers and samples. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return "";
  switch (cell.kind) {
    case "formula":
      return cellText(cell.stored ?? EMPTY);
    case "text":
    case "number":
    case "error":
      return cell.text;
    case "date":
      return cell.date ?? cell.text;
    case "boolean":
      return cell.value ? "TRUE" : "FALSE";
    case "empty":
      return "";
  }
}
