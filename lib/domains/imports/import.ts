/**
 * An import: one uploaded sheet on its way into the registry (template → upload → columns → dry run → done).
 * Its rows are staged whole, with what is wrong at each cell; only rows without an error go in, all of them in one transaction.
 * Within thirty days it can be taken back: what it made goes, what it changed is as before, and what somebody touched since stays.
 * Doing it twice changes nothing: households are known by number (and with it their income of the year), measures by household, year, category and project, persons by ID number, pairings by household, helper and day,
 * members by ID number, or by organization, name and month of birth, accounts by their name, or by person and unit,
 * trainings by unit, name and first day, visits by household, day and visitor, needs by household or village, category, day and words,
 * members of resident teams by village and name, their days by month, duties of members by branch, post and name.
 * An empty cell never erases what the registry knows.
 */

export const IMPORT_STATUSES = [
  "UPLOADED",
  "READ",
  "CHECKING",
  "CHECKED",
  "PUBLISHING",
  "DONE",
  "TAKING_BACK",
  "TAKEN_BACK",
  "CANCELLED",
  "FAILED",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** The five steps of the wizard, each with an address of its own. */
export const STEPS = ["template", "upload", "columns", "check", "done"] as const;
export type Step = (typeof STEPS)[number];

export function stepOf(status: ImportStatus): Step {
  if (status === "UPLOADED" || status === "READ") return "columns";
  if (status === "CHECKING" || status === "CHECKED") return "check";
  return "done";
}

/** Somebody works on it in the background: the page looks again by itself. */
export const isBusy = (status: ImportStatus) =>
  ["UPLOADED", "CHECKING", "PUBLISHING", "TAKING_BACK"].includes(status);

/** For so long an import can be taken back; the database holds to it as well. */
export const TAKE_BACK_DAYS = 30;
/** Sheets whose rows are traced while they go in. */
const TRACED = [
  "household-roster",
  "person-roster",
  "incomes",
  "measures",
  "pairings",
  "party-orgs",
  "members",
  "industry-ledger",
  "trainings",
  "visit-record",
  "need-ledger",
  "team-roster",
  "team-attendance",
  "member-duties",
  "accounts",
];

export function mayBeTakenBack(found: {
  sheet: string;
  status: ImportStatus;
  ageInDays: number | null;
}): boolean {
  const { sheet, status, ageInDays } = found;
  // Cases are withdrawn one by one, by whoever drafted them: each step is a deed of its own.
  return TRACED.includes(sheet) && status === "DONE" && ageInDays !== null && ageInDays < TAKE_BACK_DAYS;
}

/** Why a row stays when the import is taken back: out of reach by now, changed since, something hangs on it, the household needs its head, or its year is frozen. */
export const STAYS = ["EDITED", "USED", "HEAD", "BEYOND", "FROZEN"] as const;
export type Stays = (typeof STAYS)[number];

/** A correction for all rows at once: wherever this stands in the column, that is meant; an empty text stands for an empty cell. */
export type Fix = { column: string; from: string; to: string };

export type ImportCounts = {
  rows?: number;
  skipped?: number;
  hidden?: number;
  formulas?: number;
  added?: number;
  updated?: number;
  same?: number;
  bad?: number;
  warned?: number;
  /** Rows of a corrected file that went in with the one before, and are passed over. */
  already?: number;
  /** Taken back: rows that went, and rows that stayed. */
  went?: number;
  stayed?: number;
};

/** What reading found: shown at the step "columns". */
export type Preview = {
  sheets: string[];
  /** The first rows as text, for choosing the header. */
  head: { rowNo: number; texts: string[] }[];
  columns: {
    index: number;
    label: string;
    key: string | null;
    refused: string | null;
    samples: string[];
    /** Matched as this unit did the last time. */
    remembered?: boolean;
  }[];
  missing: string[];
  depth: number;
  /** Rows below the header that the file hides, by hand or by a filter: whether they are meant is asked. */
  hiddenRows?: number;
};

/** Five times the largest roster seen; the entry itself turns larger bodies away. */
export const UPLOAD_BYTES = 50 * 1024 * 1024;

export const JOBS = {
  read: "imports.read",
  check: "imports.check",
  publish: "imports.publish",
  takeBack: "imports.takeBack",
} as const;

/** What the deeds on an import answer. */
export type ImportRef = { id: string; divisionId: number };
