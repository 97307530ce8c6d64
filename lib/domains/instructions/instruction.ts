/**
 * An instruction (批示): a leader of a unit asks somebody below for an explanation, a look on the spot or something in his own words,
 * about a figure of the cockpit as it stood or freely; or praises. It is tracked until it is answered and the answer is accepted.
 * States: OPEN → REPLIED → ACCEPTED; an answer may be sent back; praise asks for none and is NOTED once read; WITHDRAWN was called off.
 * Invariants: every move is a step, and the database allows no other (migration 0390); the figure is kept as it stood and never counted anew.
 */
import type { LightState } from "#lib/indicators/light.ts";

export const KINDS = ["EXPLAIN", "CHECK", "PRAISE", "OTHER"] as const;
export type Kind = (typeof KINDS)[number];
export const STATES = ["OPEN", "REPLIED", "ACCEPTED", "NOTED", "WITHDRAWN"] as const;
export type State = (typeof STATES)[number];
/** The lists: what I have to answer, what I gave, what is late, and all that I may see. */
export const VIEWS = ["toMe", "fromMe", "late", "all"] as const;
export type View = (typeof VIEWS)[number];

export const asksForAnswer = (kind: Kind) => kind !== "PRAISE";
export const PER_PAGE = 50;

/** The figure as it stood. */
export type Stood = {
  indicator: string;
  period: string;
  part: number;
  whole: number;
  light: LightState;
  missing: number;
};

/** What a card of the cockpit says of an instruction: it waits, it is late, it was answered, or it is settled. */
export const MARKS = ["waits", "late", "replied", "settled"] as const;
export type Mark = (typeof MARKS)[number];
export function markOf({ status, dueOn }: { status: State; dueOn: string | null }, today: string): Mark {
  if (status === "REPLIED") return "replied";
  if (status !== "OPEN") return "settled";
  return dueOn !== null && dueOn < today ? "late" : "waits";
}

/** What a step answers. */
export type Moved = { id: string };
