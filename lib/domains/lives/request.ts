/**
 * What may not be done today is asked for: outside the window a file that shall be added or removed (PENDING_WINDOW), after the freeze
 * whatever changes the year (PENDING). Somebody else decides, at the county; a correction field by field.
 */
export const REQUEST_KINDS = [
  "REGISTER",
  "SPLIT",
  "MERGE",
  "DISSOLVE",
  "MEMBER_IN",
  "MEMBER_OUT",
  "HEAD",
  "CORRECT",
  "CORRECT_MEMBER",
  "CORRECT_INCOME",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** These say facts of the year anew: kept, shown and decided field by field. */
export const CORRECTIONS = ["CORRECT", "CORRECT_MEMBER", "CORRECT_INCOME"] as const;
export type CorrectionKind = (typeof CORRECTIONS)[number];
export const isCorrection = (kind: RequestKind): kind is CorrectionKind =>
  CORRECTIONS.some((one) => one === kind);

/** These add files or take them away; the others change what a file says. */
export const WINDOWED: readonly RequestKind[] = ["REGISTER", "SPLIT", "MERGE", "DISSOLVE"];

export const REQUEST_STATUSES = ["PENDING_WINDOW", "PENDING", "APPROVED", "REFUSED", "WITHDRAWN"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
export const isPending = (status: string) => status === "PENDING_WINDOW" || status === "PENDING";
