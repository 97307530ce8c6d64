/** The three lines by which organizations are summed up: the Party's, the departments', and that of the places. */
export const LINES = ["party", "department", "place"] as const;
export type Line = (typeof LINES)[number];
