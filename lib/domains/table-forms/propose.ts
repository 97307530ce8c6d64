/** What a form is about and which field each of its columns asks for: proposed from its title and headings, corrected by a person. */
import { isFooter, type Recognized, recognize } from "#lib/domains/imports/recognize.ts";
import type { Blank } from "#lib/platform/sheets/blank.ts";
import { cellText, type MergedRange, type Row } from "#lib/platform/sheets/cell.ts";
import { HINTS, inTenThousands, isForPen } from "./form-readings.ts";
import { type Field, SUBJECT } from "./subjects-queries.ts";
import { BY_HAND, type FormColumn, SERIAL, SUBJECTS, type SubjectId } from "./table-form.ts";

export type Proposed = { subject: SubjectId; title: string; recognized: Recognized; columns: FormColumn[] };
type Given = {
  rows: readonly Row[];
  merges: readonly MergedRange[];
  said?: { headerRow: number; depth: number };
};

/** A field of another sheet is a weaker sign of what a row tells of. */
const OWN_FIELD = 1;
const JOINED_FIELD = 0.9;
const SPOKEN_FOR = 1.5;

export function propose(given: Given, only?: SubjectId): Proposed | null {
  const proposals = (only ? [only] : SUBJECTS).flatMap((subject) => {
    const fields = SUBJECT[subject].fields();
    const columns = fields.map(({ id, column }) => ({ ...column, key: id }));
    const recognized = recognize(given.rows, given.merges, columns, given.said);
    if (!recognized) return [];
    const title = titleOf(given.rows, recognized.headerRow);
    const score = scoreOf(recognized, fields) + (HINTS[subject].test(title) ? SPOKEN_FOR : 0);
    return [{ subject, title, recognized, score }];
  });
  const best = proposals.reduce<(typeof proposals)[number] | null>(
    (found, each) => (found === null || each.score > found.score ? each : found),
    null,
  );
  return best && { ...best, columns: formColumns(best.recognized) };
}

/** The headings of a form that is kept, for rows of another kind. */
export function proposeAgain(columns: readonly FormColumn[], subject: SubjectId): FormColumn[] {
  const cells: Row["cells"] = [];
  for (const { index, label } of columns) {
    while (cells.length < index) cells.push({ kind: "empty" });
    cells.push({ kind: "text", text: label });
  }
  const said = { headerRow: 1, depth: 1 };
  return (
    propose({ rows: [{ rowNo: 1, hidden: false, cells }], merges: [], said }, subject)?.columns ?? [
      ...columns,
    ]
  );
}

function scoreOf({ columns }: Recognized, fields: readonly Field[]): number {
  const from = new Map(fields.map((field) => [field.id, field.from]));
  return columns.reduce((sum, { key }) => {
    if (key === null || key === SERIAL) return sum;
    return sum + (from.get(key) === null ? OWN_FIELD : JOINED_FIELD);
  }, 0);
}

const formColumns = ({ columns }: Recognized): FormColumn[] =>
  columns.map(({ index, label, key, refused }) => ({
    ...{ index, label, refused },
    field: key ?? (refused === null && isForPen(label) ? BY_HAND : null),
    ...(inTenThousands(label) ? { inTenThousands: true } : {}),
  }));

/** The first words above the header. */
function titleOf(rows: readonly Row[], headerRow: number): string {
  for (const row of rows) {
    if (row.rowNo >= headerRow) break;
    const text = row.cells.map((cell) => cellText(cell).trim()).find((one) => one !== "");
    if (text) return text.replace(/\s+/g, " ").slice(0, 80);
  }
  return "";
}

/** What is kept of a form: its head down to the header, its foot, and how a row of data looks. Rows of data themselves are not. */
export type EmptyForm = {
  look: Pick<Blank, "styles" | "theme" | "widths" | "landscape" | "paper">;
  head: { rows: Blank["rows"]; merges: MergedRange[] };
  foot: { rows: Blank["rows"]; merges: MergedRange[] };
  /** Style of each column below the header, and the height of a row. */
  data: { styles: number[]; height: number | null };
  headerRow: number;
};

const MOST_FOOT = 12;

export function emptyForm(blank: Blank, { headerRow, depth }: Recognized, width: number): EmptyForm {
  const last = headerRow + depth - 1;
  const { rows, merges, ...look } = blank;
  const below = rows.filter(({ rowNo }) => rowNo > last);
  const first = below[0];
  const footRows = footOf(below);
  const from = footRows[0]?.rowNo ?? 0;
  const styles = Array.from(
    { length: width },
    (_none, column) => first?.cells.find((cell) => cell.column === column)?.style ?? 0,
  );
  return {
    look,
    head: { rows: dense(rows, 1, last), merges: merges.filter(({ toRow }) => toRow <= last) },
    foot: {
      rows: footRows.length === 0 ? [] : dense(footRows, from, footRows.at(-1)!.rowNo),
      merges: merges
        .filter((one) => from > 0 && one.fromRow >= from && one.toRow <= footRows.at(-1)!.rowNo)
        .map((one) => ({ ...one, fromRow: one.fromRow - from + 1, toRow: one.toRow - from + 1 })),
    },
    data: { styles, height: first?.height ?? null },
    headerRow,
  };
}

/** Sums, and who filled in: up to the first row that is neither, and without the numbers in them, so that nobody's data is kept. */
function footOf(below: Blank["rows"]): Blank["rows"] {
  const from = below.findIndex(isFoot);
  if (from < 0) return [];
  const foot = below.slice(from, from + MOST_FOOT);
  const end = foot.findIndex((row) => !isFoot(row) && saidIn(row).length > 0);
  return (end < 0 ? foot : foot.slice(0, end)).map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: cell.text.replace(/\d[\d.,]*/g, "") })),
  }));
}

const isFoot = (row: Blank["rows"][number]) => isFooter(saidIn(row)[0] ?? "");
const saidIn = ({ cells }: Blank["rows"][number]) =>
  cells.map(({ text }) => text.trim()).filter((text) => text !== "");

/** Every row from one to another, those that the file leaves out as well. */
function dense(rows: Blank["rows"], from: number, to: number): Blank["rows"] {
  const known = new Map(rows.map((row) => [row.rowNo, row]));
  return Array.from({ length: to - from + 1 }, (_none, at) => {
    const row = known.get(from + at);
    return { rowNo: at + 1, height: row?.height ?? null, cells: row?.cells ?? [] };
  });
}
