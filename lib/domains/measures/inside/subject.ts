/** A measure as the subject of a deed, held with its household's place; and what was typed, read field by field. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { readFen } from "#lib/base/money.ts";
import { columnToDay, dayToColumn } from "#lib/platform/clock.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { measureCategories } from "../categories.ts";
import type { MeasureTyped } from "../input.ts";

export type MeasureSubject = {
  id: string;
  householdId: string;
  divisionId: number;
  status: string;
  version: number;
};

export async function heldMeasure({ sql }: Work, id: string): Promise<MeasureSubject | null> {
  const [row] = await sql<MeasureSubject>`
    select id, household_id as "householdId", division_id as "divisionId", status, version from measure
    where id = ${id}::uuid and status <> 'WITHDRAWN' for update`;
  return row ?? null;
}

/** Under the key of the field, with what is wrong with it said there. */
export function moneyTyped(typed: string, field: string, problems: FieldProblems): bigint | null {
  if (typed === "") return null;
  const fen = readFen(typed);
  if (fen !== null && fen >= 0n && fen <= 100_000_000_000n) return fen;
  problems[field] = [{ key: "income.amount" }];
  return null;
}
export function dayTyped(
  typed: string,
  field: string,
  today: string,
  problems: FieldProblems,
): string | null {
  if (typed === "") return null;
  const day = readDay(typed, today);
  if (!day) problems[field] = [dayProblem(typed, today)];
  return day;
}

export async function factsTyped(work: Work, typed: MeasureTyped, now?: string) {
  const problems: FieldProblems = {};
  const { today } = work;
  const entries = await measureCategories(work.sql);
  const known = entries.some(
    ({ code, retiredOn }) =>
      code === typed.category && (code === now || retiredOn === null || retiredOn > today),
  );
  if (!known) problems.category = [{ key: "choose" }];
  if (typed.project === "") problems.project = [{ key: "required" }];
  const amountFen = moneyTyped(typed.amount, "amount", problems);
  const fromOn = dayTyped(typed.fromOn, "fromOn", today, problems);
  const toOn = dayTyped(typed.toOn, "toOn", today, problems);
  if (fromOn && toOn && toOn < fromOn) problems.toOn = [{ key: "measure.endsBefore" }];
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return {
    ...{ year: typed.year, category: typed.category, project: typed.project, unit: typed.unit },
    ...{ content: typed.content, amountFen },
    fromOn: fromOn === null ? null : dayToColumn(fromOn),
    toOn: toOn === null ? null : dayToColumn(toOn),
    signed: typed.signed === "" ? null : typed.signed === "yes",
  };
}

type Facts = Record<string, string | number | bigint | boolean | Date | null>;
/** Each changed field into the history of the household. */
export function noteFacts(
  work: Work,
  measure: MeasureSubject,
  name: string,
  before: Facts,
  after: Facts,
): void {
  const text = (value: Facts[string] | undefined) => {
    if (value === null || value === undefined) return null;
    return value instanceof Date ? columnToDay(value) : String(value);
  };
  for (const [field, value] of Object.entries(after))
    if (text(before[field]) !== text(value))
      work.note({
        ...{ entity: "measure", entityId: measure.id, householdId: measure.householdId },
        ...{ divisionId: measure.divisionId, field: `measure.${field}` },
        old: text(before[field]) && `${name} ${text(before[field])}`,
        new: text(value) && `${name} ${text(value)}`,
      });
}
