/** The light of a figure against what is due by now (ux.md §3.1): ● at or above, ▲ from 90 %, ■ below, ○ nothing due or no case. */
import { daysBetween, daysInMonth, makeDay } from "#lib/base/calendar.ts";
import { type Period, yearOf } from "#lib/base/period.ts";
import type { Figure } from "./count.ts";
import { spanOf } from "./fact.ts";
import { isCount, type Ratio } from "./indicator.ts";

export type LightState = "ok" | "watch" | "behind" | "none";

/** From this share of what is due the light is ▲; below it is ■. Basis points. Of a sum, what is over it counts the same way. */
export const WATCH_FROM = 9000;

/**
 * What is due by today, in basis points of a ratio or as a number of cases; null without a target. With steps what the last ended quarter
 * or month owes is due, and nothing before the first of them that owes something. On a path the first month of a period is reached in a
 * straight line over its days; afterwards what the ended months owe is due whole.
 */
export function dueByNow(
  indicator: Ratio,
  target: number | null,
  period: Period,
  today: string,
  steps: readonly number[] | null = null,
): number | null {
  if (target === null) return null;
  const { first, asOf, owedTo } = spanOf(period, today);
  if (asOf < first) return null;
  if (steps && takesSteps(indicator)) {
    const owed = steps.findLast((_, at) => stepEnds(yearOf(period), at, steps.length) <= asOf) ?? 0;
    return owed === 0 ? null : Math.floor((target * owed) / 10_000);
  }
  if (indicator.due === "year") {
    const [begins, ends] = [`${first.slice(0, 4)}-01-01`, `${first.slice(0, 4)}-12-31`];
    return Math.floor((target * (daysBetween(begins, asOf) + 1)) / (daysBetween(begins, ends) + 1));
  }
  if (indicator.due === "fixed" || owedTo <= today) return target;
  return Math.floor((target * (daysBetween(first, asOf) + 1)) / (daysBetween(first, owedTo) + 1));
}

/** Whether its yearly target may be reached by steps: what is counted anew in each period, and what should be little, is not. */
export const takesSteps = ({ due, adds }: Pick<Ratio, "due" | "adds">): boolean =>
  due !== "path" && adds === undefined;

/** The last day of a step of a year. */
export function stepEnds(year: number, at: number, of: number): string {
  const month = ((at + 1) * 12) / of;
  return makeDay(year, month, daysInMonth(year, month));
}

/** Of a share `due` is in basis points, of a count a number of cases; of a sum it is the mean that each case may add, of a share of sums basis points that it may reach. */
export function lightOf(
  figure: Figure,
  due: number | null,
  indicator: Pick<Ratio, "measure" | "adds" | "watchFrom"> = {},
): LightState {
  const watchFrom = indicator.watchFrom ?? WATCH_FROM;
  if (due === null || (figure.whole === 0 && !isCount(indicator))) return "none";
  if (indicator.adds) {
    const allowed = indicator.adds.over ? (figure.whole * due) / 10_000 : figure.whole * due;
    if (figure.part <= allowed) return "ok";
    return figure.part * watchFrom <= allowed * 10_000 ? "watch" : "behind";
  }
  // Compared in whole numbers: part/whole ≥ due/10000, or part ≥ due.
  const reached = figure.part * 10_000;
  const needed = isCount(indicator) ? due * 10_000 : figure.whole * due;
  if (reached >= needed) return "ok";
  return reached * 10_000 >= needed * watchFrom ? "watch" : "behind";
}

const ORDER: LightState[] = ["none", "ok", "watch", "behind"];
export const worst = (lights: readonly LightState[]): LightState =>
  lights.reduce<LightState>((all, one) => (ORDER.indexOf(one) > ORDER.indexOf(all) ? one : all), "none");
