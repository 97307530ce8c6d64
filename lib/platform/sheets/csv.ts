// Streams the rows of a CSV file: UTF-8 with or without its mark, UTF-16 with it, or GB18030 as Chinese Excel writes it.
import { createReadStream } from "node:fs";
import { type Cell, EMPTY, type Row } from "./cell.ts";
import type { SheetLimits } from "./limits.ts";
import { SheetRefused } from "./refused.ts";

export async function* csvRows(file: string, limits: SheetLimits): AsyncGenerator<Row[]> {
  const decoder = new TextDecoder(await encodingOf(file));
  const parser = new CsvParser(limits);
  const deadline = performance.now() + limits.seconds * 1_000;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    parser.push(decoder.decode(chunk as Buffer, { stream: true }));
    if (performance.now() > deadline) throw new SheetRefused("tooSlow");
    yield parser.take();
  }
  parser.push(decoder.decode());
  parser.end();
  yield parser.take();
}

/** Whole-file look, because the first Chinese character may come late; a wrong guess would garble names silently. */
async function encodingOf(file: string): Promise<"utf-8" | "utf-16le" | "utf-16be" | "gb18030"> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      const bytes = chunk as Buffer;
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
      if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
      if (bytes.includes(0)) throw new SheetRefused("notWorkbook");
      first = false;
      strict.decode(bytes, { stream: true });
    }
    strict.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    return "gb18030";
  }
}

class CsvParser {
  private ready: Row[] = [];
  private cells: Cell[] = [];
  private field = "";
  private quoted = false;
  /** A quote inside a quoted field either ends it or is the first half of a doubled one. */
  private quotePending = false;
  private rowNo = 1;
  private rows = 0;
  private total = 0;
  private separator: string | null = null;
  private lastWasReturn = false;

  constructor(private readonly limits: SheetLimits) {}

  take(): Row[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  push(text: string): void {
    this.separator ??= text === "" ? null : guessSeparator(text);
    for (const character of splitForParsing(text)) this.accept(character);
  }

  end(): void {
    if (this.quoted && !this.quotePending) throw new SheetRefused("broken");
    if (this.field !== "" || this.cells.length > 0) this.endRow();
  }

  private accept(piece: string): void {
    if (this.quotePending) {
      this.quotePending = false;
      if (piece === '"') {
        this.field += '"';
        return;
      }
      this.quoted = false;
    }
    if (this.quoted) {
      if (piece === '"') this.quotePending = true;
      else this.field += piece;
      if (this.field.length > 100_000) throw new SheetRefused("broken");
      return;
    }
    const afterReturn = this.lastWasReturn;
    this.lastWasReturn = piece === "\r";
    if (piece === '"' && this.field === "") this.quoted = true;
    else if (piece === this.separator) this.endField();
    else if (piece === "\n") {
      if (!afterReturn) this.endRow();
    } else if (piece === "\r") this.endRow();
    else this.field += piece;
  }

  private endField(): void {
    this.cells.push(this.field === "" ? EMPTY : { kind: "text", text: this.field });
    this.field = "";
    if (this.cells.length > this.limits.columns) throw new SheetRefused("tooManyColumns");
  }

  private endRow(): void {
    this.endField();
    const rowNo = this.rowNo++;
    const valued = this.cells.reduce((count, cell) => count + (cell.kind === "empty" ? 0 : 1), 0);
    if (valued > 0) {
      if (++this.rows > this.limits.rows)
        throw new SheetRefused("tooManyRows", { limit: String(this.limits.rows) });
      this.total += valued;
      if (this.total > this.limits.cells) throw new SheetRefused("tooManyCells");
      this.ready.push({ rowNo, cells: this.cells, hidden: false });
    }
    this.cells = [];
  }
}

/** Cuts text at the characters that mean something, so that plain stretches travel as one piece. */
function* splitForParsing(text: string): Generator<string> {
  const marks = /["\r\n,;\t]/g;
  let from = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (match.index > from) yield text.slice(from, match.index);
    yield match[0];
    from = match.index + 1;
  }
  if (from < text.length) yield text.slice(from);
}

function guessSeparator(text: string): string {
  const head = text.slice(0, 4_000);
  const count = (mark: string) => head.split(mark).length;
  return [",", "\t", ";"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}
