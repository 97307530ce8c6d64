/**
 * A hand-over (工作移交): when a person leaves, whatever is still open in their name gets another owner, ends, or is refused, and the
 * account is closed; what is done stays theirs (ux.md §3.12; issue: nothing of theirs is left without an owner).
 * A new kind of thing that a person can own is one line in KINDS, its rows in inside/plan.ts and its deed in commands/hand-over.ts.
 */
import type { ProblemWords } from "#lib/platform/problem.ts";

export const KINDS = [
  "pairing",
  "import",
  "export",
  "treeChange",
  "visit",
  "need",
  "instruction",
  "role",
] as const;
export type Kind = (typeof KINDS)[number];

/** Why somebody leaves: the reasons that the pairings know, without those that concern the household. */
export const LEAVING = ["TRANSFERRED", "RETIRED", "ROTATED", "NOT_PERFORMING"] as const;

/** hand: to the heir. mine: to whoever carries it out. end: it ends, is laid aside or refused. keep: not in this round. */
export const FATES = ["hand", "mine", "end", "keep"] as const;
export type Fate = (typeof FATES)[number];

export type Item = {
  kind: Kind;
  id: string;
  /** Empty where the name of a file is out of the asker's reach, and for requests. */
  name: string;
  place: string;
  /** What it is, as a key of the room "handover" (pairing kind, state of an import, tree) or a role. */
  what: string;
  href: string | null;
  /** What would become of it. */
  fate: Fate;
  /** What else may be chosen; empty where the fate is settled. */
  choices: readonly Fate[];
  /** Why the heir cannot have it. */
  against: ProblemWords | null;
};

/** What stops the closing of the account, and nobody here can settle by choosing. */
export type Hindrance =
  | { why: "beyond"; place: string; count: number }
  | { why: "busy"; name: string }
  | { why: "notMine"; name: string };

export type Plan = { items: Item[]; hindrances: Hindrance[] };

export type DoneItem = { kind: Kind; id: string; fate: Fate };
