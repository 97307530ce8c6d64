"use server";

/** The deeds on pairings as forms post them. */

import { endPairing, replacePairing, withdrawPairing } from "#lib/domains/pairings/commands/end.ts";
import { pairMany } from "#lib/domains/pairings/commands/pair.ts";
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
