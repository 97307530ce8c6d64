// The reading engine: takes the raw rows of a file and gives values and problems row by row, holding no more than it must.
import { cellText, EMPTY, type Row } from "#lib/platform/sheets/cell.ts";
import type { Fix } from "../import.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { AcrossRows, type LateProblem } from "./across-rows.ts";
import { readCell } from "./read-cell.ts";
import { bareLabel, isFooter, isSample, tidy } from "./text-readings.ts";

/** Which column of the file (counted from 0) holds which of ours, and where the rows begin. */
export type Mapping = {
  firstRow: number;
  columns: Record<string, number>;
  fixes?: readonly Fix[];
  skipHidden?: boolean;
};

export type ReadRow = {
  kind: "row";
  rowNo: number;
  hidden: boolean;
  values: Values;
  problems: Problem[];
  /** What stands in the cells of the problems. */
  texts: Record<string, string>;
};
export type Late = { kind: "late" } & LateProblem;
/** What the dry run tells besides the rows. */
export type Summary = { kind: "summary"; rows: number; skipped: number; hidden: number; formulas: number };

export async function* readSheet(
  pieces: AsyncIterable<Row[]> | Iterable<Row[]>,
  sheet: Sheet,
  mapping: Mapping,
  context: ReadContext,
): AsyncGenerator<(ReadRow | Late | Summary)[]> {
  const reading = new SheetReading(sheet, mapping, context);
  for await (const rows of pieces) yield rows.flatMap((row) => reading.take(row));
  yield reading.end();
}

/** What has been read of a sheet so far, row after row. */
class SheetReading {
  private readonly columns: Mapped[];
  /** Every column that is read, empty: a row of values begins as its copy, which costs less than growing one by one. */
  private readonly blank: Values;
  private readonly across: AcrossRows;
  private readonly fixes: (row: Row) => Row;
  private readonly summary: Summary = { kind: "summary", rows: 0, skipped: 0, hidden: 0, formulas: 0 };

  constructor(
    private readonly sheet: Sheet,
    private readonly mapping: Mapping,
    private readonly context: ReadContext,
  ) {
    this.columns = mappedColumns(sheet, mapping);
    this.blank = Object.fromEntries(this.columns.map(({ column }) => [column.key, null]));
    this.across = new AcrossRows(sheet);
    this.fixes = corrections(mapping);
  }

  take(row: Row): (ReadRow | Late)[] {
    const { columns, summary } = this;
    if (row.rowNo < this.mapping.firstRow) return [];
    const filled = columns.filter(({ index }) => hasValue(row, index));
    if (filled.length === 0) return [];
    if (isNoRecord(row, columns, filled)) {
      summary.skipped++;
      return [];
    }
    if (row.hidden) summary.hidden++;
    if (row.hidden && this.mapping.skipHidden) return [];
    const { values, problems } = readRow(this.fixes(row), columns, this.sheet, this.context, {
      ...this.blank,
    });
    const found = this.across.accept(row.rowNo, values);
    const told = found.problems.length > 0 ? [...problems, ...found.problems] : problems;
    summary.rows++;
    for (const { index } of columns) if (row.cells[index]?.kind === "formula") summary.formulas++;
    const texts = told.length > 0 ? quotes(told, columns, row) : {};
    const { rowNo, hidden } = row;
    return [
      { kind: "row", rowNo, hidden, values, problems: told, texts },
      ...found.late.map((late) => ({ kind: "late" as const, ...late })),
    ];
  }

  end(): (Late | Summary)[] {
    return [...this.across.finish().map((late) => ({ kind: "late" as const, ...late })), this.summary];
  }
}

type Mapped = { column: Column; index: number; labels: Set<string> };

function mappedColumns(sheet: Sheet, mapping: Mapping): Mapped[] {
  const known = new Map(Object.entries(mapping.columns));
  return sheet.columns.flatMap((column) => {
    const index = known.get(column.key);
    if (index === undefined || column.ignored) return [];
    return [
      { column, index, labels: new Set([column.label["zh-CN"], ...(column.aliases ?? [])].map(bareLabel)) },
    ];
  });
}

function hasValue(row: Row, index: number): boolean {
  const cell = row.cells[index];
  if (cell === undefined || cell.kind === "empty") return false;
  return (cell.kind === "text" && PLAIN_START.test(cell.text)) || tidy(cellText(cell)) !== "";
}

/** Begins with something that no tidying takes away. */
const PLAIN_START = /^[!-~\u4e00-\u9fff]/;

/** Sums, signatures, the header once more on each printed page, the row of column numbers, our own sample. */
function isNoRecord(row: Row, columns: readonly Mapped[], filled: readonly Mapped[]): boolean {
  const first = tidy(cellText(row.cells.find((cell) => tidy(cellText(cell)) !== "")));
  if (isSample(first) || isHeaderAgain(row, filled) || (first === "1" && isNumbering(row))) return true;
  if (!isFooter(first)) return false;
  const required = columns.filter(({ column }) => column.required);
  return required.some(({ index }) => !hasValue(row, index));
}

function isHeaderAgain(row: Row, filled: readonly Mapped[]): boolean {
  const few = filled.slice(0, 4);
  return (
    few.length >= 2 && few.every(({ index, labels }) => labels.has(bareLabel(cellText(row.cells[index]))))
  );
}

/** "1 2 3 4 …" under the header. */
function isNumbering(row: Row): boolean {
  const texts = row.cells.map((cell) => tidy(cellText(cell))).filter((text) => text !== "");
  return texts.length >= 3 && texts.every((text, index) => text === String(index + 1));
}

function readRow(
  row: Row,
  columns: readonly Mapped[],
  sheet: Sheet,
  context: ReadContext,
  values: Values,
): { values: Values; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const { column, index } of columns) {
    const free = column.freeWhen && values[column.freeWhen.column] === column.freeWhen.is;
    const reading = readCell(row.cells[index], free ? { ...column, kind: "number" } : column, context);
    values[column.key] = reading.value;
    if (reading.besides) Object.assign(values, reading.besides);
    if (reading.problems.length > 0) problems.push(...reading.problems);
  }
  // A column that the file lacks altogether fails every row in the same way.
  for (const column of sheet.columns) {
    if (column.required && !(column.key in values))
      problems.push({ column: column.key, key: "columnMissing", level: "error" });
  }
  const faulty = new Set(problems.filter(({ level }) => level === "error").map(({ column }) => column));
  // A cell that could not be read is not missing besides.
  for (const problem of sheet.check?.(values, context) ?? [])
    if (problem.level === "error" || !faulty.has(problem.column)) problems.push(problem);
  return { values, problems };
}

/** What the cells say that a problem is about, by column. */
function quotes(problems: Problem[], columns: readonly Mapped[], row: Row): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { column: key } of problems) {
    const mapped = columns.find(({ column }) => column.key === key);
    if (mapped) found[key] = quoted(cellText(row.cells[mapped.index]), mapped.column.kind);
  }
  return found;
}

const LONGEST_QUOTE = 60;
/** ID numbers never leave a file in clear, whole or with digits lost; a household's number may be thirteen digits long. */
const LONG_DIGITS = /(?:\d[\s-]?){12,}[\dXx]/g;
const LONGER_DIGITS = /(?:\d[\s-]?){14,}[\dXx]/g;
const quoted = (text: string, kind: Column["kind"]) =>
  [
    ...tidy(text).replace(
      kind === "number" ? LONGER_DIGITS : LONG_DIGITS,
      (digits) => `${digits.slice(0, 6)}********${digits.slice(-4)}`,
    ),
  ]
    .slice(0, LONGEST_QUOTE)
    .join("");

/** Puts what is meant where something else stands, column by column, as somebody has said for all rows. */
function corrections({ columns, fixes = [] }: Mapping): (row: Row) => Row {
  const meant = fixes.flatMap(({ column, from, to }) => {
    const index = columns[column];
    return index === undefined ? [] : [{ index, from, to }];
  });
  if (meant.length === 0) return (row) => row;
  return (row) => {
    const cells = [...row.cells];
    for (const { index, from, to } of meant)
      if (tidy(cellText(row.cells[index])) === from) {
        while (cells.length < index) cells.push(EMPTY);
        cells[index] = { kind: "text", text: to };
      }
    return { ...row, cells };
  };
}
