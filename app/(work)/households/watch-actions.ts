"use server";

/** A reason of the watch list is closed by a visit's finding, as its form posts it. */

import { closeWatch } from "#lib/domains/watch/commands/close.ts";
import { action } from "#lib/platform/action.ts";

export const closeReason = action(closeWatch, {
  changes: ({ householdId }) => ["/households/watch", `/households/${householdId}`],
  goTo: ({ householdId }) => `/households/${householdId}?saved=watch`,
});
