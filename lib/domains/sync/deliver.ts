/** Delivers a batch of a phone, one after the other: each is taken in or refused by itself, and told so under its own number. */

import type { ProblemView } from "#lib/base/outcome.ts";
import { CHANGED_MEANWHILE } from "#lib/domains/households/commands/tell-fact.ts";
import { factNow } from "#lib/domains/households/queries/door-facts.ts";
import { invalid, Problem, rule } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { deliverAddition } from "./commands/deliver-addition.ts";
import { deliverAttendance } from "./commands/deliver-attendance.ts";
import { deliverCase } from "./commands/deliver-case.ts";
import { deliverFact } from "./commands/deliver-fact.ts";
import { deliverNeed } from "./commands/deliver-need.ts";
import { deliverPapers } from "./commands/deliver-papers.ts";
import { deliverVerdict } from "./commands/deliver-verdict.ts";
import { deliverVisit } from "./commands/deliver-visit.ts";
import { tellTwisted } from "./commands/tell-twisted.ts";
import { Batch, OpNames } from "./input.ts";
import { carried } from "./inside/carried.ts";
import { TWISTED } from "./inside/once.ts";
import { type Differs, OF_A_PLACE, type OpAnswer, type OpKind } from "./op.ts";

/** A phone waits for thirty seconds; what a slow machine has not come to by then would be done for nobody. */
const WITHIN_MS = 10_000;

/** Puts a problem into the reader's words. */
export type InWords = (error: unknown, requestId?: string) => Promise<ProblemView>;

export async function deliver(
  session: Session,
  posted: unknown,
  inWords: InWords,
  within = WITHIN_MS,
): Promise<OpAnswer[]> {
  const until = performance.now() + within;
  const batch = Batch.safeParse(posted);
  if (!batch.success) throw invalid({});
  const answers: OpAnswer[] = [];
  for (const one of batch.data.ops) {
    const named = OpNames.safeParse(one);
    if (!named.success) continue; // nothing by which it could be answered
    if (answers.length > 0 && performance.now() > until) {
      const { op, sha256 } = named.data;
      answers.push({ op, sha256, state: "later" });
      continue;
    }
    answers.push(
      await deliverOne(session, { ...(one as object), device: batch.data.device }, named.data, inWords),
    );
  }
  return answers;
}

const BY_KIND = {
  ...{ FACT: deliverFact, VISIT: deliverVisit, NEED: deliverNeed },
  ...{ CASE: deliverCase, PAPERS: deliverPapers },
  ...{ ADDITION: deliverAddition, VERDICT: deliverVerdict, ATTENDANCE: deliverAttendance },
} as const;
/** What waits for a household that is handed over later; a desk or a training that is not one's own any more does not come back by waiting. */
const WAITS_FOR_ITS_HOUSEHOLD: readonly OpKind[] = ["FACT", "NEED", "ADDITION", "VERDICT"];

async function deliverOne(
  session: Session,
  sent: object,
  { op, sha256, kind }: { op: string; sha256: string; kind: OpKind },
  inWords: InWords,
): Promise<OpAnswer> {
  const { kind: _kind, ...sending } = sent as { kind?: unknown };
  try {
    const { seq } = await BY_KIND[kind](session, sending);
    return { op, sha256, state: "accepted", seq };
  } catch (error) {
    if (error instanceof Problem && error.code === "signed-out") throw error;
    if (error instanceof Problem && error.words.key === TWISTED) await tellTwisted(session, { op, sha256 });
    const differs = kind === "FACT" ? await differing(session, sending, error) : null;
    if (differs) return { op, sha256, state: "differs", ...differs };
    const place = OF_A_PLACE.find((one) => one === kind);
    const told = place && outOfReach(error) ? rule(`sync.gone.${place}`) : error;
    const { code, message, fields } = await inWords(told, session.requestId);
    // Not handed over yet, or not any more: the phone keeps it either way, and whoever wrote it may let it go.
    if (WAITS_FOR_ITS_HOUSEHOLD.includes(kind) && code === "not-found")
      return { op, sha256, state: "early", message };
    if (code === "busy" || code === "unforeseen") return { op, sha256, state: "later" };
    return { op, sha256, state: "refused", code, message, fields };
  }
}

const outOfReach = (error: unknown) =>
  error instanceof Problem && ["not-found", "refused"].includes(error.code);

/** What stands there by now, where somebody else was faster. */
async function differing(session: Session, sent: object, error: unknown): Promise<Differs | null> {
  if (!(error instanceof Problem) || error.words.key !== CHANGED_MEANWHILE) return null;
  const asked = carried(sent as { values: string; sha256: string });
  return reading(session, (scope) => factNow(scope, asked as Parameters<typeof factNow>[1]));
}
