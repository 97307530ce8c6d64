"use server";

/** The deeds about relocation as forms post them. */

import { checkRelocation, openSite } from "#lib/domains/households/commands/relocation.ts";
import { action } from "#lib/platform/action.ts";

export const saveSite = action(openSite, { changes: () => ["/relocations"], goTo: () => "/relocations" });
export const saveRelocationCheck = action(checkRelocation, {
  changes: ({ id }) => [`/households/${id}`],
  goTo: ({ id }) => `/households/${id}?tab=production`,
});
