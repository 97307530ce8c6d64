// The worksheet with its marks: cells get another style, missing ones are put in, and the last column says what to do.
import { columnIndex, columnLetters } from "#lib/base/column-letters.ts";

export type Marks = {
  /** Row → column → note. */
  cells: Map<number, Map<number, string>>;
  /** Row → what to do. */
  said: Map<number, string>;
  /** The column that says it, with its own label; what stands there already is replaced. */
  column: number;
  headerRow: number;
  header: string;
};

type Restyle = (style: number, marked: boolean) => number;
/** What comes behind the place of notes in a worksheet. */
const BEHIND = /^(legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)$/;
const TAG = /<(\/?)((?:\w+:)?)(\w+)((?:[^>"]|"[^"]*")*?)(\/?)>/g;

export async function* markedSheet(
  bytes: AsyncIterable<Buffer>,
  marks: Marks,
  restyle: Restyle | undefined,
  drawing: string | null,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const rewriter = new Rewriter(marks, restyle ?? ((style) => style), drawing);
  let pending = "";
  for await (const chunk of bytes) {
    pending += decoder.decode(chunk, { stream: true });
    const whole = pending.lastIndexOf("<");
    if (whole <= 0) continue;
    yield rewriter.take(pending.slice(0, whole));
    pending = pending.slice(whole);
  }
  yield rewriter.take(pending + decoder.decode());
}

class Rewriter {
  private rowNo = 0;
  private column = -1;
  private inRow = false;
  /** What stood in the column of tips is passed over, up to the end of its cell. */
  private passing = false;
  private waiting: number[] = [];
  private below = false;
  private depth = 0;
  private drawn = false;
  private lastWidth = 0;

  constructor(
    private readonly marks: Marks,
    private readonly restyle: Restyle,
    private readonly drawing: string | null,
  ) {}

  take(text: string): string {
    let out = "";
    let at = 0;
    TAG.lastIndex = 0;
    for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
      if (!this.passing) out += text.slice(at, match.index);
      at = match.index + match[0].length;
      out += this.tag(match[0], match[1] === "/", match[2]!, match[3]!, match[4]!, match[5] === "/");
    }
    return this.passing ? out : out + text.slice(at);
  }

  private tag(
    whole: string,
    closes: boolean,
    prefix: string,
    name: string,
    attributes: string,
    empty: boolean,
  ): string {
    if (this.passing) {
      if (closes && name === "c") this.passing = false;
      return "";
    }
    if (this.below) return this.after(whole, closes, prefix, name, empty);
    if (name === "col")
      this.lastWidth = Math.max(this.lastWidth, Number(/\bmax="(\d+)"/.exec(attributes)?.[1] ?? 0));
    if (name === "cols" && closes && this.lastWidth <= this.marks.column)
      return `<${prefix}col min="${this.marks.column + 1}" max="${this.marks.column + 1}" width="60" customWidth="1"/>${whole}`;
    if (name === "row") return closes ? this.endRow(prefix) + whole : this.openRow(prefix, attributes, empty);
    if (name === "c" && this.inRow && !closes) return this.cell(prefix, attributes, empty);
    if (name === "sheetData" && (closes || empty)) {
      this.below = true;
      this.depth = 1;
    }
    // A filter over the rows would cut the new column off, and a stated size would be wrong: both are only hints.
    return name === "dimension" ? "" : whole;
  }

  private openRow(prefix: string, attributes: string, empty: boolean): string {
    this.rowNo = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? this.rowNo + 1);
    this.column = -1;
    this.inRow = true;
    this.waiting = [...(this.marks.cells.get(this.rowNo)?.keys() ?? [])].sort((one, other) => one - other);
    const kept = attributes.replace(/\sspans="[^"]*"/, "").trimEnd();
    if (!empty) return `<${prefix}row${kept}>`;
    const cells = this.endRow(prefix);
    return cells === "" ? `<${prefix}row${kept}/>` : `<${prefix}row${kept}>${cells}</${prefix}row>`;
  }

  private cell(prefix: string, attributes: string, empty: boolean): string {
    const letters = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1];
    this.column = letters ? columnIndex(letters) : this.column + 1;
    const before = this.fill(prefix, this.column);
    if (this.column === this.marks.column) {
      this.passing = !empty;
      return before;
    }
    const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0);
    const marked = this.waiting[0] === this.column;
    if (marked) this.waiting.shift();
    const next = this.restyle(style, marked);
    const rest = next === style ? attributes : `${attributes.replace(/\ss="\d+"/, "").trimEnd()} s="${next}"`;
    return `${before}<${prefix}c${rest}${empty ? "/" : ""}>`;
  }

  /** Marked cells that the file leaves out, up to a column. */
  private fill(prefix: string, upTo: number): string {
    let cells = "";
    while (this.waiting.length > 0 && this.waiting[0]! < upTo) {
      const index = this.waiting.shift()!;
      cells += `<${prefix}c r="${columnLetters(index)}${this.rowNo}" s="${this.restyle(0, true)}"/>`;
    }
    return cells;
  }

  private endRow(prefix: string): string {
    this.inRow = false;
    const cells = this.fill(prefix, this.marks.column);
    const said = this.rowNo === this.marks.headerRow ? this.marks.header : this.marks.said.get(this.rowNo);
    if (said === undefined) return cells;
    const style = this.rowNo === this.marks.headerRow ? 0 : this.restyle(0, true);
    return `${cells}<${prefix}c r="${columnLetters(this.marks.column)}${this.rowNo}" s="${style}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(said)}</${prefix}t></${prefix}is></${prefix}c>`;
  }

  private after(whole: string, closes: boolean, prefix: string, name: string, empty: boolean): string {
    const direct = this.depth === 1;
    if (closes) this.depth--;
    else if (!empty) this.depth++;
    if (!this.drawing) return whole;
    // The drawing of our own notes of last time makes room for the new one.
    if (direct && name === "legacyDrawing") return "";
    const here =
      !this.drawn && ((direct && !closes && BEHIND.test(name)) || (closes && name === "worksheet"));
    if (!here) return whole;
    this.drawn = true;
    return `<${prefix}legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${this.drawing}"/>${whole}`;
  }
}

/** XML 1.0 has no place for most control characters and none for half of a surrogate pair. */
export const escapeXml = (text: string) =>
  text
    .slice(0, 32_000)
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "")
    .replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark] ?? "");
