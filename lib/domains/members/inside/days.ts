/** Days about a member as typed: what has happened lies behind us. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid } from "#lib/platform/problem.ts";

/** The Party was founded in 1921. */
const EARLIEST = "1921-07-01";

export function dayTyped(typed: string, today: string, field: string, earliest = EARLIEST): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  if (day < earliest) throw invalid({ [field]: [{ key: "pastDay" }] });
  return day;
}
