/** procedures.object and procedures.settle: an objection stops the clock of a publicity, until somebody has looked into it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { RaiseObjection, SettleObjection } from "../input.ts";
import { type Case, factOf, heldCase, ready } from "../inside/case.ts";
import { dueOf } from "../inside/clock.ts";
import { dayOfDeed } from "../inside/days.ts";
import { changeCase, hangingLine, takeDown, tellDeed } from "../inside/deed.ts";
import { takeBackProposal } from "../inside/effect.ts";
import { PROCEDURE_VERBS, settlesBy } from "../procedure.ts";

/** Whoever works on procedures there takes an objection down, at any level. */
export const mayRecord = (viewer: Viewer, one: Pick<Case, "divisionId">) =>
  PROCEDURE_VERBS.some((verb) => may(viewer, verb, one.divisionId));
export const maySettle = (viewer: Viewer, one: Pick<Case, "divisionId" | "kind">) =>
  may(viewer, settlesBy(one.kind), one.divisionId);

export const raiseObjection = command({
  name: "procedures.object",
  tells: "procedure.objected",
  input: RaiseObjection,
  subject: heldCase,
  may: mayRecord,
  run: async (work, { version, onDay: typed, from, what }, one) => {
    ready(one, version, "PUBLICITY_1", "PUBLICITY_2");
    const line = await hangingLine(work, one);
    if (!line) throw rule("procedure.notPosted");
    const since = [line.fromOn, ...line.pauses.map(({ to }) => to)].sort().at(-1);
    const onDay = dayOfDeed(typed, "onDay", { today: work.today, since });
    await work.tx.publicityLine.update({ where: { id: line.id }, data: { pausedOn: dayToColumn(onDay) } });
    await tellDeed(work, one, { outcome: "OBJECTED", onDay, opinion: what, facts: from ? { from } : {} });
    await changeCase(work, one, { status: "OBJECTION", since: new Date() });
    return { id: one.id };
  },
  fact: (_result, _input, one) => factOf(one),
});

export const settleObjection = command({
  name: "procedures.settle",
  tells: "procedure.objectionSettled",
  input: SettleObjection,
  subject: heldCase,
  may: maySettle,
  run: async (work, { version, onDay: typed, finding, decision }, one) => {
    if (one.version !== version) throw conflict();
    if (one.status !== "OBJECTION") throw rule("procedure.noObjection");
    const line = await hangingLine(work, one);
    if (!line?.pausedOn) throw rule("procedure.noObjection");
    const onDay = dayOfDeed(typed, "onDay", { today: work.today, since: line.pausedOn });
    if (decision === "REJECT") {
      await tellDeed(work, one, { outcome: "REJECTED", onDay, opinion: finding, facts: { objection: true } });
      await takeDown(work, one);
      await takeBackProposal(work, one);
      await changeCase(work, one, {
        ...{ status: "REJECTED", closedOn: dayToColumn(work.today), closedWhy: finding, since: new Date() },
      });
      return { id: one.id };
    }
    const pauses = [...line.pauses, { from: line.pausedOn, to: onDay }];
    const dueOn = await dueOf(work, { ...line, pauses });
    await work.tx.publicityLine.update({
      where: { id: line.id },
      data: { pauses, pausedOn: null, dueOn: dayToColumn(dueOn) },
    });
    await tellDeed(work, one, { outcome: "CONTINUED", onDay, opinion: finding, facts: { until: dueOn } });
    await changeCase(work, one, { status: "RUNNING", since: new Date() });
    return { id: one.id };
  },
  fact: (_result, { decision }, one) => ({ ...factOf(one), decision }),
});
