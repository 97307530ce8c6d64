/** What was typed about a training, read as days, hours and money; what cannot be so is said at its field. */
import { daysBetween, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { readFen } from "#lib/base/money.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import type { HoldTraining } from "../input.ts";
import { readHours } from "../sign-in-sheet.ts";
import { MOST_DAYS, MOST_HOURS_A_DAY } from "../training.ts";

export type Typed = Omit<HoldTraining, "id" | "divisionId" | "names">;
/** Hours as text "7.5", cost in fen; null = not stated. */
export type Facts = Omit<Typed, "toOn" | "cost"> & { toOn: string; costFen: bigint | null };

export function factsOf({ cost, ...typed }: Typed, today: string): Facts {
  const fields: FieldProblems = {};
  const fromOn = readDay(typed.fromOn, today);
  const toOn = typed.toOn ? readDay(typed.toOn, today) : fromOn;
  if (!fromOn) fields.fromOn = [dayProblem(typed.fromOn, today)];
  else if (fromOn > today) fields.fromOn = [{ key: "training.notYet" }];
  if (typed.toOn && !toOn) fields.toOn = [dayProblem(typed.toOn, today)];
  else if (fromOn && toOn && toOn < fromOn) fields.toOn = [{ key: "training.endsBefore" }];
  else if (fromOn && toOn && daysBetween(fromOn, toOn) >= MOST_DAYS)
    fields.toOn = [{ key: "training.tooLong" }];
  else if (typed.toOn && toOn && toOn > today) fields.toOn = [{ key: "training.notYet" }];
  const hours = readHours(typed.hours);
  if (hours === null) fields.hours = [{ key: "training.hours" }];
  else if (fromOn && toOn && !fields.toOn) {
    const most = (daysBetween(fromOn, toOn) + 1) * MOST_HOURS_A_DAY;
    if (Number(hours) > most) fields.hours = [{ key: "training.hoursADay", values: { most } }];
  }
  const costFen = cost === undefined ? null : readFen(cost);
  if (cost !== undefined && (costFen === null || costFen < 0n)) fields.cost = [{ key: "money" }];
  if (Object.keys(fields).length > 0 || !fromOn || !toOn || hours === null) throw invalid(fields);
  return { ...typed, fromOn, toOn, hours, costFen };
}
