/** needs.return, needs.pause, needs.resume, needs.finish: what whoever handles a need does with it. */
import { addDays } from "#lib/base/calendar.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { FinishNeed, PauseNeed, ResumeNeed, ReturnNeed } from "../input.ts";
import { dueAfterPause } from "../inside/clock.ts";
import { dayTyped, takeStep } from "../inside/step.ts";
import { asShown, heldNeed, type NeedSubject } from "../inside/subject.ts";
import { isBusy, type Moved } from "../need.ts";
import { mayHandle } from "../policy.ts";

const told = (need: NeedSubject) => ({
  subject: `need:${need.id}`,
  division: need.divisionId,
  household: need.householdId,
});
const after = ({ id, householdId }: NeedSubject): Moved => ({ id, householdId });

export const returnNeed = command({
  name: "needs.return",
  tells: "need.returned",
  input: ReturnNeed,
  subject: heldNeed,
  may: mayHandle,
  run: async (work, { version, words }, need): Promise<Moved> => {
    asShown(need, version);
    if (need.status !== "HANDLING") throw rule("need.nobodyNamed");
    await takeStep(work, need, { kind: "RETURNED", words });
    // From then on it is in somebody else's hands, and may be out of one's sight.
    return { ...after(need), away: need.handlerAccount === work.viewer.accountId };
  },
  fact: (_result, _input, need) => told(need),
});

export const pauseNeed = command({
  name: "needs.pause",
  tells: "need.paused",
  input: PauseNeed,
  subject: heldNeed,
  may: mayHandle,
  run: async (work, { version, words, ...input }, need) => {
    asShown(need, version);
    if (!isBusy(need.status)) throw rule("need.notBusy");
    if (need.pausedOn !== null) throw rule("need.pausedAlready");
    // A clock that was not stopped in time is not turned back: from today on.
    const onDay = dayTyped(input.onDay, "onDay", work.today, work.today);
    await takeStep(work, need, { kind: "PAUSED", onDay, words });
    return after(need);
  },
  fact: (_result, _input, need) => told(need),
});

export const resumeNeed = command({
  name: "needs.resume",
  tells: "need.resumed",
  input: ResumeNeed,
  subject: heldNeed,
  may: mayHandle,
  run: async (work, { version, words, ...input }, need) => {
    asShown(need, version);
    if (need.pausedOn === null) throw rule("need.notPaused");
    const onDay = dayTyped(input.onDay, "onDay", work.today, need.pausedOn);
    await takeStep(work, need, {
      kind: "RESUMED",
      onDay,
      words,
      dueOn: await dueAfterPause(work, need, onDay),
    });
    return after(need);
  },
  fact: (_result, _input, need) => told(need),
});

export const finishNeed = command({
  name: "needs.finish",
  tells: "need.finished",
  input: FinishNeed,
  subject: heldNeed,
  may: mayHandle,
  run: async (work, { version, result, ...input }, need) => {
    asShown(need, version);
    if (!isBusy(need.status)) throw rule("need.notBusy");
    const late = await numberInForce(work.sql, "late-days", work.today, need.divisionId);
    const earliest = addDays(work.today, -late);
    const since = need.pausedOn ?? need.raisedOn;
    const doneOn = dayTyped(input.doneOn, "doneOn", work.today, since > earliest ? since : earliest);
    if (need.pausedOn !== null)
      await takeStep(work, need, {
        kind: "RESUMED",
        onDay: doneOn,
        dueOn: await dueAfterPause(work, need, doneOn),
      });
    await takeStep(work, need, { kind: "RESULT", onDay: doneOn, words: result });
    return after(need);
  },
  fact: (_result, _input, need) => told(need),
});
