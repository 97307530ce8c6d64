/**
 * A visit to a household (走访): who went, when, how the family is, what was talked about.
 * Invariants: append-only (taken back on the same day, never edited away); a visit counts for whoever went, on the day it was made;
 * a photo or a position is never asked for.
 */

export const VISIT_KINDS = ["HOME", "PHONE", "PASTURE", "CONDOLENCE", "ROUND", "CAMPAIGN"] as const;
export const SITUATIONS = ["NORMAL", "CHANGED", "DIFFICULT"] as const;
export const TOPICS = [
  "POLICY",
  "INDUSTRY",
  "JOBS",
  "SCHOOL",
  "HEALTH",
  "HOUSING",
  "WATER",
  "INCOME",
  "PARTY_LESSON",
  "OTHER",
] as const;
export const MET_WITH = ["HEAD", "SPOUSE", "OTHER_MEMBER", "NOBODY_HOME"] as const;

export type VisitKind = (typeof VISIT_KINDS)[number];
export type Situation = (typeof SITUATIONS)[number];

/** Shape and color of a situation; the word stands beside it. */
export const SITUATION_LIGHT = {
  NORMAL: "ok",
  CHANGED: "watch",
  DIFFICULT: "behind",
} as const satisfies Record<Situation, string>;

export const PAGE_SIZE = 50;
/** Photos are never asked for and never counted; more than three are an album. */
export const MOST_PHOTOS = 3;

export const SINCE = ["7", "30", "90", "all"] as const;

/** Seen by voice alone: counts only where the rule says so. */
export const isRemote = (kind: string) => kind === "PHONE";

/** Whoever has more to add than this writes about another visit. */
export const MOST_ADDITIONS = 20;
