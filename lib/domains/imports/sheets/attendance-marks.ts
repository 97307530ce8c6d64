/** How an attendance sheet marks where somebody was on a day: the signs of the paper form, and the words that stand for them. */
import { isDay } from "#lib/base/calendar.ts";
import type { CodeList } from "#lib/domains/households/codes.ts";
import type { Values } from "../sheet.ts";

/** The signs are those of the sheet on the screen, so that what goes out is what is seen. */
export const MARKS: CodeList = [
  {
    code: "IN_VILLAGE",
    "zh-CN": "√",
    en: "In the village",
    aliases: ["✓", "✔", "☑", "v", "1", "在村", "在岗", "驻村", "到岗"],
  },
  { code: "ERRAND", "zh-CN": "○", en: "Errand", aliases: ["〇", "◯", "o", "0", "出差", "公差", "外出办事"] },
  { code: "TRAINING", "zh-CN": "◇", en: "Training", aliases: ["◆", "培训", "培", "学习"] },
  { code: "VACATION", "zh-CN": "△", en: "Leave", aliases: ["▲", "请假", "休假", "事假", "年休", "假"] },
  { code: "SICK", "zh-CN": "▽", en: "Sick leave", aliases: ["▼", "病假", "病"] },
  {
    code: "ABSENT",
    "zh-CN": "×",
    en: "Absent",
    aliases: ["✕", "✗", "✘", "x", "旷岗", "旷工", "脱岗", "缺勤"],
  },
];

export const DAYS = Array.from({ length: 31 }, (_, at) => at + 1);
/** Keys are letters alone: dayA for the first, dayZ for the 26th, dayAA for the 27th. */
export const dayKey = (day: number) =>
  `day${day > 26 ? "A" : ""}${String.fromCharCode(64 + (day > 26 ? day - 26 : day))}`;

/** The first day of the month that a cell names: 2026-10, 2026年10月, 202610, a date, or 10月 of the sheet's year; null for anything else. */
export function monthOf(text: string, year: number): string | null {
  const full = /^(20\d\d)(?:[-/.年]?(0[1-9]|1[0-2])|[-/年]([1-9]))(?:月份?|[-/.月]\d{1,2}日?)?$/.exec(text);
  const short = /^(0?[1-9]|1[0-2])月?份?$/.exec(text);
  if (full) return `${full[1]}-${(full[2] ?? full[3])!.padStart(2, "0")}-01`;
  return short ? `${year}-${short[1]!.padStart(2, "0")}-01` : null;
}

export type Marked = { on: string; key: string; status: string };
/** The marked days of a row; `on` is no day where the month is shorter. */
export const marksOf = (values: Values, month: string): Marked[] =>
  DAYS.flatMap((day) => {
    const [key, status] = [dayKey(day), values[dayKey(day)]];
    return typeof status === "string"
      ? [{ on: `${month.slice(0, 8)}${String(day).padStart(2, "0")}`, key, status }]
      : [];
  });
export const isReal = ({ on }: Marked) => isDay(on);
