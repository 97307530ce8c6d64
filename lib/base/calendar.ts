/** Calendar days as text, "2026-11-23": they sort, compare and store without ever meeting a time zone. */

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function makeDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function partsOf(day: string): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** Days since 1970-01-01 in the calendar that never had an hour in it. */
export function dayNumber(day: string): number {
  const { year, month, day: date } = partsOf(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

export function dayOfNumber(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return makeDay(year, month, ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/** How many days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same date some months on; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: date } = partsOf(day);
  const total = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return makeDay(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Monday is 1, Sunday is 7. */
export function weekday(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: string): string {
  return addDays(day, 1 - weekday(day));
}

/**
 * What people type for a date: 2026-11-23, 2026.11.23, 2026年11月23日, 20261123, 1123, 11-23, 今天, 明天, 昨天.
 * Without a year the year of `today` is meant. Anything else is null, never a guess.
 */
export function readDay(typed: string, today: string): string | null {
  const text = foldWidth(typed).trim();
  const near: Record<string, number> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2 };
  const distance = near[text];
  if (distance !== undefined) return addDays(today, distance);
  const parts = partsTyped(text, today);
  return parts && checked(...parts);
}

/** Written as a day is written, but there is none: 2027-02-30. */
export function isNoDay(typed: string, today: string): boolean {
  const parts = partsTyped(foldWidth(typed).trim(), today);
  return parts !== null && checked(...parts) === null;
}

function partsTyped(text: string, today: string): [year: number, month: number, day: number] | null {
  const full =
    /^(\d{4})(?:[-./年]\s*)(\d{1,2})(?:[-./月]\s*)(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return [Number(full[1]), Number(full[2]), Number(full[3])];
  const short = /^(\d{1,2})(?:[-./月]\s*)(\d{1,2})日?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  return short ? [partsOf(today).year, Number(short[1]), Number(short[2])] : null;
}

function checked(year: number, month: number, day: number): string | null {
  const made = makeDay(year, month, day);
  return isDay(made) ? made : null;
}

function foldWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
