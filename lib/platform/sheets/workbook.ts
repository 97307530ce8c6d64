// The parts of a workbook that a sheet leans on: sheet names, which number formats are dates, and the shared texts.
import { columnIndex } from "#lib/base/column-letters.ts";
import type { MergedRange } from "./cell.ts";
import { SheetRefused } from "./refused.ts";
import { type Attributes, unescapeOffice, XmlWalker } from "./xml.ts";
import { openPart, readPart, type ZipDirectory } from "./zip.ts";

export type Workbook = {
  zip: ZipDirectory;
  sheets: { name: string; part: string; hidden: boolean }[];
  /** Days are counted from 1904 in workbooks that began on an old Macintosh. */
  from1904: boolean;
  /** Cell style → is it a date? */
  dateStyles: boolean[];
  texts: SharedTexts;
};

export async function openWorkbook(zip: ZipDirectory): Promise<Workbook> {
  const workbookPart = "xl/workbook.xml";
  if (!zip.parts.has("[Content_Types].xml") || !zip.parts.has(workbookPart))
    throw new SheetRefused("notWorkbook");
  const targets = new Map<string, { type: string; part: string }>();
  if (zip.parts.has("xl/_rels/workbook.xml.rels")) {
    walk(await readPart(zip, "xl/_rels/workbook.xml.rels"), (name, attributes) => {
      if (name !== "Relationship") return;
      const target = attributes.get("Target") ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
      targets.set(attributes.get("Id") ?? "", { type: attributes.get("Type") ?? "", part });
    });
  }
  const sheets: Workbook["sheets"] = [];
  let from1904 = false;
  walk(await readPart(zip, workbookPart), (name, attributes) => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
    if (name !== "sheet") return;
    const target = targets.get(
      attributes.get("r:id") ?? attributes.get("ns1:id") ?? attributes.get("id") ?? "",
    );
    if (!target?.type.endsWith("/worksheet") || !zip.parts.has(target.part)) return;
    sheets.push({
      name: attributes.get("name") ?? "",
      part: target.part,
      hidden: (attributes.get("state") ?? "visible") !== "visible",
    });
  });
  if (sheets.length === 0) throw new SheetRefused("notWorkbook");
  const part = (kind: string) => [...targets.values()].find((each) => each.type.endsWith(`/${kind}`))?.part;
  return {
    zip,
    sheets,
    from1904,
    dateStyles: await readDateStyles(zip, part("styles")),
    texts: await readSharedTexts(zip, part("sharedStrings")),
  };
}

function walk(xml: string, open: (name: string, attributes: Attributes) => void): void {
  const walker = new XmlWalker({ open, close: () => {}, text: () => {} });
  if (!walker.push(Buffer.from(xml))) throw new SheetRefused("broken");
}

/** Format numbers that are dates by themselves, the Chinese ones among them. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

async function readDateStyles(zip: ZipDirectory, part: string | undefined): Promise<boolean[]> {
  if (!part || !zip.parts.has(part)) return [];
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  const walker = new XmlWalker({
    open(name, attributes, selfClosed) {
      if (name === "numFmt")
        custom.set(Number(attributes.get("numFmtId")), isDateFormat(attributes.get("formatCode") ?? ""));
      if (name === "cellXfs") inCells = !selfClosed;
      if (name !== "xf" || !inCells) return;
      const format = Number(attributes.get("numFmtId") ?? 0);
      styles.push(custom.get(format) ?? BUILT_IN_DATES.has(format));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text() {},
  });
  if (!walker.push(Buffer.from(await readPart(zip, part)))) throw new SheetRefused("broken");
  return styles;
}

/** A format with a year or a day in it, outside quotes, brackets and escapes. Times alone are not calendar days. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return /[yYdDeE]/.test(bare.replace(/General/gi, "").replace(/[eE][+-]/g, ""));
}

/** Shared texts lie in one buffer, decoded when asked for: half a million of them cost little more than their bytes. */
export class SharedTexts {
  private bytes = Buffer.alloc(64 * 1024);
  private ends = new Uint32Array(4_096);
  private length = 0;
  private used = 0;
  private readonly recent = new Map<number, string>();

  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.used + size > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(this.bytes.length * 2, this.used + size));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    if (this.length === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.bytes.write(text, this.used);
    this.used += size;
    this.ends[this.length++] = this.used;
  }

  get(index: number): string | null {
    if (!(index >= 0 && index < this.length)) return null;
    const known = this.recent.get(index);
    if (known !== undefined) return known;
    const text = this.bytes.toString("utf8", index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
    // Short words that repeat down a column ("是", "藏族") are the ones worth keeping.
    if (text.length <= 8 && this.recent.size < 4_096) this.recent.set(index, text);
    return text;
  }
}

async function readSharedTexts(zip: ZipDirectory, part: string | undefined): Promise<SharedTexts> {
  const texts = new SharedTexts();
  if (!part || !zip.parts.has(part)) return texts;
  let current = "";
  let inText = false;
  // Reading aids above the characters (rPh) are not part of the text.
  let inReading = false;
  const walker = new XmlWalker({
    open(name, _attributes, selfClosed) {
      if (name === "si") {
        current = "";
        if (selfClosed) texts.add("");
      } else if (name === "t") inText = !selfClosed;
      else if (name === "rPh") inReading = !selfClosed;
    },
    close(name) {
      if (name === "si") texts.add(unescapeOffice(current));
      else if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
    },
    text(text) {
      if (inText && !inReading) current += text;
    },
  });
  for await (const chunk of openPart(zip, part)) if (!walker.push(chunk)) throw new SheetRefused("broken");
  return texts;
}

/** Merged ranges stand after the rows in the file, so they are looked up by a pass of their own. */
export async function readMergedRanges(workbook: Workbook, part: string): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  const walker = new XmlWalker({
    open(name, attributes) {
      if (name !== "mergeCell" || ranges.length >= 100_000) return;
      const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(attributes.get("ref") ?? "");
      if (!match) return;
      ranges.push({
        fromColumn: columnIndex(match[1]!),
        fromRow: Number(match[2]),
        toColumn: columnIndex(match[3]!),
        toRow: Number(match[4]),
      });
    },
    close() {},
    text() {},
  });
  let tail: Buffer | null = null;
  let found = false;
  for await (const chunk of openPart(workbook.zip, part)) {
    const bytes: Buffer = tail ? Buffer.concat([tail, chunk]) : chunk;
    if (found) {
      walker.push(bytes);
      tail = null;
      continue;
    }
    const at = bytes.indexOf("mergeCells");
    if (at < 0) tail = bytes.subarray(Math.max(0, bytes.length - 16));
    else {
      found = true;
      tail = null;
      walker.push(Buffer.concat([Buffer.from("<"), bytes.subarray(at)]));
    }
  }
  return ranges;
}
