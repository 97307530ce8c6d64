"use server";

/** The deeds on talent, wanted posts, secondments and programs as forms post them. */
import { closeDemand } from "#lib/domains/talent/commands/close-demand.ts";
import { correctTalent } from "#lib/domains/talent/commands/correct-talent.ts";
import { endTalent } from "#lib/domains/talent/commands/end-talent.ts";
import { fillPlace, releasePlace } from "#lib/domains/talent/commands/fill-place.ts";
import { correctDemand, listDemand } from "#lib/domains/talent/commands/list-demand.ts";
import { recordChecks } from "#lib/domains/talent/commands/record-checks.ts";
import { registerTalent } from "#lib/domains/talent/commands/register-talent.ts";
import { correctProgram, foundProgram } from "#lib/domains/talent/commands/run-program.ts";
import { correctSecondment, sendSecondment } from "#lib/domains/talent/commands/send-secondment.ts";
import { endSecondment, startSecondment } from "#lib/domains/talent/commands/start-secondment.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/talent", "/talent/demands", "/talent/secondments", "/talent/programs"];
const at =
  (path: string, done: string) =>
  ({ id }: { id: string }) =>
    `${path}/${id}?done=${done}`;
const talent = (done: string) => ({ changes, goTo: at("/talent", done) });
const demand = (done: string) => ({ changes, goTo: at("/talent/demands", done) });
const secondment = (done: string) => ({ changes, goTo: at("/talent/secondments", done) });

export const saveTalent = action(registerTalent, talent("registered"));
export const saveCorrectedTalent = action(correctTalent, talent("corrected"));
export const saveTalentEnd = action(endTalent, talent("ended"));
export const saveDemand = action(listDemand, demand("listed"));
export const saveCorrectedDemand = action(correctDemand, demand("corrected"));
export const saveDemandEnd = action(closeDemand, demand("closed"));
export const saveFilling = action(fillPlace, demand("filled"));
export const saveRelease = action(releasePlace, demand("released"));
export const saveSecondment = action(sendSecondment, secondment("sent"));
export const saveCorrectedSecondment = action(correctSecondment, secondment("corrected"));
export const saveStart = action(startSecondment, secondment("started"));
export const saveSecondmentEnd = action(endSecondment, secondment("ended"));
export const saveChecks = action(recordChecks, {
  changes,
  goTo: ({ asked, onPost }) => `/talent/secondments?done=checked&n=${asked}&m=${onPost}`,
});
export const saveProgram = action(foundProgram, { changes, goTo: () => "/talent/programs?done=founded" });
export const saveCorrectedProgram = action(correctProgram, {
  changes,
  goTo: () => "/talent/programs?done=corrected",
});
