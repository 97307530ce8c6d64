/** What was typed about a secondment, read: days in their order, and a subject that the office teaches. */
import { addMonths } from "#lib/base/calendar.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { MOST_YEARS_TEACHING } from "../talent.ts";
import { mustBeOffered, teachingWords } from "../words.ts";
import { dayTyped } from "./days.ts";

type Typed = {
  fromUnit: string;
  school: string;
  subject: string;
  fromOn: string;
  toOn: string;
  startedOn?: string;
};
export type Posting = Omit<Typed, "startedOn"> & { startedOn: string | null };

export async function postingOf(work: Work, typed: Typed): Promise<Posting> {
  mustBeOffered((await teachingWords(work.sql)).subjects, typed.subject, "subject");
  const fromOn = dayTyped(typed.fromOn, work.today, "fromOn", 12);
  const toOn = dayTyped(typed.toOn, work.today, "toOn", 12 * (MOST_YEARS_TEACHING + 1));
  const startedOn = typed.startedOn ? dayTyped(typed.startedOn, work.today, "startedOn") : null;
  const fields: FieldProblems = {};
  if (toOn <= fromOn) fields.toOn = [{ key: "secondment.endsBefore" }];
  else if (toOn > addMonths(fromOn, 12 * MOST_YEARS_TEACHING))
    fields.toOn = [{ key: "secondment.tooLong", values: { years: MOST_YEARS_TEACHING } }];
  if (startedOn !== null && startedOn >= toOn) fields.startedOn = [{ key: "secondment.startsAfter" }];
  if (Object.keys(fields).length > 0) throw invalid(fields);
  const { fromUnit, school, subject } = typed;
  return { fromUnit, school, subject, fromOn, toOn, startedOn };
}

export const asColumns = ({ fromOn, toOn, startedOn, ...facts }: Posting) => ({
  ...facts,
  fromOn: dayToColumn(fromOn),
  toOn: dayToColumn(toOn),
  startedOn: startedOn === null ? null : dayToColumn(startedOn),
});
