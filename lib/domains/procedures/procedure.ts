/**
 * A procedure (程序) takes a household, a village or a county through ordered steps to a new state (domain.md §2.6–2.10).
 * Invariants: a case keeps the steps that it began with; each step is a deed with actor, unit and day; whoever drafted it approves it
 * nowhere and nobody approves at two levels; a status changes by a finished case and by nothing else.
 */
import type { Verb } from "#lib/domains/accounts/roles.ts";

export const KINDS = [
  "IDENTIFICATION",
  "EXIT",
  "RETURN",
  "REMOVAL",
  "MONITORING",
  "RISK_ELIMINATION",
  "VILLAGE_EXIT",
  "COUNTY_EXIT",
] as const;
export type Kind = (typeof KINDS)[number];
export const isKind = (text: unknown): text is Kind => KINDS.some((kind) => kind === text);

/** What a village or a county goes through as a whole. */
export const UNIT_KINDS = ["VILLAGE_EXIT", "COUNTY_EXIT"] as const satisfies readonly Kind[];
export type UnitKind = (typeof UNIT_KINDS)[number];
export const isUnitKind = (kind: Kind): kind is UnitKind => UNIT_KINDS.some((one) => one === kind);
export type HouseholdKind = Exclude<Kind, UnitKind>;
export const HOUSEHOLD_KINDS = KINDS.filter((kind): kind is HouseholdKind => !isUnitKind(kind));

export const STEPS = [
  "APPLICATION",
  "HOUSEHOLD_CHECK",
  "DEMOCRATIC_REVIEW",
  "PUBLICITY_1",
  "COMPARISON",
  "TOWNSHIP_REVIEW",
  "PUBLICITY_2",
  "COUNTY_REVIEW",
  "PREFECTURE_REVIEW",
  "ANNOUNCEMENT",
  "MARKING",
] as const;
export type StepName = (typeof STEPS)[number];

/** `days` and `calendar` are those of a publicity, or of how long an announcement hangs; `paper`: it is not done before a paper lies with the case. */
export type PlanStep = { step: StepName; days?: number; calendar?: CalendarName; paper?: true };
export const CALENDARS = ["CALENDAR", "WORKING"] as const;
export type CalendarName = (typeof CALENDARS)[number];

export const REVIEWS = ["TOWNSHIP_REVIEW", "COUNTY_REVIEW", "PREFECTURE_REVIEW"] as const;
export const isReview = (step: StepName) => REVIEWS.some((one) => one === step);
export const PUBLICITIES = ["PUBLICITY_1", "PUBLICITY_2"] as const;
export const isPublicity = (step: StepName) => PUBLICITIES.some((one) => one === step);
/** Steps that may ask for a paper: an application is handed in before there is a case to put it to, a marking only says what was decided. */
export const mayAskPaper = (step: StepName) => step !== "APPLICATION" && step !== "MARKING";
/** Steps whose list hangs for a number of days. */
export const hangs = (step: StepName) => isPublicity(step) || step === "ANNOUNCEMENT";

export const STATES = ["RUNNING", "OBJECTION", "DONE", "REJECTED", "WITHDRAWN"] as const;
export type State = (typeof STATES)[number];
export const isOpen = (state: State) => state === "RUNNING" || state === "OBJECTION";

/** From which states a household may be taken through, and where it is at the end; monitoring leaves the status as it is. */
export const MOVES: Record<HouseholdKind, { from: readonly string[]; to: string | null }> = {
  IDENTIFICATION: { from: ["NOT_REGISTERED", "REMOVED"], to: "POOR" },
  EXIT: { from: ["POOR", "RETURNED", "PRE_EXIT"], to: "EXITED" },
  RETURN: { from: ["EXITED"], to: "RETURNED" },
  REMOVAL: { from: ["POOR", "EXITED", "RETURNED"], to: "REMOVED" },
  MONITORING: { from: ["EXITED", "NOT_REGISTERED"], to: null },
  RISK_ELIMINATION: { from: ["EXITED", "NOT_REGISTERED"], to: null },
};
/** Between the county's approval and the announcement an exit is proposed (预脱贫); sent back or rejected, it is as before. */
export const PROPOSED = "PRE_EXIT";

/** Era B (domain.md §2.9). */
export const MONITORING_TYPES = ["UNSTABLE", "MARGINAL", "SUDDEN"] as const;
export type MonitoringType = (typeof MONITORING_TYPES)[number];
/** Exited households are unstable, others marginal; a sudden blow meets both. */
export const typesFor = (status: string): MonitoringType[] =>
  status === "EXITED" ? ["UNSTABLE", "SUDDEN"] : ["MARGINAL", "SUDDEN"];
export const RISKS = [
  "ILLNESS",
  "DISABILITY",
  "SCHOOLING",
  "DISASTER",
  "ACCIDENT",
  "INDUSTRY",
  "WORK",
  "LABOR",
  "EPIDEMIC",
  "OTHER",
] as const;
export type Risk = (typeof RISKS)[number];

/** Departments whose data are compared before the county decides (domain.md §13.2). */
export const SOURCES = ["POLICE", "COMMERCE", "HOUSING", "PAYROLL", "VEHICLES"] as const;
export type Source = (typeof SOURCES)[number];
export const HIT_DECISIONS = ["KEPT", "EXCLUDED"] as const;

const VILLAGE: Verb = "procedure.draft";
const TOWNSHIP: Verb = "procedure.township";
const COUNTY: Verb = "procedure.county";
const PREFECTURE: Verb = "procedure.prefecture";

const OF_HOUSEHOLD: Record<StepName, Verb> = {
  APPLICATION: VILLAGE,
  HOUSEHOLD_CHECK: VILLAGE,
  DEMOCRATIC_REVIEW: VILLAGE,
  PUBLICITY_1: VILLAGE,
  COMPARISON: TOWNSHIP,
  TOWNSHIP_REVIEW: TOWNSHIP,
  PUBLICITY_2: TOWNSHIP,
  COUNTY_REVIEW: COUNTY,
  PREFECTURE_REVIEW: PREFECTURE,
  ANNOUNCEMENT: COUNTY,
  MARKING: COUNTY,
};
const OF_UNIT: Record<UnitKind, Partial<Record<StepName, Verb>>> = {
  VILLAGE_EXIT: { APPLICATION: TOWNSHIP, PUBLICITY_1: TOWNSHIP },
  COUNTY_EXIT: {
    APPLICATION: COUNTY,
    PUBLICITY_1: PREFECTURE,
    PUBLICITY_2: PREFECTURE,
    ANNOUNCEMENT: PREFECTURE,
    MARKING: PREFECTURE,
  },
};
/** Which right a step asks for at the place of the case. */
export const verbOf = (kind: Kind, step: StepName): Verb =>
  (isUnitKind(kind) ? OF_UNIT[kind][step] : undefined) ?? OF_HOUSEHOLD[step];
/** An objection is looked into by the township, by the prefecture where a county exits. */
export const settlesBy = (kind: Kind): Verb => (kind === "COUNTY_EXIT" ? PREFECTURE : TOWNSHIP);
export const PROCEDURE_VERBS = [VILLAGE, TOWNSHIP, COUNTY, PREFECTURE] as const;

export type Application = {
  reason: string;
  appliedOn: string;
  /** IDENTIFICATION */
  attribute?: string;
  mainCause?: string;
  standard?: string;
  /** MONITORING */
  type?: MonitoringType;
  risks?: Risk[];
  authorizedOn?: string;
  /** RISK_ELIMINATION */
  endedHow?: "ELIMINATED" | "NATURAL";
  /** VILLAGE_EXIT, COUNTY_EXIT: the rural population, and the shares found by checks, in hundredths of a percent. */
  population?: number;
  missedBp?: number;
  wrongBp?: number;
  acceptedBp?: number;
};

/** Two thirds of those expected came, and more than half of those present agreed. */
export const isQuorate = ({ expected, present }: { expected: number; present: number }) =>
  present * 3 >= expected * 2;
export const isAgreed = (votes: { present: number; inFavor: number }) => votes.inFavor * 2 > votes.present;

/** The bounds of the exit of a unit (domain.md §2.7), in hundredths of a percent; the west's for incidence. */
export const UNIT_BOUNDS = { incidenceBp: 300, missedBp: 200, wrongBp: 200, acceptedBp: 9000 } as const;

export const CASES_PER_PAGE = 50;
