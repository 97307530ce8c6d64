/** What the eye reads in a table, as rows of cells, and the two ways in which WPS and Excel take such rows from the clipboard. */

/** Not text of the table: what is pressed or filled in, pictures, and what only screen readers hear. */
const NOT_TEXT = "button, svg, input, select, textarea, dialog, script, template, .sr-only, [data-peek]";

type Copied = { rows: string[][] /** Without heads and sums. */; count: number };

export function textsOf(table: HTMLTableElement): Copied {
  const lines = [...table.rows].filter(seen);
  const rows = lines.map((row) => [...row.cells].filter(seen).flatMap(spread));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const body = lines.map((row) => row.parentElement?.tagName === "TBODY");
  const pictures = lines.map((row) => [...row.cells].filter(seen).flatMap(pictured));
  // A column of boxes or of buttons alone has no text anywhere, not even a head; one of bars has nothing but its head.
  const kept = Array.from({ length: width }, (_, at) => at).filter(
    (at) =>
      rows.some((row, nth) => row[at] && body[nth]) ||
      (rows.some((row) => row[at]) && !pictures.some((row, nth) => row[at] && body[nth])),
  );
  return {
    rows: rows.map((row) => kept.map((at) => row[at] ?? "")),
    count: body.filter(Boolean).length,
  };
}

/** A cell over several columns stands in the first, so that those below each other stay so. */
function spread(cell: HTMLTableCellElement): string[] {
  return [textOf(cell), ...Array.from({ length: cell.colSpan - 1 }, () => "")];
}

const pictured = (cell: HTMLTableCellElement): boolean[] =>
  Array.from({ length: cell.colSpan }, () => cell.querySelector("svg[role=img]") !== null);

const seen = (element: Element) => getComputedStyle(element).display !== "none";

function textOf(cell: HTMLTableCellElement): string {
  const text = tidy(read(cell));
  const tells = cell.tagName === "TD" || cell.closest("tbody");
  if (text !== "" || !tells || cell.querySelector("input, button, [data-peek]")) return text;
  // A mark without a word beside it: the word that it has for those who do not see it.
  return tidy([...cell.querySelectorAll(".sr-only")].map((one) => one.textContent ?? "").join(" "));
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

function read(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (!(node instanceof Element) || node.matches(NOT_TEXT) || !seen(node)) return "";
  const folded = node instanceof HTMLDetailsElement && !node.open;
  const children = folded ? [...node.querySelectorAll(":scope > summary")] : [...node.childNodes];
  const text = children.map(read).join("");
  return getComputedStyle(node).display.startsWith("inline") ? text : ` ${text} `;
}

/** What a sheet would count with, if it stood there as it is; longer numbers are names of something. */
const NUMBER = /^-?(0|[1-9]\d{0,8}|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?%?$/;

/** Nothing that comes from a cell may become a formula. */
const plain = (text: string) => (/^[=+\-@＝＋－＠\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text);

export const asLines = (rows: readonly string[][]) =>
  rows.map((row) => row.map(plain).join("\t")).join("\r\n");

export function asHtml(rows: readonly string[][]): string {
  const cell = (text: string) =>
    NUMBER.test(text)
      ? `<td>${escaped(text)}</td>`
      : `<td style="mso-number-format:'\\@'">${escaped(plain(text))}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return `<meta charset="utf-8"><table>${body}</table>`;
}

const MARKS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? "");
