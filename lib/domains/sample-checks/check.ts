/**
 * A sample check (抽查): households drawn from a stored seed, visited by named checkers, closed by somebody else.
 * Invariants: whoever has seed, day and unit draws the same households; a checker is neither a cadre of a drawn village nor the helper of a
 * drawn household; what was found is corrected by a later row, never overwritten; it counts once the check is closed.
 */
export const KINDS = ["IDENTIFICATION", "EXIT", "SATISFACTION"] as const;
export type Kind = (typeof KINDS)[number];
export const STRATA = ["VILLAGE", "TOWNSHIP"] as const;
/** WRONG is 错评 in a check of identification and 错退 in one of exit. */
export const OUTCOMES = ["CORRECT", "WRONG", "ABSENT"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const SATISFACTIONS = ["SATISFIED", "BASICALLY", "DISSATISFIED"] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];
export const QUESTIONS = ["helperKnown", "policiesKnown", "visitedLately"] as const;
export type Question = (typeof QUESTIONS)[number];
export type Answers = Partial<Record<Question, "YES" | "NO">>;

export const MOST = 500;

/** A check of satisfaction judges nobody's standing. */
export const outcomesOf = (kind: Kind): readonly Outcome[] =>
  kind === "SATISFACTION" ? ["CORRECT", "ABSENT"] : OUTCOMES;
