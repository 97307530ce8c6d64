"use server";

/** The deeds on pairings as forms post them. */

import { carryOutPlan, takeBackPlan } from "#lib/domains/pairings/commands/carry-out.ts";
import { endPairing, replacePairing, withdrawPairing } from "#lib/domains/pairings/commands/end.ts";
import { pairMany } from "#lib/domains/pairings/commands/pair.ts";
import { changeLine, dropPlan, makePlan, replan } from "#lib/domains/pairings/commands/plan.ts";
import {
  endUnit,
  replaceUnit,
  takeVillage,
  withdrawUnit,
} from "#lib/domains/pairings/commands/unit-village.ts";
import { action } from "#lib/platform/action.ts";

const ofHousehold = (result: { householdId: string }) => `/households/${result.householdId}?tab=pairings`;

export const savePairings = action(pairMany, {
  changes: () => ["/pairings", "/households"],
  goTo: (result) => `/pairings?done=${result.ids[0]}&n=${result.ids.length}`,
});
export const saveEnd = action(endPairing, { changes: () => ["/pairings"], goTo: ofHousehold });
export const saveReplacement = action(replacePairing, { changes: () => ["/pairings"], goTo: ofHousehold });
export const takeBack = action(withdrawPairing, {
  changes: () => ["/pairings"],
  goTo: () => "/pairings?undone=1",
});

const ofPlan = ({ id }: { id: string }) => `/pairings/plan/${id}`;
export const savePlan = action(makePlan, { changes: () => ["/pairings/plan"], goTo: ofPlan });
export const saveLine = action(changeLine, { changes: (result) => [ofPlan(result)], goTo: ofPlan });
export const planAnew = action(replan, {
  changes: (result) => [ofPlan(result)],
  goTo: (result) => `${ofPlan(result)}?anew=1`,
});
export const throwAway = action(dropPlan, {
  changes: () => ["/pairings/plan"],
  goTo: () => "/pairings/plan",
});
export const carryOut = action(carryOutPlan, { changes: () => ["/pairings", "/households"], goTo: ofPlan });
export const takePlanBack = action(takeBackPlan, {
  changes: () => ["/pairings", "/households"],
  goTo: ofPlan,
});

const ofVillage = ({ divisionId }: { divisionId: number }) => `/divisions/${divisionId}`;
const OF_UNITS = ["/pairings/villages", "/divisions", "/orgs"];
export const saveTaking = action(takeVillage, { changes: () => OF_UNITS, goTo: ofVillage });
export const saveUnitEnd = action(endUnit, { changes: () => OF_UNITS, goTo: ofVillage });
export const saveUnitReplacement = action(replaceUnit, { changes: () => OF_UNITS, goTo: ofVillage });
export const takeUnitBack = action(withdrawUnit, { changes: () => OF_UNITS, goTo: ofVillage });
