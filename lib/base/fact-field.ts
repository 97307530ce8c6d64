/**
 * A fact of a yearly record as one declaration: how it is called, how it is typed, how it is stored and how it is said. Forms, history,
 * comparison and prints all read the same one. As text "" means that nothing is recorded.
 */
import { readDay } from "./calendar.ts";
import { inYuan, readFen } from "./money.ts";
import { PHONE, tidyPhone } from "./phone.ts";

type Both = { "zh-CN": string; en: string };
export type Choice = Both & { code: string };
export type FactKind =
  | "yesNo"
  | "choice"
  | "choices"
  | "hundredths"
  | "count"
  | "money"
  | "year"
  | "day"
  | "text"
  | "phone";

export type FactField = Both & {
  key: string;
  /** The column of the table that keeps it. */
  column: string;
  kind: FactKind;
  list?: readonly Choice[];
  unit?: Both;
  /** The largest number, or how many letters. */
  most?: number;
};

export type Stored = string | number | bigint | boolean | null;
type Read = { value: Stored } | { problem: string };

const halfwidth = (text: string) =>
  text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** What was typed, as it is stored; or the key of what is wrong with it. */
export function readFact(field: FactField, typed: string, today: string): Read {
  const text = typed.trim();
  if (text === "") return { value: null };
  switch (field.kind) {
    case "yesNo":
      return text === "yes" || text === "no" ? { value: text === "yes" } : { problem: "unknownChoice" };
    case "choice":
    case "choices": {
      const codes = field.kind === "choice" ? [text] : text.split(",");
      const known = codes.every((code) => field.list?.some((one) => one.code === code));
      return known ? { value: codes.join(",") } : { problem: "unknownChoice" };
    }
    case "hundredths":
    case "money": {
      const value = readFen(text);
      if (value === null || value < 0n) return { problem: field.kind === "money" ? "money" : "facts.number" };
      if (value > BigInt(field.most ?? 100_000_000_000)) return { problem: "facts.tooMuch" };
      return { value: field.kind === "money" ? value : Number(value) };
    }
    case "count":
    case "year": {
      const digits = halfwidth(text).replace(/,(?=\d{3}\b)/g, "");
      const count = /^\d+$/.test(digits) ? Number(digits) : -1;
      const [least, most] = field.kind === "year" ? [2013, 2100] : [0, field.most ?? 1_000_000];
      if (count >= least && count <= most) return { value: count };
      if (field.kind === "year") return { problem: "facts.year" };
      return { problem: count < 0 ? "facts.count" : "facts.tooMuch" };
    }
    case "day": {
      const day = readDay(text, today);
      return day ? { value: day } : { problem: "day" };
    }
    case "phone": {
      const phone = tidyPhone(text);
      return PHONE.test(phone) ? { value: phone } : { problem: "phone" };
    }
    case "text":
      return text.length <= (field.most ?? 200) ? { value: text } : { problem: "tooLong" };
  }
}

/** A stored value as the form holds it. */
export function textOfFact(field: FactField, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (field.kind === "yesNo") return value ? "yes" : "no";
  if (field.kind === "hundredths" || field.kind === "money")
    return inYuan(BigInt(String(value)))
      .replaceAll(",", "")
      .replace(/\.00$|(\.\d)0$/, "$1");
  return Array.isArray(value) ? value.join(",") : String(value);
}

/** A text as people read it; null where nothing is recorded. */
export function sayFact(
  field: FactField,
  text: string,
  locale: "zh-CN" | "en",
  answers: { yes: string; no: string },
): string | null {
  if (text === "") return null;
  if (field.kind === "yesNo") return text === "yes" ? answers.yes : answers.no;
  if (field.list)
    return text
      .split(",")
      .map((code) => field.list?.find((one) => one.code === code)?.[locale] ?? code)
      .join(locale === "en" ? ", " : "、");
  const number =
    field.kind === "hundredths" || field.kind === "money" || field.kind === "count"
      ? text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","))
      : text;
  return field.unit ? `${number} ${field.unit[locale]}` : number;
}
