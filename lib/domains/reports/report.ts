/**
 * A work report (工作报告) of a unit about a month or a quarter, in the form of an official document. Its figures come from the closed
 * period and are never typed; between them stand the words of whoever answers for the unit.
 * Invariants: one draft at most of a unit and period; only what is closed is issued; what was issued stands with its figures, and a
 * correction is another revision that names it.
 */
import { kindOf, lastDay, type Period } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { LightState } from "#lib/indicators/light.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export const SECTIONS = ["overall", "foundations", "functions", "mechanisms", "problems", "plans"] as const;
export type Section = (typeof SECTIONS)[number];
export type Texts = Partial<Record<Section, string>>;
export const LONGEST_TEXT = 3000;

export const STATES = ["DRAFT", "ISSUED"] as const;
export type State = (typeof STATES)[number];
export const KINDS = ["month", "quarter"] as const;
export type Kind = (typeof KINDS)[number];

/** Levels that report; a village's figures stand in its township's. */
export const LEVELS = ["PREFECTURE", "COUNTY", "TOWNSHIP"] as const;
export const reportsAt = (level: string): boolean => (LEVELS as readonly string[]).includes(level);

export const isReported = (period: Period): boolean => kindOf(period) !== "year";
export const hasEnded = (period: Period, today: string): boolean => lastDay(period) < today;

/** Whoever holds an office writes that unit's report, not those of the units below. */
export const unitsToReport = ({ grants }: Pick<Viewer, "grants">): number[] => [
  ...new Set(
    grants
      .filter((grant) => may({ grants: [grant] }, "report.edit", grant.divisionId))
      .map(({ divisionId }) => divisionId),
  ),
];
export const writesFor = (viewer: Pick<Viewer, "grants">, unit: number): boolean =>
  unitsToReport(viewer).includes(unit);

/** What of a declaration a report keeps: as much as its words and figures need. */
export type Counted = Pick<
  Ratio,
  "id" | "item" | "headline" | "name" | "caseUnit" | "missing" | "scored" | "measure" | "adds"
>;
export type At = { id: number; name: string };
export type Line = {
  indicator: Counted;
  figure: Figure;
  before: Figure;
  /** A year ago, where it is known. */
  yearAgo: Figure | null;
  /** Of a quarter its three months. */
  months: { period: Period; figure: Figure }[];
  target: number | null;
  light: LightState;
  short: number;
  /** Units below that are behind, the most missing first. */
  behind: (At & { figure: Figure })[];
};
export type Asking = {
  unit: At;
  leader: { id: string; name: string } | null;
  indicator: string;
  light: LightState;
  missing: number;
  figure: Figure;
  days: number | null;
};
/** Everything that a report shows and nobody typed. */
export type Content = {
  unit: At & { level: string };
  period: Period;
  asOf: string;
  closed: boolean;
  lines: Line[];
  exceptions: Asking[];
};
