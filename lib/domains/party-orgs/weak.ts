/**
 * An organization on the yearly list of weak and lax ones (软弱涣散): found with a cause, put right by measures, reported as put right,
 * and accepted by a level above, never by whoever reported it. What is not accepted goes on in the next year's list.
 */
export const WEAK_STATES = ["OPEN", "REPORTED", "ACCEPTED", "CARRIED"] as const;
export type WeakState = (typeof WEAK_STATES)[number];

type Work = { status: string; measures: readonly { dueOn: string; doneOn: string | null }[] };

/** It can be reported when there is something done, and nothing left to do. */
export const isPutRight = ({ measures }: Work): boolean =>
  measures.length > 0 && measures.every(({ doneOn }) => doneOn !== null);

/** The due day itself is still in time. */
export const overdueOf = ({ status, measures }: Work, today: string): number =>
  status === "OPEN" ? measures.filter(({ dueOn, doneOn }) => doneOn === null && dueOn < today).length : 0;
