/** procedures.withdraw: who applied takes it back, until the deciding level has approved. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { Withdraw } from "../input.ts";
import { factOf, heldCase, mayDo } from "../inside/case.ts";
import { changeCase, takeDown, tellDeed } from "../inside/deed.ts";
import { isOpen, isReview } from "../procedure.ts";

export const withdrawCase = command({
  name: "procedures.withdraw",
  tells: "procedure.withdrawn",
  input: Withdraw,
  subject: heldCase,
  may: (viewer, one) => mayDo(viewer, one, "APPLICATION"),
  run: async (work, { version, why }, one) => {
    if (one.version !== version) throw conflict();
    if (!isOpen(one.status)) throw rule("procedure.over");
    if (!one.steps.slice(one.at).some(({ step }) => isReview(step))) throw rule("procedure.decided");
    await tellDeed(work, one, { outcome: "WITHDRAWN", onDay: work.today, opinion: why });
    await takeDown(work, one);
    await changeCase(work, one, {
      ...{ status: "WITHDRAWN", closedOn: dayToColumn(work.today), closedWhy: why, since: new Date() },
    });
    return { id: one.id };
  },
  fact: (_result, _input, one) => factOf(one),
});
