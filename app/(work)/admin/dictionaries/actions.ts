"use server";

/** Saving a word of a dictionary. */

import { saveEntry } from "#lib/domains/dictionaries/commands/save-entry.ts";
import { action } from "#lib/platform/action.ts";

export const saveWord = action(saveEntry, {
  changes: () => ["/admin/dictionaries"],
  goTo: ({ list }) => `/admin/dictionaries?list=${list}`,
});
