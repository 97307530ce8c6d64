/** procedures.closeList: a publicity ends without objection, not before its days are over. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { CloseList } from "../input.ts";
import { factOf, heldCase, mayDo, nextStep, ready } from "../inside/case.ts";
import { hangingLine, stepOn, tellDeed } from "../inside/deed.ts";
import { isPublicity } from "../procedure.ts";

export const closeList = command({
  name: "procedures.closeList",
  tells: "procedure.listClosed",
  input: CloseList,
  subject: heldCase,
  may: (viewer, one) => {
    const next = nextStep(one);
    return mayDo(viewer, one, next && isPublicity(next.step) ? next.step : "PUBLICITY_1");
  },
  run: async (work, { version, opinion }, one) => {
    ready(one, version, "PUBLICITY_1", "PUBLICITY_2");
    const line = await hangingLine(work, one);
    if (!line) throw rule("procedure.notPosted");
    if (work.today < line.dueOn) throw rule("procedure.tooShort", { days: line.days, day: line.dueOn });
    await work.tx.publicityLine.update({
      where: { id: line.id },
      data: { closedOn: dayToColumn(work.today) },
    });
    await tellDeed(work, one, {
      outcome: "CLOSED",
      onDay: work.today,
      opinion,
      facts: { from: line.fromOn },
    });
    await stepOn(work, one);
    return { id: one.id };
  },
  fact: (_result, _input, one) => factOf(one),
});
