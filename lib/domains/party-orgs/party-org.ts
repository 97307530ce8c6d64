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

export const ORG_CHANGES = ["rename", "move", "close"] as const;
export type OrgChange = (typeof ORG_CHANGES)[number];

/** A branch needs three full members; fewer join a neighbor's branch (domain.md §3.6). */
export const FEWEST_MEMBERS = 3;
const NEEDS_THREE: readonly string[] = ["BRANCH", "GENERAL_BRANCH", "COMMITTEE"];

export type Lack = "secretary" | "members" | "fewMembers";

/** What an organization still lacks: each is a line with its own way to mend it. */
export function lacksOf(org: { kind: string; secretary: string | null; memberCount: number | null }): Lack[] {
  const lacks: Lack[] = [];
  if (!org.secretary) lacks.push("secretary");
  if (org.memberCount === null) lacks.push("members");
  else if (NEEDS_THREE.includes(org.kind) && org.memberCount < FEWEST_MEMBERS) lacks.push("fewMembers");
  return lacks;
}
