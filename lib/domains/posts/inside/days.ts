/** Days of a tenure or a quota as typed: entered afterwards within a working life, or planned up to two years ahead. */
import { addDays, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid } from "#lib/platform/problem.ts";

export function dayTyped(typed: string, today: string, field: string): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (day > addDays(today, 731)) throw invalid({ [field]: [{ key: "post.tooFarAhead" }] });
  if (day < "1980-01-01") throw invalid({ [field]: [{ key: "pastDay" }] });
  return day;
}
