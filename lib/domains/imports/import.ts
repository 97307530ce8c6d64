/**
 * An import: one uploaded sheet on its way into the registry (template → upload → columns → dry run → done).
 * Its rows are staged whole, with what is wrong at each cell; only rows without an error go in, all of them in one transaction.
 * Doing it twice changes nothing: households are known by number, persons by ID number, pairings by household, helper and day.
 * An empty cell never erases what the registry knows.
 */

export const IMPORT_STATUSES = [
  "UPLOADED",
  "READ",
  "CHECKING",
  "CHECKED",
  "PUBLISHING",
  "DONE",
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
  status === "UPLOADED" || status === "CHECKING" || status === "PUBLISHING";

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
};

/** What reading found: shown at the step "columns". */
export type Preview = {
  sheets: string[];
  /** The first rows as text, for choosing the header. */
  head: { rowNo: number; texts: string[] }[];
  columns: { index: number; label: string; key: string | null; refused: string | null; samples: string[] }[];
  missing: string[];
  depth: number;
};

/** Five times the largest roster seen; the entry itself turns larger bodies away. */
export const UPLOAD_BYTES = 50 * 1024 * 1024;

export const JOBS = { read: "imports.read", check: "imports.check", publish: "imports.publish" } as const;

/** What the deeds on an import answer. */
export type ImportRef = { id: string; divisionId: number };
