/** procedures.approve, procedures.sendBack and procedures.reject: what a level above says; never whoever drafted it, never at two levels. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { Approve, Reject, SendBack } from "../input.ts";
import { type Case, factOf, fourEyes, heldCase, mayDo, nextStep, ready } from "../inside/case.ts";
import { changeCase, stepOn, takeDown, tellDeed } from "../inside/deed.ts";
import { propose, takeBackProposal } from "../inside/effect.ts";
import { isReview, REVIEWS } from "../procedure.ts";

/** At a review that review's right; elsewhere the township's, which is refused by the step. */
const mayReview = (viewer: Viewer, one: Case) => {
  const next = nextStep(one);
  return mayDo(viewer, one, next && isReview(next.step) ? next.step : "TOWNSHIP_REVIEW");
};
const mayEnd = (viewer: Viewer, one: Case) =>
  nextStep(one)?.step === "DEMOCRATIC_REVIEW"
    ? mayDo(viewer, one, "DEMOCRATIC_REVIEW")
    : mayReview(viewer, one);

export const approve = command({
  name: "procedures.approve",
  tells: "procedure.approved",
  input: Approve,
  subject: heldCase,
  may: mayReview,
  run: async (work, { version, opinion }, one) => {
    const { step } = ready(one, version, ...REVIEWS);
    await fourEyes(work, one, step);
    await tellDeed(work, one, { outcome: "APPROVED", onDay: work.today, opinion });
    await stepOn(work, one);
    const last = !one.steps.slice(one.at + 1).some((later) => isReview(later.step));
    if (last) await propose(work, { ...one, at: one.at + 1 });
    return { id: one.id, step };
  },
  fact: ({ step }, _input, one) => ({ ...factOf(one), step }),
});

export const sendBack = command({
  name: "procedures.sendBack",
  tells: "procedure.sentBack",
  input: SendBack,
  subject: heldCase,
  may: mayReview,
  run: async (work, { version, to, why }, one) => {
    ready(one, version, ...REVIEWS);
    const goal = one.steps[to];
    if (!goal || to >= one.at) throw invalid({ to: [{ key: "choose" }] });
    await tellDeed(work, one, {
      outcome: "RETURNED",
      onDay: work.today,
      opinion: why,
      facts: { to: goal.step },
    });
    await changeCase(work, one, { at: to, since: new Date(), returnedWhy: why });
    return { id: one.id, to: goal.step };
  },
  fact: ({ to }, _input, one) => ({ ...factOf(one), to }),
});

export const reject = command({
  name: "procedures.reject",
  tells: "procedure.rejected",
  input: Reject,
  subject: heldCase,
  may: mayEnd,
  run: async (work, { version, why }, one) => {
    const { step } = ready(one, version, "DEMOCRATIC_REVIEW", ...REVIEWS);
    if (isReview(step)) await fourEyes(work, one, step);
    await tellDeed(work, one, { outcome: "REJECTED", onDay: work.today, opinion: why });
    await takeDown(work, one);
    await takeBackProposal(work, one);
    await changeCase(work, one, {
      ...{ status: "REJECTED", closedOn: dayToColumn(work.today), closedWhy: why, since: new Date() },
    });
    return { id: one.id };
  },
  fact: (_result, _input, one) => factOf(one),
});
