"use server";

/** The deeds on divisions as forms post them: first the rehearsal, then the change itself. */

import { closeDivision } from "#lib/domains/divisions/commands/close.ts";
import { moveDivision } from "#lib/domains/divisions/commands/move.ts";
import { openDivision } from "#lib/domains/divisions/commands/open.ts";
import { rehearseDivisionChange } from "#lib/domains/divisions/commands/rehearse.ts";
import { renameDivision } from "#lib/domains/divisions/commands/rename.ts";
import { withdrawDivisionChange } from "#lib/domains/divisions/commands/withdraw.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { action } from "#lib/platform/action.ts";

const saved = {
  changes: () => ["/divisions"],
  // The page offers to put the approval to the change.
  goTo: ({ nodeId, done, eventId }: Registered) =>
    `/divisions/${nodeId}?saved=${done ? "now" : "later"}&change=${eventId}`,
};

export const rehearse = action(rehearseDivisionChange, {
  goTo: ({ id, query }) => `/divisions/${id}/change?${new URLSearchParams({ ...query, review: "1" })}`,
});
export const saveOpening = action(openDivision, saved);
export const saveName = action(renameDivision, saved);
export const saveMove = action(moveDivision, saved);
export const saveClosing = action(closeDivision, saved);
export const withdraw = action(withdrawDivisionChange, {
  changes: () => ["/divisions"],
  goTo: ({ nodeId }) => `/divisions/${nodeId}?saved=withdrawn`,
});
