/**
 * A plan of pairings (结对方案): the households of a place that need a helper, the helpers on hand, and one proposed for each.
 * Invariants: nobody is proposed for his own family or beyond his limit unless a person said so; what cannot be satisfied is said with
 * its reason; it is carried out as a whole or not at all.
 */
import type { WhyNot } from "./assign.ts";

/** Who needs one: households that nobody helps, or those without a helper of the kind that is planned. */
export const PLAN_WHOM = ["NONE", "KIND"] as const;
export type PlanWhom = (typeof PLAN_WHOM)[number];

export const PLAN_STATES = ["DRAFT", "DONE", "DROPPED", "TAKEN_BACK"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const WHY_NOT = ["NO_ROOM", "ONLY_KIN", "LEFT_OUT"] as const;
export type WhyLeft = (typeof WHY_NOT)[number];
export const whyOf: Record<WhyNot, WhyLeft> = { noRoom: "NO_ROOM", onlyKin: "ONLY_KIN" };

export const RANK_CODES = ["COUNTY_LEADER", "SECTION_LEADER", "STAFF", "VILLAGE_CADRE", "MEMBER"] as const;
/** Who has no rank in the list counts as an ordinary cadre. */
export const USUAL_RANK = "STAFF";

/** Lines that a person looks at first: nobody proposed, from outside the township, or changed by hand. */
export const LINE_SHOWN = ["left", "far", "hand"] as const;
export type LineShown = (typeof LINE_SHOWN)[number];

/** What the deeds on a plan answer. */
export type PlanMade = { id: string; divisionId: number; lines: number; placed: number; changed: number };
export type PlanDone = { id: string; divisionId: number; count: number };
export type LineChanged = { id: string; divisionId: number; household: string };

/** Names typed or pasted, one a line, each with what tells people of one name apart: unit, telephone or ID number. */
export const namesIn = (typed: string): { line: string; name: string; more: string[] }[] =>
  typed
    .normalize("NFKC")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = "", ...more] = line.split(/[\s,，、;；]+/).filter(Boolean);
      return { line, name, more };
    });
