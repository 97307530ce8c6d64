/** procedures.check: two or more people went to the household and say what they found; an exit carries the family's own agreement. */
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { CheckHousehold } from "../input.ts";
import { factOf, heldCase, mayDo, ready } from "../inside/case.ts";
import { dayOfDeed } from "../inside/days.ts";
import { stepOn, tellDeed } from "../inside/deed.ts";

export const checkHousehold = command({
  name: "procedures.check",
  tells: "procedure.checked",
  input: CheckHousehold,
  subject: heldCase,
  may: (viewer, one) => mayDo(viewer, one, "HOUSEHOLD_CHECK"),
  run: async (work, input, one) => {
    ready(one, input.version, "HOUSEHOLD_CHECK");
    const who = [...new Set([input.who1, input.who2, input.who3].filter((name) => name !== undefined))];
    if (who.length < 2) throw invalid({ [input.who1 ? "who2" : "who1"]: [{ key: "procedure.twoCheckers" }] });
    if (one.kind === "EXIT" && input.agreed !== "yes")
      throw invalid({ agreed: [{ key: "procedure.householdAgrees" }] });
    const onDay = dayOfDeed(input.onDay, "onDay", { today: work.today, since: one.lastOn });
    const facts = one.kind === "EXIT" ? { who, agreed: true } : { who };
    await tellDeed(work, one, { outcome: "DONE", onDay, opinion: input.opinion, facts });
    await stepOn(work, one);
    return { id: one.id };
  },
  fact: (_result, _input, one) => factOf(one),
});
