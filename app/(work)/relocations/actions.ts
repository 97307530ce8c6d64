"use server";

/** The deeds about relocation as forms post them. */

import { checkRelocation, openSite } from "#lib/domains/households/commands/relocation.ts";
import { withdrawRelocationCheck } from "#lib/domains/households/commands/withdraw-relocation-check.ts";
import { action } from "#lib/platform/action.ts";

export const saveSite = action(openSite, { changes: () => ["/relocations"], goTo: () => "/relocations" });
const inFile = {
  changes: ({ id }: { id: string }) => [`/households/${id}`],
  goTo: ({ id }: { id: string }) => `/households/${id}?tab=production`,
};
export const saveRelocationCheck = action(checkRelocation, inFile);
export const withdrawCheck = action(withdrawRelocationCheck, inFile);
