/**
 * On which side of the lines of the open year a household's income per head stands. Without an income, or where no poverty line is set,
 * nobody knows; without a monitoring line nothing is near.
 */
export const INCOME_BANDS = ["below", "near", "above", "unknown"] as const;
export type IncomeBand = (typeof INCOME_BANDS)[number];
