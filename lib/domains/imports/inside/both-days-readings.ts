/** Admission and confirmation in one cell, as the paper form has them: "2010.7.1/2011.7.1", "2010年7月、2011年7月". */
import { isDay, readDay } from "#lib/base/calendar.ts";
import { firstDayOf, withoutChineseDigits } from "./text-readings.ts";

export type BothDays = { joinedOn: string; fullOn: string | null };

export function readBothDays(text: string, today: string): BothDays | null {
  const whole = withoutChineseDigits(text.replace(/\s+/g, ""));
  // A stroke parts two days, and may also part the year from the month: so the two halves are tried first.
  const parts = halves(whole).map((part) => dayIn(part, today));
  const [joinedOn, fullOn = null] = parts;
  return joinedOn && parts.every((day) => day !== null) ? { joinedOn, fullOn } : null;
}

function halves(text: string): string[] {
  const strong = text.split(/[、,，;；]|转正/).filter((part) => part !== "");
  if (strong.length === 2) return strong;
  const strokes = text.split(/[/／]/).filter((part) => part !== "");
  if (strokes.length === 2) return strokes;
  if (strokes.length === 6) return [strokes.slice(0, 3).join("-"), strokes.slice(3).join("-")];
  if (strokes.length === 4) return [strokes.slice(0, 2).join("-"), strokes.slice(2).join("-")];
  return [text];
}

function dayIn(part: string, today: string): string | null {
  const text = part.replace(/^(入党|转正)[:：]?/, "");
  const day = /^\d{4}/.test(text) ? readDay(text, today) : null;
  const found = day ?? firstDayOf(text);
  return found !== null && isDay(found) && found >= "1921-01-01" ? found : null;
}
