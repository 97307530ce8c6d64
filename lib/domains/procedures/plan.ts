/** Plans: which steps a kind goes through, in which order, and how long its lists hang; the usual ones, and what a plan must keep. */
import {
  hangs,
  isPublicity,
  isReview,
  isUnitKind,
  type Kind,
  type PlanStep,
  STEPS,
  type StepName,
} from "./procedure.ts";

export type Plan = { kind: Kind; version: number; fromOn: string; steps: PlanStep[] };

/** “一般为 7 天，请按本市文件核定”: the paper names no number for all places. */
const USUAL_DAYS = 7;

const step = (name: StepName): PlanStep =>
  hangs(name) ? { step: name, days: USUAL_DAYS, calendar: "CALENDAR" } : { step: name };
const plan = (...names: StepName[]) => names.map(step);

const TWO_ROUNDS = plan(
  "APPLICATION",
  "HOUSEHOLD_CHECK",
  "DEMOCRATIC_REVIEW",
  "PUBLICITY_1",
  "TOWNSHIP_REVIEW",
  "PUBLICITY_2",
  "COMPARISON",
  "COUNTY_REVIEW",
  "ANNOUNCEMENT",
  "MARKING",
);
const ONE_ROUND = plan(
  "APPLICATION",
  "HOUSEHOLD_CHECK",
  "DEMOCRATIC_REVIEW",
  "PUBLICITY_1",
  "TOWNSHIP_REVIEW",
  "COUNTY_REVIEW",
  "ANNOUNCEMENT",
  "MARKING",
);
/** Version 0: what holds until the office sets its own (domain.md §2.6, 2.7, 2.9, 13.2). */
export const USUAL_PLANS: Record<Kind, PlanStep[]> = {
  IDENTIFICATION: TWO_ROUNDS,
  EXIT: ONE_ROUND,
  RETURN: ONE_ROUND,
  REMOVAL: ONE_ROUND,
  MONITORING: plan(
    "APPLICATION",
    "HOUSEHOLD_CHECK",
    "COMPARISON",
    "DEMOCRATIC_REVIEW",
    "PUBLICITY_1",
    "TOWNSHIP_REVIEW",
    "COUNTY_REVIEW",
    "ANNOUNCEMENT",
    "MARKING",
  ),
  RISK_ELIMINATION: ONE_ROUND,
  VILLAGE_EXIT: plan("APPLICATION", "PUBLICITY_1", "COUNTY_REVIEW", "ANNOUNCEMENT", "MARKING"),
  COUNTY_EXIT: plan("APPLICATION", "PREFECTURE_REVIEW", "PUBLICITY_1", "ANNOUNCEMENT", "MARKING"),
};

/** Which steps a kind may have at all: units have no household to check and no village meeting of their own. */
export const stepsFor = (kind: Kind): readonly StepName[] =>
  isUnitKind(kind)
    ? STEPS.filter((name) => !["HOUSEHOLD_CHECK", "DEMOCRATIC_REVIEW", "COMPARISON"].includes(name))
    : STEPS.filter((name) => name !== "PREFECTURE_REVIEW");

export type PlanFault = "applicationFirst" | "noReview" | "notLast" | "twice" | "days" | "noPublicity";

/** What a plan may not lack, whatever the office decides: application first, a publicity, a review above, and marking at the end. */
export function faultOf(kind: Kind, steps: readonly PlanStep[]): PlanFault | null {
  const names = steps.map((one) => one.step);
  const known = stepsFor(kind);
  if (new Set(names).size < names.length || names.some((name) => !known.includes(name))) return "twice";
  if (names[0] !== "APPLICATION") return "applicationFirst";
  const lastReview = names.findLastIndex(isReview);
  if (lastReview < 0) return "noReview";
  if (!names.some(isPublicity)) return "noPublicity";
  if (names.at(-1) !== "MARKING" || names.indexOf("ANNOUNCEMENT") !== names.length - 2) return "notLast";
  if (lastReview > names.length - 3) return "notLast";
  if (steps.some((one) => hangs(one.step) && !(one.days && one.days >= 1 && one.days <= 60))) return "days";
  return null;
}

/** The plan of a day among those stored; without one the usual. */
export function planOn(kind: Kind, stored: readonly Plan[], day: string): Plan {
  const held = stored
    .filter((one) => one.kind === kind && one.fromOn <= day)
    .sort((a, b) => a.fromOn.localeCompare(b.fromOn) || a.version - b.version)
    .at(-1);
  return held ?? { kind, version: 0, fromOn: "2014-01-01", steps: USUAL_PLANS[kind] };
}
