/**
 * An organization along the industry chain (产业链上的组织): a cooperative, association, base or market, where its Party members are
 * organized (article: 支部+协会, 支部+协会+农户, 支部+基地+农户), and which households it takes along.
 * Invariants: it counts at its seat and is judged by all villages that it covers (decisions 35); one Party coverage at a time.
 */
import type { Coverage } from "#lib/domains/party-orgs/affiliation.ts";
import { FEWEST_MEMBERS } from "#lib/domains/party-orgs/party-org.ts";

/** Own Party organization, a joint one with others, members attached to another one (挂靠), or none. */
export const PARTY_COVERAGES = ["OWN", "JOINT", "ATTACHED", "NONE"] as const;
export type PartyCoverage = (typeof PARTY_COVERAGES)[number];

/** 社员、务工、入股、订单. */
export const LINK_ROLES = ["MEMBER", "WORKER", "SHAREHOLDER", "ORDER"] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

export const LIST_STATES = ["operating", "closed"] as const;

/** A covered village of today (one that was merged away counts as its successor) and its township. */
export type CoveredVillage = {
  id: number;
  name: string;
  /** The village as it was registered, when it is another one by now. */
  formerName: string | null;
  township: number;
  townshipName: string;
};

export function coverageOf(villages: readonly Pick<CoveredVillage, "id" | "township">[]): Coverage | null {
  if (villages.length === 0) return null;
  if (new Set(villages.map(({ id }) => id)).size === 1) return "ONE_VILLAGE";
  return new Set(villages.map(({ township }) => township)).size === 1 ? "CROSS_VILLAGE" : "CROSS_TOWNSHIP";
}

export type Lack =
  | "creditNo"
  | "operator"
  | "memberCount"
  | "partyMembers"
  | "ownBranch"
  | "party"
  | "mode"
  | "orgClosed"
  | "affiliation"
  | "households"
  | "income";

type Judged = {
  creditNo: string | null;
  operator: string | null;
  memberCount: number | null;
  partyMembers: number | null;
  fullMembers: number | null;
  party: { coverage: PartyCoverage; mode: string | null; orgClosedOn: string | null };
  /** Sentences of the rule of affiliation that its Party organization breaks. */
  broken: readonly string[];
  /** Null: whoever looks does not see all that may be linked. */
  links: number | null;
  linksWithoutIncome: number;
};

/** What an entity still lacks: each is a line with its own way to mend it. */
export function lacksOf(one: Judged): Lack[] {
  const { party } = one;
  const lacks: [boolean, Lack][] = [
    [one.creditNo === null, "creditNo"],
    [one.operator === null, "operator"],
    [one.memberCount === null, "memberCount"],
    [one.partyMembers === null || one.fullMembers === null, "partyMembers"],
    [party.coverage !== "OWN" && (one.fullMembers ?? 0) >= FEWEST_MEMBERS, "ownBranch"],
    [party.coverage === "NONE" && (one.fullMembers ?? 0) < FEWEST_MEMBERS, "party"],
    [party.coverage !== "NONE" && party.mode === null, "mode"],
    [party.orgClosedOn !== null, "orgClosed"],
    [party.orgClosedOn === null && one.broken.length > 0, "affiliation"],
    [one.links === 0, "households"],
    [one.linksWithoutIncome > 0, "income"],
  ];
  return lacks.filter(([lacking]) => lacking).map(([, lack]) => lack);
}

/** Incomes are told once the year is over: the last year that has ended. */
export const incomeYear = (today: string): number => Number(today.slice(0, 4)) - 1;
