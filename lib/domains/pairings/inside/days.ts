/** Days of a pairing as typed: read, and kept within what makes sense. */
import { addDays, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid } from "#lib/platform/problem.ts";

/** A pairing may be planned ahead and entered afterwards, within a working life. */
export function dayTyped(typed: string, today: string, field: string): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (day > addDays(today, 366)) throw invalid({ [field]: [{ key: "pairing.tooFarAhead" }] });
  if (day < "2010-01-01") throw invalid({ [field]: [{ key: "pastDay" }] });
  return day;
}
