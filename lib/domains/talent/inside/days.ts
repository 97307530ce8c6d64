/** Days as typed about talent: read, and kept within what makes sense. */
import { addMonths, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid } from "#lib/platform/problem.ts";

/** `ahead`: how many months to come it may lie; else it has happened. */
export function dayTyped(typed: string, today: string, field: string, ahead = 0): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (ahead === 0 && day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  if (day > addMonths(today, ahead)) throw invalid({ [field]: [{ key: "talent.tooFarAhead" }] });
  if (day < "1980-01-01") throw invalid({ [field]: [{ key: "pastDay" }] });
  return day;
}

/** Both ends of a stay; an end on the first day says that it never was (a mistake), so it may stand there. */
export function spanTyped(
  { fromOn: from, toOn: to }: { fromOn: string; toOn?: string },
  today: string,
  ahead: { from: number; to: number },
): { fromOn: string; toOn: string | null } {
  const fromOn = dayTyped(from, today, "fromOn", ahead.from);
  const toOn = to ? dayTyped(to, today, "toOn", ahead.to) : null;
  if (toOn !== null && toOn < fromOn) throw invalid({ toOn: [{ key: "talent.endsBefore" }] });
  return { fromOn, toOn };
}
