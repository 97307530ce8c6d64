/** A typed day of a deed: readable, not to come, and not before what was done last. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid } from "#lib/platform/problem.ts";

export function dayOfDeed(typed: string, field: string, { today, since }: { today: string; since?: string }) {
  const read = readDay(typed, today);
  if (!read) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (read > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  if (since && read < since)
    throw invalid({ [field]: [{ key: "procedure.beforeLast", values: { day: since } }] });
  return read;
}
