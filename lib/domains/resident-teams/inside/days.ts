/** Days as typed about resident teams: read, and kept within what makes sense. */
import { addDays, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid, rule } from "#lib/platform/problem.ts";

type Bounds = { ahead?: number; back?: number };

/** `ahead`: how many days to come it may lie, else it has happened; `back`: how many days ago at most. */
export function dayTyped(
  typed: string,
  today: string,
  field: string,
  { ahead = 0, back = 36_500 }: Bounds = {},
): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (ahead === 0 && day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  if (day > addDays(today, ahead)) throw invalid({ [field]: [{ key: "team.tooFarAhead" }] });
  if (day < addDays(today, -back)) throw rule("team.tooFarBack", { day: addDays(today, -back) }, field);
  return day;
}

/** The day must lie within the time in the team. */
export function within(
  day: string,
  { fromOn, toOn }: { fromOn: string; toOn: string | null },
  field: string,
): void {
  if (day < fromOn) throw rule("team.beforeArrival", { day: fromOn }, field);
  if (toOn !== null && day >= toOn) throw rule("team.afterLeaving", { day: toOn }, field);
}
