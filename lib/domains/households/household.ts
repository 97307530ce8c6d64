/**
 * A household of the registry (建档立卡户): one stable number, a place that may change, a row of facts per year, spells of place and status.
 * Invariants: exactly one spell holds on a day; list columns repeat the open year; status changes only by a procedure, never by an edit.
 */

/** Statuses that are still poor: whoever lives here is helped and does not help others. */
export const POOR_STATUSES = ["POOR", "PRE_EXIT", "RETURNED"] as const;

/** Out of the registry: such a household is neither paired nor visited any more. */
const ENDED_STATUSES = ["REMOVED", "DISSOLVED"] as const;
export const hasEnded = (status: string) => ENDED_STATUSES.some((one) => one === status);

/** A new file begins with one of these; every later status comes from a procedure. */
export const FIRST_STATUSES = ["NOT_REGISTERED", "POOR", "EXITED"] as const;

/** What a list can be ordered by. */
export const HOUSEHOLD_SORTS = ["number", "name", "income", "visit"] as const;
export type HouseholdSort = (typeof HOUSEHOLD_SORTS)[number];

/** "Visited": within so many days, not for so many days, or never. */
export const VISITED = ["7", "30", "90", "over30", "over90", "over180", "notThisQuarter", "never"] as const;
export type Visited = (typeof VISITED)[number];

export const REVEAL_REASONS = ["VERIFY_IDENTITY", "HANDLE_POLICY", "CORRECT_RECORD"] as const;
/** A person may look at so many whole numbers a day (decisions 29). */
export const REVEALS_A_DAY = 30;

/** A number of our own until the national system gives one; it sorts behind the real ones. */
export const PROVISIONAL_PREFIX = "L";

export const PAGE_SIZE = 50;

/** A whole number, for one answer. */
export type Revealed = { shown: string; subject: string; divisionId: number };
