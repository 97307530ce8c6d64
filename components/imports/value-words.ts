/** A staged or stored value in the reader's words: dictionary words, yuan, days, yes and no. */
import { inYuan } from "#lib/base/money.ts";
import type { Column } from "#lib/domains/imports/sheet.ts";

type Words = { yes: string; no: string };

export function valueWords(
  column: Column | undefined,
  value: unknown,
  locale: "zh-CN" | "en",
  words: Words,
): string {
  if (value === null || value === undefined || value === "") return "—";
  if (Array.isArray(value)) {
    const parts = value.map((one) => valueWords(column, one, locale, words));
    return parts.length > 0 ? parts.join("、") : "—";
  }
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (column?.kind === "money") return inYuan(BigInt(Math.round(Number(value))));
  if (column?.kind === "tenths") return String(Number(value));
  const code = column?.list?.find((one) => one.code === value);
  return code ? code[locale] : String(value);
}
