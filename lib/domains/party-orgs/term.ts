/**
 * A term of office (任期) of a Party organization and the election that ends it (换届). Each term keeps its own years, since rules
 * change: in 2016 a village had three.
 */
import { addDays, addMonths } from "#lib/base/calendar.ts";

export const RESULTS = ["ON_TIME", "EARLY", "LATE", "POSTPONED"] as const;
export type ElectionResult = (typeof RESULTS)[number];

export type TermYears = { village: number; committee: number; other: number };
type Kind = { kind: string; setting: string; divisionLevel: string };

/** What is proposed for a new term, by what the organization is. */
export function usualYears({ kind, setting, divisionLevel }: Kind, years: TermYears): number {
  if (setting === "TERRITORIAL" && (divisionLevel === "VILLAGE" || divisionLevel === "GROUP"))
    return years.village;
  return setting === "TERRITORIAL" && kind === "COMMITTEE" ? years.committee : years.other;
}

export const endOfTerm = (electedOn: string, years: number): string => addMonths(electedOn, years * 12);

type Ending = { endsOn: string; dueOn: string };

/** How an election stands to the term that it ends: the due day itself is still in time. */
export function resultOf({ endsOn, dueOn }: Ending, electedOn: string, earlyDays: number): ElectionResult {
  if (electedOn > dueOn) return "LATE";
  if (electedOn > endsOn) return "POSTPONED";
  return electedOn < addDays(endsOn, -earlyDays) ? "EARLY" : "ON_TIME";
}

/** The windows of the due list: over, or due within so many days. */
export const WINDOWS = ["over", "30", "90", "180", "all", "unknown"] as const;
export type Window = (typeof WINDOWS)[number];
