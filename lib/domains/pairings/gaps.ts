/** The days between helpers on which a household had none: intervals are [from, to), so the day of leaving is already uncovered. */
import { daysBetween } from "#lib/base/calendar.ts";

type Span = { fromOn: string; toOn: string | null };
/** `to` null = still open today. */
export type Gap = { from: string; to: string | null; days: number };

export function gapsIn(pairings: Span[], today: string): Gap[] {
  const spans = pairings
    .filter((span) => span.toOn === null || span.toOn > span.fromOn)
    .sort((a, b) => a.fromOn.localeCompare(b.fromOn));
  const gaps: Gap[] = [];
  let coveredTo: string | null | undefined;
  for (const span of spans) {
    if (typeof coveredTo === "string" && span.fromOn > coveredTo)
      gaps.push({ from: coveredTo, to: span.fromOn, days: daysBetween(coveredTo, span.fromOn) });
    if (coveredTo === null) break;
    if (coveredTo === undefined || span.toOn === null || span.toOn > coveredTo) coveredTo = span.toOn;
  }
  if (typeof coveredTo === "string" && coveredTo <= today)
    gaps.push({ from: coveredTo, to: null, days: daysBetween(coveredTo, today) + 1 });
  return gaps;
}
