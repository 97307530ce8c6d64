/** A list of days as people paste it: one per line, a day or "from to", rest or work, and a name; everything wrong is said with its line. */
import { addDays, daysBetween, isDay, readDay } from "#lib/base/calendar.ts";
import type { DayKind } from "./workday.ts";

export type CalendarDay = { day: string; kind: DayKind; name: string };
export type BadLine = { line: number; text: string };

const WORK = /^(班|上班|调休上班|补班|工作日?|work)$/i;
const REST = /^(休|放假|休息|假|节假日|rest)$/i;
const LONGEST = 31;

export function readPastedDays(text: string, today: string): { days: CalendarDay[]; bad: BadLine[] } {
  const days = new Map<string, CalendarDay>();
  const bad: BadLine[] = [];
  for (const [index, line] of text.normalize("NFKC").split(/\r?\n/).entries()) {
    const bare = line.trim();
    if (bare === "") continue;
    const read = readLine(bare, today);
    if (read) for (const day of read) days.set(day.day, day);
    else bad.push({ line: index + 1, text: [...bare].slice(0, 30).join("") });
  }
  return { days: [...days.values()].sort((a, b) => a.day.localeCompare(b.day)), bad };
}

function readLine(line: string, today: string): CalendarDay[] | null {
  const words = line.split(/[\s,;、]+|(?<=\d)[~至到—–](?=\d)/).filter((word) => word !== "");
  const dates = words.map((word) => dayOf(word, today)).filter((day) => day !== null);
  const others = words.filter((word) => dayOf(word, today) === null);
  const kinds = others.filter((word) => WORK.test(word) || REST.test(word));
  const name = others.filter((word) => !kinds.includes(word)).join(" ");
  const [from, to = from] = dates;
  if (!from || !to || dates.length > 2 || kinds.length !== 1 || name === "" || [...name].length > 20)
    return null;
  const length = daysBetween(from, to);
  if (length < 0 || length >= LONGEST) return null;
  const kind: DayKind = WORK.test(kinds[0] ?? "") ? "WORK" : "REST";
  return Array.from({ length: length + 1 }, (_, at) => ({ day: addDays(from, at), kind, name }));
}

/** Only whole dates with their year; "1001" in such a list would be a guess. */
function dayOf(word: string, today: string): string | null {
  if (!/^\d{4}\D?\d/.test(word)) return null;
  const day = readDay(word, today);
  return day && isDay(day) ? day : null;
}
