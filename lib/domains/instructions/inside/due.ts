/** Until when an answer is asked for: the day as typed, or so many working days as the setting gives. */
import { addMonths, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { workCalendar } from "#lib/domains/workdays/queries.ts";
import { addWorkingDays } from "#lib/domains/workdays/workday.ts";
import { invalid } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";

type Asking = Pick<Scope, "sql" | "viewer" | "today">;
const noPanel = async () => ({ ok: false }) as const;

export async function usualDue({ sql, viewer, today }: Asking, divisionId: number) {
  const days = await numberInForce(sql, "instruction-days", today, divisionId);
  const calendar = await workCalendar({ sql, viewer, today, panel: noPanel }, {});
  return { days, dueOn: addWorkingDays(today, days, calendar) };
}

export async function dueTyped(
  asking: Asking,
  divisionId: number,
  typed: string | undefined,
): Promise<string> {
  if (!typed) return (await usualDue(asking, divisionId)).dueOn;
  const { today } = asking;
  const day = readDay(typed, today);
  if (!day) throw invalid({ dueOn: [dayProblem(typed, today)] });
  if (day < today) throw invalid({ dueOn: [{ key: "instruction.duePast" }] });
  if (day > addMonths(today, 12)) throw invalid({ dueOn: [{ key: "instruction.dueFar" }] });
  return day;
}
