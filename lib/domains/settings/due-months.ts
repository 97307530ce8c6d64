/** How many households are due in each month under a set of visit rules: a quarter's visits fall due in its last month. */
import { firstDay, lastDay, type Period, periodOf, placeInYear, step } from "#lib/base/period.ts";

export type DatedRule = {
  helperKind: string;
  period: "MONTH" | "QUARTER";
  minCount: number;
  exemptMonths: readonly number[];
  fromOn: string;
  toOn: string | null;
};
/** Households by the kinds of helpers that they have. */
export type Helped = { kinds: readonly string[]; households: number };
export type DueMonth = { month: Period; before: number; after: number };

const MONTHS_SHOWN = 6;

/** A month goes by the rule of its last day, as the count of duties does. */
const inForce = (rules: readonly DatedRule[], kind: string, day: string) =>
  rules.find((one) => one.helperKind === kind && one.fromOn <= day && (one.toOn === null || one.toOn > day));

function owes(rule: DatedRule | undefined, month: number): boolean {
  if (!rule || rule.minCount === 0) return false;
  const owing = (one: number) => !rule.exemptMonths.includes(one);
  if (rule.period === "MONTH") return owing(month);
  return month % 3 === 0 && [month - 2, month - 1, month].some(owing);
}

const due = (helped: readonly Helped[], rules: readonly DatedRule[], month: Period): number =>
  helped
    .filter(({ kinds }) =>
      kinds.some((kind) => owes(inForce(rules, kind, lastDay(month)), placeInYear(month))),
    )
    .reduce((sum, { households }) => sum + households, 0);

/** The months from the first one that the new rule counts. */
export function dueMonths(
  helped: readonly Helped[],
  rules: readonly DatedRule[],
  next: DatedRule,
): DueMonth[] {
  const first = periodOf(next.fromOn, "month");
  const after = rules
    .filter((one) => one.helperKind !== next.helperKind || one.fromOn < next.fromOn)
    .map((one) =>
      one.helperKind === next.helperKind && (one.toOn === null || one.toOn > next.fromOn)
        ? { ...one, toOn: next.fromOn }
        : one,
    );
  return Array.from({ length: MONTHS_SHOWN }, (_, at) => step(first, at)).map((month) => ({
    month,
    before: due(helped, rules, month),
    after: due(helped, [...after, next], month),
  }));
}

/** The first day that is counted by the new rule: a running month or quarter is, ended ones are not. */
export const countedFrom = (rule: Pick<DatedRule, "fromOn" | "period">): string =>
  firstDay(periodOf(rule.fromOn, rule.period === "MONTH" ? "month" : "quarter"));
