/** The user's own file once more: faulty cells tinted and noted, and one more column that says what to do and for which import. */

import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { notFound } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { cellText } from "#lib/platform/sheets/cell.ts";
import { markWorkbook } from "#lib/platform/sheets/mark.ts";
import { readRows } from "#lib/platform/sheets/read.ts";
import { type WrittenCell, writeWorkbook } from "#lib/platform/sheets/write.ts";
import { tipColumnOf, tipLabel } from "./inside/corrected-file.ts";
import { fileOf, uploadExists } from "./inside/uploads.ts";
import type { Problem, Sheet } from "./sheet.ts";
import { sheetById } from "./sheets/all.ts";

type Told = {
  id: string;
  sheet: Sheet;
  storedAs: string;
  sheetName: string | null;
  mapping: Record<string, number>;
  headerEnd: number;
  columns: { index: number; label: string }[];
  problems: Map<number, Problem[]>;
};

export async function annotationsOf({ sql }: Pick<Scope, "sql">, id: string): Promise<Told> {
  const [found] = await sql<Omit<Told, "sheet" | "problems"> & { sheet: string }>`
    select id, sheet, stored_as as "storedAs", sheet_name as "sheetName", mapping, coalesce(preview->'columns', '[]') as columns,
      coalesce(header_row, 1) + coalesce((preview->>'depth')::int, 1) - 1 as "headerEnd" from import where id = ${id}::uuid`;
  const sheet = sheetById(found?.sheet ?? "");
  if (!found || !sheet || !(await uploadExists(found.storedAs))) throw notFound();
  const rows = await sql<{ rowNo: number; problems: Problem[] }>`
    select row_no as "rowNo", problems from import_row where import_id = ${id}::uuid and problems <> '[]' order by row_no`;
  return { ...found, sheet, problems: new Map(rows.map(({ rowNo, problems }) => [rowNo, problems])) };
}

type Words = {
  column: string;
  say: (problem: Problem, label: string) => string;
  locale: "zh-CN" | "en";
};

export async function annotatedWorkbook(told: Told, words: Words, output: Writable): Promise<void> {
  const file = fileOf(told.storedAs);
  if (told.sheetName !== "CSV") {
    await markWorkbook(file, output, {
      sheet: told.sheetName ?? undefined,
      marks: await marksOf(told, words, file, told.sheetName ?? undefined),
    });
    return;
  }
  // A list in plain text has no place for marks: it becomes a workbook first.
  const workbook = fileOf(`${randomUUID()}.part`);
  try {
    await writeWorkbook(workbook, {
      sheets: [{ name: told.sheet.title["zh-CN"], columns: [], rows: plainRows(file), plain: true }],
    });
    await markWorkbook(workbook, output, { marks: await marksOf(told, words, file) });
  } finally {
    await rm(workbook, { force: true });
  }
}

async function marksOf(told: Told, words: Words, file: string, sheet?: string) {
  const label = (key: string) =>
    told.sheet.columns.find((column) => column.key === key)?.label[words.locale] ?? key;
  const cells = new Map<number, Map<number, string>>();
  const said = new Map<number, string>();
  for (const [rowNo, problems] of told.problems) {
    const notes = new Map<number, string>();
    for (const problem of problems) {
      const index = told.mapping[problem.column];
      if (index === undefined) continue;
      notes.set(
        index,
        [notes.get(index), words.say(problem, label(problem.column))].filter(Boolean).join("；"),
      );
    }
    cells.set(rowNo, notes);
    said.set(rowNo, problems.map((problem) => words.say(problem, label(problem.column))).join("；"));
  }
  const column = tipColumnOf(told.columns) ?? (await widthOf(file, sheet));
  return { cells, said, column, headerRow: told.headerEnd, header: tipLabel(words.column, told.id) };
}

async function widthOf(file: string, sheet?: string): Promise<number> {
  let width = 0;
  for await (const row of readRows(file, { sheet })) width = Math.max(width, row.cells.length);
  return width;
}

/** All rows at their own numbers, as text. */
async function* plainRows(file: string): AsyncGenerator<WrittenCell[]> {
  let next = 1;
  for await (const row of readRows(file)) {
    for (; next < row.rowNo; next++) yield [];
    next = row.rowNo + 1;
    yield row.cells.map((cell) => cellText(cell) || null);
  }
}
