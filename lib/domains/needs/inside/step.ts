/** Writes one step of a need; the database checks that it is allowed from where the need stands and moves the need itself. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Level, Verdict } from "../need.ts";
import type { NeedSubject } from "./subject.ts";

type Step = {
  kind: string;
  onDay?: string;
  words?: string | null;
  /** Where it lies from now on, when somebody is named. */
  level?: Level;
  to?: { account: number | null; unit: string | null; name: string | null; askedOn: string };
  dueOn?: string;
  verdict?: Verdict;
};

export async function takeStep({ tx, viewer, today }: Work, need: NeedSubject, step: Step): Promise<void> {
  await tx.$executeRaw`
    insert into need_deed (need_id, division_id, household_id, nth, kind, on_day, words, level, status, to_account, to_unit, to_name, asked_on, due_on, verdict, account_id, account_name)
    values (${need.id}::uuid, ${need.divisionId}, ${need.householdId}::uuid, 0, ${step.kind}, ${step.onDay ?? today}::date, ${step.words ?? null},
      ${step.level ?? need.level}, ${need.status}, ${step.to?.account ?? null}, ${step.to?.unit ?? null}, ${step.to?.name ?? null},
      ${step.to?.askedOn ?? null}::date, ${step.dueOn ?? null}::date, ${step.verdict ?? null}, ${viewer.accountId}, ${viewer.name})`;
}

/** A day as typed, neither ahead nor before what it follows. */
export function dayTyped(typed: string, field: string, today: string, since: string): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  if (day < since) throw invalid({ [field]: [{ key: "need.before", values: { day: since } }] });
  return day;
}
