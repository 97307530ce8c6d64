/**
 * A hint (提示) that something told of a visit is hardly possible: the same photo, the same words, more than a day can hold, leave.
 * Invariants: the visitor sees it first and may put it right or say how it was; nobody else sees it before the days of a setting are
 * over; a word of the visitor closes it; nothing is ever counted or scored by it.
 */

export const HINT_KINDS = ["PHOTO", "WORDS", "WAY", "MANY", "LEAVE"] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** So many days back a visit is held against the visitor's others. */
export const HINT_DAYS = 45;
