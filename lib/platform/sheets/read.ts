// The door for reading workbooks: what sheets a file has, and its rows as a stream. Nothing outside this folder parses one.
import { open } from "node:fs/promises";
import type { MergedRange, Row } from "./cell.ts";
import { csvRows } from "./csv.ts";
import { countHiddenRows } from "./hidden-rows.ts";
import { SHEET_LIMITS, type SheetLimits } from "./limits.ts";
import { SheetRefused } from "./refused.ts";
import { openWorkbook, readMergedRanges, type Workbook } from "./workbook.ts";
import { worksheetRows } from "./worksheet.ts";
import { readZipDirectory } from "./zip.ts";

export type ReadOptions = {
  sheet?: string;
  limits?: Partial<SheetLimits>;
  /** Gives every cell of a merged block below the header the value of its first one (households merged over members). */
  fillMergedBelow?: number;
};

type Opened = { kind: "csv" } | { kind: "xlsx"; workbook: Workbook };

export async function sheetNames(file: string, limits?: Partial<SheetLimits>): Promise<string[]> {
  const opened = await openSheetFile(file, { ...SHEET_LIMITS, ...limits });
  if (opened.kind === "csv") return ["CSV"];
  const visible = opened.workbook.sheets.filter((sheet) => !sheet.hidden);
  return (visible.length > 0 ? visible : opened.workbook.sheets).map((sheet) => sheet.name);
}

export async function mergedRanges(file: string, sheet?: string): Promise<MergedRange[]> {
  const opened = await openSheetFile(file, SHEET_LIMITS);
  return opened.kind === "csv" ? [] : readMergedRanges(opened.workbook, partOf(opened.workbook, sheet));
}

/** How many rows with a value the sheet hides below a row, by hand or by a filter. */
export async function hiddenRows(
  file: string,
  { sheet, below }: { sheet?: string; below: number },
): Promise<number> {
  const opened = await openSheetFile(file, SHEET_LIMITS);
  return opened.kind === "csv"
    ? 0
    : countHiddenRows(opened.workbook.zip, partOf(opened.workbook, sheet), below);
}

export async function* readRows(file: string, options: ReadOptions = {}): AsyncGenerator<Row> {
  for await (const rows of readRowsInPieces(file, options)) yield* rows;
}

/** The same, many rows at a time: waiting for each one by itself takes a tenth of the time that a long sheet takes to read. */
export async function* readRowsInPieces(file: string, options: ReadOptions = {}): AsyncGenerator<Row[]> {
  const limits = { ...SHEET_LIMITS, ...options.limits };
  const opened = await openSheetFile(file, limits);
  if (opened.kind === "csv") {
    yield* csvRows(file, limits);
    return;
  }
  const part = partOf(opened.workbook, options.sheet);
  const rows = worksheetRows(opened.workbook, part, limits);
  const below = options.fillMergedBelow;
  const ranges = below === undefined ? [] : await readMergedRanges(opened.workbook, part);
  // Only blocks that run down are filled: a block that runs across is a title or a footer.
  const tall = ranges.filter(
    (range) => range.fromRow > below! && range.toRow > range.fromRow && range.fromColumn === range.toColumn,
  );
  yield* tall.length === 0 ? rows : fillMerged(rows, tall);
}

async function* fillMerged(pieces: AsyncGenerator<Row[]>, ranges: MergedRange[]): AsyncGenerator<Row[]> {
  const fill = filler(ranges);
  for await (const rows of pieces) {
    for (const row of rows) fill(row);
    yield rows;
  }
}

function filler(ranges: MergedRange[]): (row: Row) => void {
  const byStart = groupByStart(ranges);
  let open: { range: MergedRange; cell: Row["cells"][number] }[] = [];
  return (row) => {
    open = open.filter(({ range }) => range.toRow >= row.rowNo);
    for (const { range, cell } of open) {
      const present = row.cells[range.fromColumn];
      if (!present || present.kind === "empty") {
        while (row.cells.length < range.fromColumn) row.cells.push({ kind: "empty" });
        row.cells[range.fromColumn] = cell;
      }
    }
    for (const range of byStart.get(row.rowNo) ?? []) {
      const cell = row.cells[range.fromColumn];
      if (cell && cell.kind !== "empty") open.push({ range, cell });
    }
  };
}

function groupByStart(ranges: MergedRange[]): Map<number, MergedRange[]> {
  const groups = new Map<number, MergedRange[]>();
  for (const range of ranges) groups.set(range.fromRow, [...(groups.get(range.fromRow) ?? []), range]);
  return groups;
}

function partOf(workbook: Workbook, sheet: string | undefined): string {
  const visible = workbook.sheets.find((each) => !each.hidden) ?? workbook.sheets[0]!;
  const chosen = sheet === undefined ? visible : workbook.sheets.find((each) => each.name === sheet);
  if (!chosen) throw new SheetRefused("noSuchSheet", { sheet: sheet ?? "" });
  return chosen.part;
}

const OLD_CONTAINER = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** What the file is, by its first bytes and never by its name. */
export async function openSheetFile(file: string, limits: SheetLimits): Promise<Opened> {
  const handle = await open(file, "r");
  let head: Buffer;
  let size: number;
  const directory = Buffer.alloc(4_096);
  try {
    size = (await handle.stat()).size;
    head = Buffer.alloc(Math.min(size, 4_096));
    await handle.read(head, 0, head.length, 0);
    if (head.length >= 512 && head.subarray(0, 8).equals(OLD_CONTAINER)) {
      const at = (head.readUInt32LE(48) + 1) * 2 ** Math.min(head.readUInt16LE(30), 12);
      await handle.read(directory, 0, directory.length, at);
    }
  } finally {
    await handle.close();
  }
  if (size === 0) throw new SheetRefused("empty");
  if (size > limits.fileBytes)
    throw new SheetRefused("tooLarge", { limit: `${Math.floor(limits.fileBytes / 1_048_576)}` });
  if (head.subarray(0, 8).equals(OLD_CONTAINER)) {
    // A workbook with a password and one of before 2007 come in the same kind of container.
    throw new SheetRefused(
      directory.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "password" : "oldFormat",
    );
  }
  if (head.subarray(0, 2).toString("latin1") === "PK") {
    return { kind: "xlsx", workbook: await openWorkbook(await readZipDirectory(file, limits)) };
  }
  if (/^\s*(<\?xml|<html|<!doctype|<table|%PDF|\{\\rtf)/i.test(head.subarray(0, 200).toString("latin1"))) {
    throw new SheetRefused("notWorkbook");
  }
  return { kind: "csv" };
}
