/** needs.judge: whoever visits brings the household's word on a result; satisfied closes the need, not satisfied opens it again with a new limit. */
import { command } from "#lib/platform/command.ts";
import { refused, rule } from "#lib/platform/problem.ts";
import { JudgeNeed } from "../input.ts";
import { newDue } from "../inside/clock.ts";
import { dayTyped, takeStep } from "../inside/step.ts";
import { asShown, heldNeed } from "../inside/subject.ts";
import { confirms, type Moved } from "../need.ts";
import { mayRaise } from "../policy.ts";

export const judgeNeed = command({
  name: "needs.judge",
  tells: "need.judged",
  input: JudgeNeed,
  subject: heldNeed,
  may: mayRaise,
  run: async (work, { version, verdict, words, ...input }, need): Promise<Moved> => {
    asShown(need, version);
    if (need.status !== "DONE" || need.doneOn === null) throw rule("need.notDone");
    if (need.doneBy === work.viewer.accountId) throw refused("need.ownWork");
    const onDay = dayTyped(input.onDay, "onDay", work.today, need.doneOn);
    const dueOn = confirms(verdict) ? undefined : await newDue(work, need.limitDays, onDay);
    await takeStep(work, need, { kind: "VERDICT", onDay, words, verdict, dueOn });
    return { id: need.id, householdId: need.householdId };
  },
  fact: (_result, { verdict }, need) => ({
    subject: `need:${need.id}`,
    division: need.divisionId,
    household: need.householdId,
    verdict,
  }),
});
