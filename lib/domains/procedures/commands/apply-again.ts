/** procedures.applyAgain and procedures.applyAgainForUnit: a case that was sent back to its beginning is corrected and handed in anew. */
import { command } from "#lib/platform/command.ts";
import { notFound, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { ApplyAgain, ApplyAgainForUnit } from "../input.ts";
import { applicationOf, unitApplicationOf } from "../inside/application.ts";
import { type Case, factOf, heldCase, mayDo, ready } from "../inside/case.ts";
import { stepOn, tellDeed } from "../inside/deed.ts";
import { type Application, isUnitKind } from "../procedure.ts";
import { unitOf } from "./start.ts";

async function handIn(work: Work, one: Case, application: Application) {
  await tellDeed(work, one, { outcome: "DONE", onDay: work.today, opinion: application.reason });
  // Whoever corrects it answers for it from now on, and approves it nowhere.
  await stepOn(work, one, { application, draftedBy: work.viewer.accountId });
  return { id: one.id };
}

export const applyAgain = command({
  name: "procedures.applyAgain",
  tells: "procedure.appliedAgain",
  input: ApplyAgain,
  subject: heldCase,
  may: (viewer, one) => mayDo(viewer, one, "APPLICATION"),
  run: async (work, { id: _, version, ...typed }, one) => {
    ready(one, version, "APPLICATION");
    if (isUnitKind(one.kind)) throw rule("procedure.notNow");
    const asked = { today: work.today, status: one.nowStatus ?? "" };
    return handIn(work, one, applicationOf(one.kind, typed, asked));
  },
  fact: (_result, _input, one) => factOf(one),
});

export const applyAgainForUnit = command({
  name: "procedures.applyAgainForUnit",
  tells: "procedure.appliedAgain",
  input: ApplyAgainForUnit,
  subject: heldCase,
  may: (viewer, one) => mayDo(viewer, one, "APPLICATION"),
  run: async (work, { id: _, version, ...typed }, one) => {
    ready(one, version, "APPLICATION");
    if (!isUnitKind(one.kind)) throw rule("procedure.notNow");
    const unit = await unitOf(work, one.divisionId);
    if (!unit) throw notFound();
    return handIn(work, one, unitApplicationOf(one.kind, typed, { today: work.today, poor: unit.poor }));
  },
  fact: (_result, _input, one) => factOf(one),
});
