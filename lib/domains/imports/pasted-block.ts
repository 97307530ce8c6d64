// A block copied out of Excel or WPS as text: cells parted by tabs, a cell with a line end in quotes. Read alike in the browser and here.

/** More than this is a file, not a paste (ux.md §3.6); the few besides are headers and titles. */
export const PASTED_ROWS = 500;
const HEADERS = 10;

export const isTooMany = (rows: readonly string[][]) => rows.length > PASTED_ROWS + HEADERS;

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
