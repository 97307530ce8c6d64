/**
 * A Party organization: the Party line as a tree in time (decisions 20). Each sits in a division and is led by another one,
 * on a basis (affiliation.ts); supervision in the Party line opens no household to anybody.
 */

export const ORG_KINDS = [
  "COMMITTEE",
  "GENERAL_BRANCH",
  "BRANCH",
  "JOINT_BRANCH",
  "GROUP",
  "TEMPORARY_BRANCH",
  "WORKING_COMMITTEE",
] as const;
export type OrgKind = (typeof ORG_KINDS)[number];

/** Of a division, of a department, or on the industry chain (article: 产业链党组织). */
export const SETTINGS = ["TERRITORIAL", "AGENCY", "ENTITY"] as const;
export type Setting = (typeof SETTINGS)[number];

export const ORG_CHANGES = ["rename", "move", "split", "merge", "close"] as const;
export type OrgChange = (typeof ORG_CHANGES)[number];
/** What a township proposes and its county decides: the same, and the founding. */
export const PROPOSED_CHANGES = ["open", ...ORG_CHANGES] as const;
export type ProposedChange = (typeof PROPOSED_CHANGES)[number];
/** In the org chart one other organization at most is chosen; what needs several has its own page. */
export const CHART_CHANGES = ["rename", "move", "close"] as const satisfies readonly OrgChange[];
export type ChartChange = (typeof CHART_CHANGES)[number];

/** A filter of the list: what an organization lacks; "yes" is secretary or members. */
export const LACKING = [
  "yes",
  "secretary",
  "members",
  "few",
  "size",
  "noTerm",
  "termOver",
  "termSoon",
  "weak",
] as const;
export type Lacking = (typeof LACKING)[number];

/** A branch needs three full members; fewer join a neighbor's branch (domain.md §3.6). The office's own number is a setting. */
export const FEWEST_MEMBERS = 3;

/** Who stands in its own roster today. */
export type Roster = { members: number; full: number };

/** The roster counts where there is one; the number that was reported stands in for one that was never entered. */
export const membersOf = (org: { roster: Roster | null; memberCount: number | null }): number | null =>
  org.roster?.members ?? org.memberCount;
