// Walks XML byte by byte as it streams in, so that a sheet of 200 MB never becomes a tree or one long string.

export type XmlEvents = {
  /** `selfClosed` tags get no close event. Attributes are read from the bytes only when asked for. */
  open(name: string, attributes: Attributes, selfClosed: boolean): void;
  close(name: string): void;
  text(text: string): void;
};

/** The bytes of one tag, from which single attributes can be read. */
export class Attributes {
  private bytes: Buffer = Buffer.alloc(0);
  private from = 0;
  private to = 0;
  private source: string | null = null;

  set(bytes: Buffer, from: number, to: number): void {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.source = null;
  }

  get(name: string): string | undefined {
    this.source ??= this.bytes.toString("latin1", this.from, this.to);
    const { source } = this;
    let at = source.indexOf(`${name}=`);
    // "r" must not be found inside "ref" or "customHeight": an attribute name begins after a space.
    while (at > 0 && source.charCodeAt(at - 1) > 0x20) at = source.indexOf(`${name}=`, at + 1);
    if (at < 0) return undefined;
    const start = at + name.length + 2;
    const end = source.indexOf(source[start - 1] ?? '"', start);
    if (end < 0) return undefined;
    return unescapeXml(isAscii(source, start, end) ? source.slice(start, end) : this.decoded(start, end));
  }

  private decoded(start: number, end: number): string {
    return this.bytes.toString("utf8", this.from + start, this.from + end);
  }
}

function isAscii(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Pushes chunks in, gets events out. DOCTYPE is refused by returning false, so no entity can ever be declared. */
export class XmlWalker {
  private rest: Buffer | null = null;
  private readonly attributes = new Attributes();
  private readonly names = new Map<number, string>();

  constructor(private readonly events: XmlEvents) {}

  push(chunk: Buffer): boolean {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    this.rest = null;
    let at = 0;
    while (at < bytes.length) {
      if (bytes[at] !== LESS) {
        const end = bytes.indexOf(LESS, at);
        if (end < 0) break;
        this.events.text(shortAscii(bytes, at, end) ?? unescapeXml(bytes.toString("utf8", at, end)));
        at = end;
        continue;
      }
      const second = bytes[at + 1];
      if (second === undefined) break;
      if (second === 0x21 || second === 0x3f) {
        const end = this.skipSpecial(bytes, at);
        if (end === -2) return false;
        if (end < 0) break;
        at = end;
        continue;
      }
      const end = tagEnd(bytes, at);
      if (end < 0) break;
      this.tag(bytes, at, end);
      at = end + 1;
    }
    if (at < bytes.length) {
      this.rest = at === 0 ? bytes : bytes.subarray(at);
      // One tag or one text of more than 4 MB is no sheet of ours.
      if (this.rest.length > 4 * 1024 * 1024) return false;
    }
    return true;
  }

  /** Comments, CDATA and processing instructions. Returns -1 to wait for more bytes, -2 to refuse. */
  private skipSpecial(bytes: Buffer, at: number): number {
    if (bytes[at + 1] === 0x3f) return after(bytes, "?>", at);
    if (bytes.length < at + 9) return -1;
    if (bytes.toString("latin1", at, at + 4) === "<!--") return after(bytes, "-->", at);
    if (bytes.toString("latin1", at, at + 9) !== "<![CDATA[") return -2;
    const end = bytes.indexOf("]]>", at);
    if (end >= 0) this.events.text(bytes.toString("utf8", at + 9, end));
    return end < 0 ? -1 : end + 3;
  }

  private tag(bytes: Buffer, from: number, end: number): void {
    const closing = bytes[from + 1] === SLASH;
    let start = closing ? from + 2 : from + 1;
    let at = start;
    // The name without its namespace prefix, and a small number that stands for it.
    let key = 0;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte <= 0x20 || byte === SLASH) break;
      if (byte === COLON) {
        start = at + 1;
        key = 0;
      } else key = (key * 131 + byte) % 9_007_199_254_000;
      at++;
    }
    let name = this.names.get(key);
    if (name === undefined || name.length !== at - start) {
      name = bytes.toString("latin1", start, at);
      if (this.names.size < 500) this.names.set(key, name);
    }
    if (closing) {
      this.events.close(name);
      return;
    }
    const selfClosed = bytes[end - 1] === SLASH;
    this.attributes.set(bytes, at, selfClosed ? end - 1 : end);
    this.events.open(name, this.attributes, selfClosed);
  }
}

const AMPERSAND = 0x26;
const SHORT = 12;

/** Most texts of a sheet are short numbers: put together here they cost half of what decoding costs. */
function shortAscii(bytes: Buffer, from: number, to: number): string | null {
  if (to - from > SHORT) return null;
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte > 0x7f || byte === AMPERSAND) return null;
    text += ASCII[byte]!;
  }
  return text;
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The ">" that ends a tag: one inside a quoted attribute does not count. */
function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (quote) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GREATER) return at;
  }
  return -1;
}

function after(bytes: Buffer, mark: string, from: number): number {
  const end = bytes.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** Office writes control characters as _x000D_. */
export function unescapeOffice(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
