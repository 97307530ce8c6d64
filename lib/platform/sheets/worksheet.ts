// Streams the rows of one worksheet out of the workbook, with each cell as the file holds it.
import { type Cell, EMPTY, type PlainCell, type Row } from "./cell.ts";
import type { SheetLimits } from "./limits.ts";
import { SheetRefused } from "./refused.ts";
import type { Workbook } from "./workbook.ts";
import { type Attributes, unescapeOffice, XmlWalker } from "./xml.ts";
import { openPart } from "./zip.ts";

/** As many at once as a piece of the file holds. Rows without a value are left out: sheets formatted down to row 1,048,576 are common and harmless. */
export async function* worksheetRows(
  workbook: Workbook,
  part: string,
  limits: SheetLimits,
): AsyncGenerator<Row[]> {
  const reader = new RowReader(workbook, limits);
  const walker = new XmlWalker(reader);
  const deadline = performance.now() + limits.seconds * 1_000;
  for await (const chunk of openPart(workbook.zip, part)) {
    if (!walker.push(chunk)) throw new SheetRefused("broken");
    // Time spent by whoever takes the rows counts too: a job that stands still must end.
    if (performance.now() > deadline) throw new SheetRefused("tooSlow");
    yield reader.take();
  }
}

class RowReader {
  private ready: Row[] = [];
  private row: Row | null = null;
  private rowNo = 0;
  private hasValue = false;
  private column = -1;
  private inCell = false;
  private type = "";
  private style = 0;
  private value = "";
  private inline = "";
  private formula = false;
  private reading: "value" | "inline" | null = null;
  private inPhonetic = false;
  private rows = 0;
  private cells = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly limits: SheetLimits,
  ) {}

  take(): Row[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open(name: string, attributes: Attributes, selfClosed: boolean): void {
    if (name === "c" && this.row) this.openCell(attributes, selfClosed);
    else if (name === "v") this.reading = selfClosed ? null : "value";
    else if (name === "row") this.openRow(attributes, selfClosed);
    else if (name === "f") this.formula = this.inCell;
    else if (name === "t" && this.inCell && !this.inPhonetic) this.reading = selfClosed ? null : "inline";
    else if (name === "rPh") this.inPhonetic = !selfClosed;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.reading = null;
    else if (name === "c") this.closeCell();
    else if (name === "rPh") this.inPhonetic = false;
    else if (name === "row") this.closeRow();
  }

  text(text: string): void {
    if (!this.inCell) return;
    if (this.reading === "value") this.value += text;
    else if (this.reading === "inline") this.inline += text;
  }

  private openRow(attributes: Attributes, selfClosed: boolean): void {
    const stated = Number(attributes.get("r"));
    this.rowNo = stated > this.rowNo ? stated : this.rowNo + 1;
    if (selfClosed) return;
    const hidden = attributes.get("hidden");
    this.row = { rowNo: this.rowNo, cells: [], hidden: hidden === "1" || hidden === "true" };
    this.hasValue = false;
    this.column = -1;
  }

  private openCell(attributes: Attributes, selfClosed: boolean): void {
    this.column = columnOf(attributes.get("r")) ?? this.column + 1;
    if (this.column >= this.limits.columns) {
      // Far columns are refused only if they hold something; styled emptiness is let be.
      if (!selfClosed) throw new SheetRefused("tooManyColumns");
      return;
    }
    if (selfClosed) return;
    this.inCell = true;
    this.type = attributes.get("t") ?? "n";
    // Only of numbers does the style tell something.
    this.style = this.type === "n" ? Number(attributes.get("s") ?? -1) : -1;
    this.value = "";
    this.inline = "";
    this.formula = false;
  }

  private closeCell(): void {
    if (!this.inCell || !this.row) return;
    this.inCell = false;
    const plain = this.plainCell();
    const cell: Cell = this.formula
      ? { kind: "formula", stored: plain.kind === "empty" ? null : plain }
      : plain;
    if (cell.kind === "empty") return;
    const { cells } = this.row;
    while (cells.length < this.column) cells.push(EMPTY);
    cells[this.column] = cell;
    this.hasValue = true;
    if (++this.cells > this.limits.cells) throw new SheetRefused("tooManyCells");
  }

  private closeRow(): void {
    if (this.row && this.hasValue) {
      if (++this.rows > this.limits.rows)
        throw new SheetRefused("tooManyRows", { limit: String(this.limits.rows) });
      this.ready.push(this.row);
    }
    this.row = null;
  }

  private plainCell(): PlainCell {
    switch (this.type) {
      case "s":
        return text(this.value === "" ? null : this.workbook.texts.get(Number(this.value)));
      case "inlineStr":
        return text(unescapeOffice(this.inline));
      case "str":
        return text(unescapeOffice(this.value));
      case "b":
        return this.value === ""
          ? EMPTY
          : { kind: "boolean", value: this.value === "1" || this.value === "true" };
      case "e":
        return { kind: "error", text: this.value };
      case "d":
        return this.value === "" ? EMPTY : { kind: "date", date: this.value.slice(0, 10), text: this.value };
      default:
        return this.numberCell();
    }
  }

  private numberCell(): PlainCell {
    if (this.value === "") return EMPTY;
    const value = Number(this.value);
    if (!Number.isFinite(value)) return text(this.value);
    if (!this.workbook.dateStyles[this.style]) {
      const number = { kind: "number" as const, value, text: this.value };
      return this.workbook.from1904 ? { ...number, from1904: true } : number;
    }
    return { kind: "date", date: serialToDate(value, this.workbook.from1904), text: this.value };
  }
}

function text(value: string | null): PlainCell {
  return value === null || value === "" ? EMPTY : { kind: "text", text: value };
}

/** "AU17" → 46. */
function columnOf(reference: string | undefined): number | null {
  if (!reference) return null;
  let index = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * 26 + (code - 64);
  }
  return at === 0 || at > 3 ? null : index - 1;
}

/** Excel counts days from 1900 and believes that 1900 had a 29 February; days before that ghost are off by one. */
function serialToDate(serial: number, from1904 = false): string | null {
  const day = Math.floor(serial) + (from1904 ? 1_462 : 0);
  if (!(day >= 1 && day <= 2_958_465) || day === 60) return null;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 86_400_000);
  return date.toISOString().slice(0, 10);
}
