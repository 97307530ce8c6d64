// The styles of a form once more with the number format that a column of data needs: digits of an ID number as text, days as days.
import { MAIN, XML } from "./write.ts";

export type CellKind = "text" | "number" | "date" | "money";

/** Positions in the cellXfs below, for forms that bring no styles. */
export const PLAIN_LOOKS = { none: 0, title: 1, header: 2, data: 3 };

const PLAIN = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="16"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf borderId="1" applyBorder="1"/></cellXfs></styleSheet>`;

/** Built-in formats: text, yyyy-m-d as the reader's Excel writes days, two decimals. */
const FORMATS: Record<CellKind, number | null> = { text: 49, number: null, date: 14, money: 2 };
const GENERAL = 0;
const TEXT = 49;

export type FormStyles = { xml: string; at: (style: number, kind: CellKind | null) => number };

/** Each style as it stands in the file, or null when they cannot be read: then the form is written with our own looks. */
export function stylesOf(xml: string): { open: string; xfs: string[] } | null {
  const cells = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml);
  if (!cells || /<!doctype/i.test(xml)) return null;
  const xfs = [...cells[2]!.matchAll(/<(?:\w+:)?xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g)].map(
    ([xf]) => xf,
  );
  return xfs.length === 0 || xfs.length > 5_000 ? null : { open: cells[0], xfs };
}

export function formStyles(
  xml: string | null,
  columns: readonly { style: number; kind: CellKind }[],
): FormStyles {
  const whole = xml ?? PLAIN;
  const { open, xfs } = stylesOf(whole)!;
  const added: string[] = [];
  const known = new Map<string, number>();
  for (const { style, kind } of columns) {
    const base = style < xfs.length ? style : 0;
    const key = `${base}:${kind}`;
    if (known.has(key)) continue;
    const asked = formatFor(xfs[base]!, kind);
    known.set(key, asked === null ? base : xfs.length + added.length);
    if (asked !== null) added.push(withFormat(xfs[base]!, asked));
  }
  const all = [...xfs, ...added];
  const prefix = /^<((?:\w+:)?)/.exec(open)![1];
  return {
    xml: whole.replace(
      open,
      () => `<${prefix}cellXfs count="${all.length}">${all.join("")}</${prefix}cellXfs>`,
    ),
    at: (style, kind) => {
      const base = style < xfs.length ? style : 0;
      return kind === null ? base : (known.get(`${base}:${kind}`) ?? base);
    },
  };
}

/** Null: the form's own format will do. */
function formatFor(xf: string, kind: CellKind): number | null {
  const now = Number(/\bnumFmtId="(\d+)"/.exec(xf)?.[1] ?? GENERAL);
  if (kind === "text") return now === TEXT ? null : TEXT;
  if (kind === "number") return now === TEXT ? GENERAL : null;
  return now === GENERAL || now === TEXT ? FORMATS[kind] : null;
}

const withFormat = (xf: string, format: number) =>
  xf.replace(/^<((?:\w+:)?)xf\b([^>]*?)(\/?)>/, (_open, space: string, attributes: string, end: string) => {
    const rest = attributes.replace(/\s(numFmtId|applyNumberFormat)="[^"]*"/g, "").trimEnd();
    return `<${space}xf numFmtId="${format}"${rest} applyNumberFormat="1"${end}>`;
  });
