/** Everything that can go wrong by intention: a short catalogue whose codes are message keys of the room "problems". */

export type ProblemWords = { key: string; values?: Record<string, string | number> };
export type FieldProblems = Record<string, ProblemWords[]>;

export type ProblemCode =
  | "signed-out"
  | "not-found"
  | "refused"
  | "invalid"
  | "conflict"
  | "rule"
  | "busy"
  | ProofAsked;

/** The last proof of who sits there is too old: which one is asked for again. */
export type ProofAsked = "proof-factor" | "proof-password" | "proof-again";

export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    /** What to say, in room "problems". */
    readonly words: ProblemWords,
    readonly fields?: FieldProblems,
  ) {
    super(`${code}: ${words.key}`);
    this.name = "Problem";
  }
}

/** Out of reach and not existing look the same. */
export const notFound = () => new Problem("not-found", { key: "notFound" });
/** In reach, but not permitted: refused by name. */
export const refused = (key = "refused", values?: ProblemWords["values"]) =>
  new Problem("refused", { key, values });
export const signedOut = () => new Problem("signed-out", { key: "signedOut" });
export const invalid = (fields: FieldProblems) => new Problem("invalid", { key: "invalid" }, fields);
/** Somebody else was quicker. */
export const conflict = (key = "conflict", values?: ProblemWords["values"]) =>
  new Problem("conflict", { key, values });
/** A rule of the trade says no; with a field if one field is to blame. */
export const rule = (key: string, values?: ProblemWords["values"], field?: string) =>
  new Problem("rule", { key, values }, field ? { [field]: [{ key, values }] } : undefined);
/** Nothing is done and nothing lost: the same form is sent again, with the proof. */
export const stale = (asked: ProofAsked, words: ProblemWords = { key: PROOF_WORDS[asked] }) =>
  new Problem(asked, words, asked === "proof-again" ? undefined : { proof: [words] });
const PROOF_WORDS: Record<ProofAsked, string> = {
  "proof-factor": "proof.factor",
  "proof-password": "proof.password",
  "proof-again": "proof.again",
};
export const busy = () => new Problem("busy", { key: "busy" });

/** For what is shown beside a list: a row that does not exist, or not for this viewer, is simply not there. */
export async function ifFound<T>(load: Promise<T>): Promise<T | null> {
  try {
    return await load;
  } catch (error) {
    if (error instanceof Problem && ["not-found", "invalid", "refused"].includes(error.code)) return null;
    throw error;
  }
}
