/** procedures.setPlan: an office sets steps, their order and days for a kind, from a day on; running cases keep theirs. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid, rule } from "#lib/platform/problem.ts";
import { SetPlan } from "../input.ts";
import { storedPlans } from "../inside/plan.ts";
import { faultOf, stepsFor } from "../plan.ts";
import { hangs, type Kind, mayAskPaper, type PlanStep } from "../procedure.ts";

export const setPlan = command({
  name: "procedures.setPlan",
  tells: "procedure.planSet",
  input: SetPlan,
  subject: async () => "the whole prefecture",
  may: (viewer) => viewer.seesAll && mayAnywhere(viewer, "setting.edit"),
  run: async (work, { kind, fromOn: typed, documentNo, said }) => {
    const fromOn = readDay(typed, work.today);
    if (!fromOn) throw invalid({ fromOn: [dayProblem(typed, work.today)] });
    if (fromOn < work.today) throw invalid({ fromOn: [{ key: "procedure.pastPlan" }] });
    const steps = stepsOf(kind, said);
    const fault = faultOf(kind, steps);
    if (fault) throw rule(`procedure.plan.${fault}`);
    const known = (await storedPlans(work)).filter((plan) => plan.kind === kind);
    const version = Math.max(0, ...known.map((plan) => plan.version)) + 1;
    await work.tx.procedurePlan.create({
      data: {
        ...{ kind, version, steps, fromOn: dayToColumn(fromOn) },
        ...{ documentNo: documentNo ?? null, accountId: work.viewer.accountId },
      },
    });
    return { kind, version, fromOn };
  },
  fact: ({ kind, version, fromOn }) => ({
    ...{ subject: `procedurePlan:${kind}`, division: null },
    ...{ fromOn, version },
  }),
});

/** Steps in the order of their numbers; one without a number is switched off. */
function stepsOf(kind: Kind, input: Record<string, string | undefined>): PlanStep[] {
  const wrong: FieldProblems = {};
  const placed = stepsFor(kind).flatMap((step) => {
    const place = input[`${step}.place`];
    if (place === undefined) return [];
    if (!/^\d{1,2}$/.test(place)) wrong[`${step}.place`] = [{ key: "procedure.count" }];
    const days = Number(input[`${step}.days`]);
    if (hangs(step) && !(Number.isInteger(days) && days >= 1 && days <= 60))
      wrong[`${step}.days`] = [{ key: "procedure.days" }];
    const calendar = input[`${step}.calendar`] === "WORKING" ? ("WORKING" as const) : ("CALENDAR" as const);
    const paper = input[`${step}.paper`] === "yes" && mayAskPaper(step) ? ({ paper: true } as const) : {};
    return [{ at: Number(place), set: { step, ...(hangs(step) ? { days, calendar } : {}), ...paper } }];
  });
  for (const { at, set } of placed)
    if (placed.some((other) => other.set !== set && other.at === at))
      wrong[`${set.step}.place`] = [{ key: "procedure.samePlace" }];
  if (Object.keys(wrong).length > 0) throw invalid(wrong);
  return placed.sort((a, b) => a.at - b.at).map(({ set }) => set);
}
