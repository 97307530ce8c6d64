/**
 * A unit that takes a whole village (单位包村): [from, to), ended with a reason, followed by another without a change to what was. It is
 * no pairing of a household and counts in none of their figures (decisions 34).
 */
export const UNIT_END_REASONS = ["TERM_OVER", "ROTATED", "UNIT_CHANGED", "NOT_PERFORMING"] as const;
export const VILLAGES_SHOWN = ["taken", "free"] as const;
export type VillagesShown = (typeof VILLAGES_SHOWN)[number];
export const VILLAGES_PAGE = 50;
