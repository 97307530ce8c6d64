"use server";

/** The deeds on visits as forms post them. */

import { addWords } from "#lib/domains/visits/commands/add-words.ts";
import { explainHint } from "#lib/domains/visits/commands/explain-hint.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { removePhoto } from "#lib/domains/visits/commands/remove-photo.ts";
import { withdrawVisit } from "#lib/domains/visits/commands/withdraw-visit.ts";
import { action } from "#lib/platform/action.ts";

const changes = (result: { householdId: string }) => [
  "/today",
  "/visits",
  `/households/${result.householdId}`,
];

export const saveVisit = action(recordVisit, {
  changes,
  goTo: (result) => (result.next === "photos" ? `/visits/${result.id}#photos` : `/today?saved=${result.id}`),
});
export const takeVisitBack = action(withdrawVisit, {
  changes,
  goTo: (result) => `/today?saved=${result.id}`,
});
export const deletePhoto = action(removePhoto, { goTo: (result) => `/visits/${result.id}#photos` });
export const addToVisit = action(addWords, {
  changes: ({ visitId }) => [`/visits/${visitId}`],
  goTo: ({ visitId, id }) => `/visits/${visitId}?added=${id}#additions`,
});
export const explainVisit = action(explainHint, {
  changes: ({ visitId }) => ["/today", "/visits", `/visits/${visitId}`],
});
