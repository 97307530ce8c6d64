"use server";

/** The deeds on divisions as forms post them: first the rehearsal, then the change itself. */

import { approveDivisionChange } from "#lib/domains/divisions/commands/approve.ts";
import { closeDivision } from "#lib/domains/divisions/commands/close.ts";
import { mergeDivisions } from "#lib/domains/divisions/commands/merge.ts";
import { moveDivision } from "#lib/domains/divisions/commands/move.ts";
import { openDivision } from "#lib/domains/divisions/commands/open.ts";
import { proposeDivisionChange } from "#lib/domains/divisions/commands/propose.ts";
import { rehearseDivisionChange } from "#lib/domains/divisions/commands/rehearse.ts";
import { renameDivision } from "#lib/domains/divisions/commands/rename.ts";
import { returnDivisionChange } from "#lib/domains/divisions/commands/return.ts";
import { splitDivision } from "#lib/domains/divisions/commands/split.ts";
import { undoDivisionChange } from "#lib/domains/divisions/commands/undo.ts";
import { withdrawDivisionChange } from "#lib/domains/divisions/commands/withdraw.ts";
import { withdrawDivisionProposal } from "#lib/domains/divisions/commands/withdraw-proposal.ts";
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
export const saveSplit = action(splitDivision, saved);
export const saveMerger = action(mergeDivisions, saved);
export const undo = action(undoDivisionChange, {
  changes: () => ["/divisions"],
  goTo: ({ nodeId }) => `/divisions/${nodeId}?saved=undone`,
});
export const propose = action(proposeDivisionChange, {
  changes: () => ["/divisions/proposals"],
  goTo: ({ proposal }) => `/divisions/proposals/${proposal}?saved=proposed`,
});
export const approve = action(approveDivisionChange, {
  ...saved,
  changes: () => ["/divisions", "/divisions/proposals"],
});
const decided = {
  changes: () => ["/divisions/proposals"],
  goTo: ({ proposal }: { proposal: string }) => `/divisions/proposals/${proposal}`,
};
export const sendBack = action(returnDivisionChange, decided);
export const withdrawProposal = action(withdrawDivisionProposal, decided);
export const withdraw = action(withdrawDivisionChange, {
  changes: () => ["/divisions"],
  goTo: ({ nodeId }) => `/divisions/${nodeId}?saved=withdrawn`,
});
