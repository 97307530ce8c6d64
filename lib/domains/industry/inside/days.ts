/** Days about an entity as typed: read, and kept within what makes sense. */
import { addDays, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid } from "#lib/platform/problem.ts";

/** `ahead`: may be planned for a day to come; else it has happened. */
export function dayTyped(typed: string, today: string, field: string, ahead = false): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (!ahead && day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  if (day > addDays(today, 366)) throw invalid({ [field]: [{ key: "pairing.tooFarAhead" }] });
  if (day < "1980-01-01") throw invalid({ [field]: [{ key: "pastDay" }] });
  return day;
}
