/**
 * An entry of the watch list (脱贫后关注): one reason of one family that is out of poverty. Invariants: it is there as long as the reason
 * holds; before that only a visit made and written down after the reason was found closes it, at which somebody of the family was met;
 * with other values the reason stands there anew.
 */
import type { ReasonCode } from "./reasons.ts";

/** What the list shows: what has to be looked into, or what a visit has closed and still holds. */
export const STATES = ["open", "closed"] as const;
export type State = (typeof STATES)[number];
export const FAMILIES_PER_PAGE = 50;
/** What was found is a sentence: never a single word. */
export const SHORTEST_WORDS = 4;

export type Reason = { reason: ReasonCode; detail: string };
/** Of one family: its reasons, and since when the oldest of them stands. */
export type WatchedFamily = {
  id: string;
  headName: string;
  place: string;
  groupName: string | null;
  lastVisitOn: string | null;
  since: string;
  days: number;
  reasons: Reason[];
};
/** A visit that may close an entry. */
export type ClosingVisit = { id: string; on: string; kind: string; visitors: string | null };
export type WatchEntry = Reason & {
  id: string;
  version: number;
  foundOn: string;
  days: number;
  closedOn: string | null;
  closedByName: string | null;
  words: string | null;
  visitId: string | null;
  /** Newest first; of an open entry only. */
  visits: ClosingVisit[];
};
