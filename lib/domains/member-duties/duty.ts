/**
 * Duties of Party members without a post (无职党员设岗定责), their pledges, and 双报到 (domain.md §3.4–3.5).
 * Invariants: a post is for full members who hold none and are able; a holding goes step by step, proposed, decided, published, signed; a
 * pledge is judged by another than who wrote down that it was done.
 */
/** 经济发展, 村务监督, 公共事务, 思想政治 */
export const KINDS = ["ECONOMY", "SUPERVISION", "PUBLIC", "MINDS"] as const;
export type DutyKind = (typeof KINDS)[number];
export const WAYS = ["APPLIED", "RECOMMENDED"] as const;
export type Way = (typeof WAYS)[number];
export const STATUSES = ["PROPOSED", "AGREED", "REFUSED", "PUBLISHED", "SIGNED", "ENDED"] as const;
export type HoldingStatus = (typeof STATUSES)[number];
export const STEPS = ["AGREED", "REFUSED", "PUBLISHED", "SIGNED"] as const;
export type Step = (typeof STEPS)[number];
/** What may come next. */
export const NEXT: Record<HoldingStatus, readonly Step[]> = {
  PROPOSED: ["AGREED", "REFUSED"],
  AGREED: ["PUBLISHED"],
  PUBLISHED: ["SIGNED", "REFUSED"],
  SIGNED: [],
  REFUSED: [],
  ENDED: [],
};
/** Why nobody gives a member a duty. */
export const UNFIT = ["PROBATIONARY", "HAS_POST", "MOBILE", "DISABLED", "FRAIL"] as const;
export type Unfit = (typeof UNFIT)[number];
export const RESULTS = ["GOOD", "FAIR", "POOR"] as const;
export type HalfResult = (typeof RESULTS)[number];
export const PARTS = ["HALF", "YEAR"] as const;
export type ReviewPart = (typeof PARTS)[number];
export const STARS = ["1", "2", "3", "4", "5"] as const;

export const PLEDGE_STATUSES = ["OPEN", "DELIVERED", "ACCEPTED", "FAILED", "WITHDRAWN"] as const;
export type PledgeStatus = (typeof PLEDGE_STATUSES)[number];
export const VERDICTS = ["ACCEPTED", "FAILED"] as const;
