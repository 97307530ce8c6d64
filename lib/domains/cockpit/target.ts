/**
 * Targets in words and sums: how one is typed and written, by which steps it is reached in a year, and how those of the units below
 * stand to that of their parent. A number of cases adds up; a share is weighted by the cases of each unit, never averaged.
 */
import { isCount, type Ratio } from "#lib/indicators/indicator.ts";

/** "percent": a share, in basis points. "count": cases. "days": the mean of a case, in whole units. */
export type GoalKind = "percent" | "permille" | "count" | "days";

export function goalKind(indicator: Pick<Ratio, "measure" | "adds">): GoalKind {
  if (isCount(indicator)) return "count";
  const { adds } = indicator;
  if (!adds) return "percent";
  return adds.over ? (adds.over.per === 1000 ? "permille" : "percent") : "days";
}

/** What may be wrong with a typed target: a key of the room "problems". */
export type GoalProblem = "target.count" | "target.percent" | "target.days";

/** Reads what was typed; null when it is left empty. */
export function readGoal(kind: GoalKind, typed: string): number | null | { problem: GoalProblem } {
  const text = typed.normalize("NFKC").replace(/[%‰]/g, "").trim();
  if (text === "") return null;
  const problem = {
    problem: kind === "count" || kind === "days" ? (`target.${kind}` as const) : "target.percent",
  } as const;
  if (kind === "count") return /^\d{1,6}$/.test(text) ? Number(text) : problem;
  if (kind === "days") return /^\d{1,3}$/.test(text) && Number(text) <= 366 ? Number(text) : problem;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text) || Number(text) > 100) return problem;
  return Math.round(Number(text) * (kind === "permille" ? 10 : 100));
}

/** As it stands in a field. */
export function goalText(kind: GoalKind, value: number | null): string {
  if (value === null) return "";
  return String(kind === "percent" ? value / 100 : kind === "permille" ? value / 10 : value);
}

/** Reads 30/60/85/100: by quarter or by month; null when it is none. */
export function readSteps(typed: string): number[] | null {
  const parts = typed
    .normalize("NFKC")
    .replace(/%/g, "")
    .split(/[/、,，;；\s]+/)
    .filter((part) => part !== "");
  if (parts.length !== 4 && parts.length !== 12) return null;
  if (parts.some((part) => !/^\d{1,3}(\.\d{1,2})?$/.test(part))) return null;
  const steps = parts.map((part) => Math.round(Number(part) * 100));
  const rises = steps.every((step, at) => step >= (steps[at - 1] ?? 0));
  return rises && steps.at(-1) === 10_000 ? steps : null;
}

export const stepsText = (steps: readonly number[] | null | undefined): string =>
  (steps ?? []).map((step) => step / 100).join("/");

export type ChildGoal = {
  /** Null = none of its own. */
  target: number | null;
  /** The cases that a share is of; of a number nothing. */
  whole: number;
};
/** What the targets of the units below come to: `gap` = that minus the parent's, in the unit of the target; null where one of the two is missing. */
export type Cascade = { set: number; of: number; together: number | null; gap: number | null };

/** Rounded shares may miss by this much without being a gap; basis points. */
const ROUNDING = 1;

export function cascade(
  indicator: Pick<Ratio, "measure" | "adds">,
  own: number | null,
  below: readonly ChildGoal[],
): Cascade {
  const set = below.filter(({ target }) => target !== null).length;
  const together = isCount(indicator)
    ? set === 0
      ? null
      : below.reduce((sum, { target }) => sum + (target ?? 0), 0)
    : weighted(own, below);
  const gap = own === null || together === null ? null : together - own;
  const even = gap !== null && !isCount(indicator) && Math.abs(gap) <= ROUNDING;
  return { set, of: below.length, together, gap: even ? 0 : gap };
}

/** A unit without its own is held to the parent's; one without a case weighs nothing. */
function weighted(own: number | null, below: readonly ChildGoal[]): number | null {
  const known = below.flatMap(({ target, whole }) => {
    const held = target ?? own;
    return held === null || whole === 0 ? [] : [{ held, whole }];
  });
  const whole = known.reduce((sum, one) => sum + one.whole, 0);
  if (whole === 0 || below.every(({ target }) => target === null)) return null;
  return Math.round(known.reduce((sum, one) => sum + one.held * one.whole, 0) / whole);
}

/** Whole numbers that add up to the total and stand to each other as the weights do: the largest remainders get what is left. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const fair = weights.map((weight) => (sum === 0 ? total / weights.length : (total * weight) / sum));
  const given = fair.map(Math.floor);
  const left = total - given.reduce((all, one) => all + one, 0);
  const order = fair
    .map((exact, at) => ({ at, rest: exact - Math.floor(exact) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, Math.round(left))) given[at] = (given[at] ?? 0) + 1;
  return given;
}
