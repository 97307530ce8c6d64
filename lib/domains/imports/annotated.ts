/** The user's own file once more, row by row: faulty cells tinted, and one more column that says what to do. */

import { notFound } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Cell, cellText } from "#lib/platform/sheets/cell.ts";
import { readRows } from "#lib/platform/sheets/read.ts";
import type { WrittenCell, WrittenSheet } from "#lib/platform/sheets/write.ts";
import { fileOf, uploadExists } from "./inside/uploads.ts";
import type { Problem, Sheet } from "./sheet.ts";
import { sheetById } from "./sheets/all.ts";

type Told = {
  sheet: Sheet;
  storedAs: string;
  sheetName: string | null;
  mapping: Record<string, number>;
  headerEnd: number;
  problems: Map<number, Problem[]>;
};

export async function annotationsOf({ sql }: Pick<Scope, "sql">, id: string): Promise<Told> {
  const [found] = await sql<{
    sheet: string;
    storedAs: string;
    sheetName: string | null;
    mapping: Record<string, number>;
    headerEnd: number;
  }>`
    select sheet, stored_as as "storedAs", sheet_name as "sheetName", mapping,
      coalesce(header_row, 1) + coalesce((preview->>'depth')::int, 1) - 1 as "headerEnd" from import where id = ${id}::uuid`;
  const sheet = sheetById(found?.sheet ?? "");
  if (!found || !sheet || !(await uploadExists(found.storedAs))) throw notFound();
  const rows = await sql<{ rowNo: number; problems: Problem[] }>`
    select row_no as "rowNo", problems from import_row where import_id = ${id}::uuid and problems <> '[]' order by row_no`;
  return { ...found, sheet, problems: new Map(rows.map(({ rowNo, problems }) => [rowNo, problems])) };
}

type Words = {
  sheet: string;
  column: string;
  say: (problem: Problem, label: string) => string;
  locale: "zh-CN" | "en";
};

/** The first row of the file becomes the head of the sheet; rows keep their numbers. */
export async function annotatedSheet(told: Told, words: Words): Promise<WrittenSheet> {
  const rows = readRows(fileOf(told.storedAs), {
    sheet: told.sheetName === "CSV" ? undefined : (told.sheetName ?? undefined),
  });
  const first = await rows.next();
  const head = !first.done && first.value.rowNo === 1 ? first.value : null;
  const width = Math.max(head?.cells.length ?? 0, ...Object.values(told.mapping).map((index) => index + 1));
  const columns = Array.from({ length: width + 1 }, (_value, index) => ({
    label: index === width ? words.column : cellText(head?.cells[index]),
    width: index === width ? 60 : 14,
  }));
  async function* body(): AsyncGenerator<WrittenCell[]> {
    let next = 2;
    const pending = head || first.done ? [] : [first.value];
    for await (const row of (async function* () {
      yield* pending;
      yield* rows;
    })()) {
      for (; next < row.rowNo; next++) yield [];
      next = row.rowNo + 1;
      yield annotatedRow(row, told, words, width);
    }
  }
  return { name: words.sheet, columns, rows: body() };
}

function annotatedRow(
  row: { rowNo: number; cells: Cell[] },
  told: Told,
  words: Words,
  width: number,
): WrittenCell[] {
  const problems = told.problems.get(row.rowNo) ?? [];
  const faulty = new Set(problems.map((problem) => told.mapping[problem.column]));
  const cells: WrittenCell[] = Array.from({ length: width }, (_value, index) => {
    const value = writtenValue(row.cells[index]);
    return faulty.has(index) ? { value: value ?? "", look: "marked" as const } : value;
  });
  const label = (key: string) =>
    told.sheet.columns.find((column) => column.key === key)?.label[words.locale] ?? key;
  const said = problems.map((problem) => words.say(problem, label(problem.column)));
  cells.push(
    said.length === 0
      ? row.rowNo === told.headerEnd
        ? words.column
        : null
      : { value: said.join("；"), look: "marked" },
  );
  return cells;
}

/** Figures stay figures; whatever was text stays text, so that the file can be corrected and sent again. */
function writtenValue(cell: Cell | undefined): string | number | null {
  const plain = cell?.kind === "formula" ? cell.stored : cell;
  if (!plain || plain.kind === "empty") return null;
  return plain.kind === "number" && Math.abs(plain.value) < 1e11 ? plain.value : cellText(plain);
}
