/** What an organization still lacks, as a list of things to do (ux.md §3.2): each is a line with its own way to mend it; none blocks. */
import { addDays } from "#lib/base/calendar.ts";
import type { Refusal } from "./affiliation.ts";

/** Sizes by the setting “org-sizes” (domain.md §3.6). */
export type Sizes = {
  fewest: number;
  generalAbove: number;
  committeeFrom: number;
  committeeInside: number;
  jointUnits: number;
};

export type Lack =
  /** With the post that stands empty, where posts are kept. */
  | { kind: "secretary"; postId?: string }
  | { kind: "members" | "noTerm" | "document" | "affiliation" }
  | {
      kind: "fewMembers" | "manyForBranch" | "manyForGeneral" | "fewForGeneral";
      count: number;
      limit: number;
      /** Counted in its roster, or as it was reported. */
      by: "roster" | "reported";
    }
  | { kind: "jointUnits"; count: number; limit: number }
  | { kind: "termOver" | "termSoon"; day: string }
  | { kind: "weakOpen" | "weakOverdue"; count: number; weakId: string };

export type Stock = {
  kind: string;
  secretary: string | null;
  secretaryPost: string | null;
  /** All members, and the full ones among them where the roster tells. */
  memberCount: number | null;
  full?: number | null;
  /** Whether the two were counted in its roster. */
  counted?: boolean;
  led: number;
  term: { dueOn: string } | null;
  breaks: readonly Refusal[];
  weak: { id: string; status: string; overdue: number; open: number } | null;
};

/** A term that ends within so many days is asked for. */
export const SOON_DAYS = 30;
export const NEEDS_FULL: readonly string[] = ["BRANCH", "GENERAL_BRANCH", "COMMITTEE"];
/** A group and a temporary branch have no term of their own. */
export const HAS_TERM: readonly string[] = ["COMMITTEE", "GENERAL_BRANCH", "BRANCH", "JOINT_BRANCH"];

export function lacksOf(org: Stock, sizes: Sizes, today: string): Lack[] {
  const lacks: Lack[] = [];
  if (!org.secretary) {
    const post = org.secretaryPost;
    lacks.push({ kind: "secretary", ...(post === null ? {} : { postId: post }) });
  }
  lacks.push(...sizeOf(org, sizes), ...termOf(org, today));
  const document = org.breaks.some(({ key }) => key === "affiliation.documentNeeded");
  if (document) lacks.push({ kind: "document" });
  if (org.breaks.some(({ key }) => key !== "affiliation.documentNeeded")) lacks.push({ kind: "affiliation" });
  const { weak } = org;
  if (weak && weak.overdue > 0) lacks.push({ kind: "weakOverdue", count: weak.overdue, weakId: weak.id });
  else if (weak?.status === "OPEN") lacks.push({ kind: "weakOpen", count: weak.open, weakId: weak.id });
  return lacks;
}

function sizeOf({ kind, memberCount: count, full = count, counted, led }: Stock, sizes: Sizes): Lack[] {
  const lacks: Lack[] = [];
  const by = counted ? "roster" : "reported";
  const { fewest, generalAbove, committeeFrom, jointUnits } = sizes;
  if (count === null) lacks.push({ kind: "members" });
  else if (NEEDS_FULL.includes(kind) && full !== null && full < fewest)
    lacks.push({ kind: "fewMembers", count: full, limit: fewest, by });
  else if (kind === "BRANCH" && count > generalAbove)
    lacks.push({ kind: "manyForBranch", count, limit: generalAbove, by });
  else if (kind === "GENERAL_BRANCH" && count >= committeeFrom)
    lacks.push({ kind: "manyForGeneral", count, limit: committeeFrom, by });
  else if (kind === "GENERAL_BRANCH" && count <= generalAbove)
    lacks.push({ kind: "fewForGeneral", count, limit: generalAbove, by });
  if (kind === "JOINT_BRANCH" && led > jointUnits)
    lacks.push({ kind: "jointUnits", count: led, limit: jointUnits });
  return lacks;
}

function termOf({ kind, term }: Stock, today: string): Lack[] {
  if (!HAS_TERM.includes(kind)) return [];
  if (term === null) return [{ kind: "noTerm" }];
  if (term.dueOn < today) return [{ kind: "termOver", day: term.dueOn }];
  return term.dueOn <= addDays(today, SOON_DAYS) ? [{ kind: "termSoon", day: term.dueOn }] : [];
}
