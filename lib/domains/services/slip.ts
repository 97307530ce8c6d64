/** The slip in a citizen's hand: its code opens the state of one case and nothing else; guessing is counted by address. */
import { busy, rule } from "#lib/platform/problem.ts";
import type { Stranger } from "#lib/platform/stranger.ts";
import {
  countFailure,
  failuresOf,
  rateInPublic,
  serviceCaseInPublic,
  tellOfStranger,
} from "#lib/platform/strangers.ts";
import type { Rating, State } from "./service.ts";

export type PublicCase = {
  number: string;
  item: string;
  state: State;
  receivedOn: string;
  dueOn: string | null;
  closedOn: string | null;
  missing: string[];
  desk: string;
  place: string;
  hours: string;
  rated: boolean;
  mayRate: boolean;
};

const MOST_GUESSES = 30;
const FORGET = { words: "15 minutes", ms: 15 * 60_000 };
const bucketOf = ({ address }: Stranger) => `slip:${address}`;

/** Null when there is no such case. A wrong code counts; whoever sent too many is asked to come back later. */
export async function caseBySlip(code: string, stranger: Stranger): Promise<PublicCase | null> {
  const before = await failuresOf(bucketOf(stranger));
  if (before && before.failures >= MOST_GUESSES && Date.now() - before.last_at.getTime() < FORGET.ms)
    throw busy();
  const found = await serviceCaseInPublic<PublicCase>(code);
  if (!found) await countFailure(bucketOf(stranger), FORGET.words);
  return found;
}

export async function knownSlip(code: string, stranger: Stranger): Promise<void> {
  if (!(await caseBySlip(code, stranger))) throw rule("service.noSlip", undefined, "slip");
}

export async function rateBySlip(code: string, rating: Rating, stranger: Stranger): Promise<void> {
  const found = await caseBySlip(code, stranger);
  if (!found || !(await rateInPublic(code, rating))) throw rule("service.rateNotNow", undefined, "rating");
  await tellOfStranger(
    "serviceCase.ratedInPublic",
    null,
    { number: found.number, rating },
    stranger.requestId,
  );
}
