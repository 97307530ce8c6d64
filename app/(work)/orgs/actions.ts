"use server";

/** The deeds on Party organizations as forms post them. */

import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { approveOrgChange } from "#lib/domains/party-orgs/commands/approve.ts";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { describeOrg } from "#lib/domains/party-orgs/commands/describe.ts";
import { mergeOrgs } from "#lib/domains/party-orgs/commands/merge.ts";
import { moveOrg } from "#lib/domains/party-orgs/commands/move.ts";
import { openOrg } from "#lib/domains/party-orgs/commands/open.ts";
import { proposeOrgChange } from "#lib/domains/party-orgs/commands/propose.ts";
import { rehearseOrgChange } from "#lib/domains/party-orgs/commands/rehearse.ts";
import { rehearseOpening } from "#lib/domains/party-orgs/commands/rehearse-opening.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { returnOrgChange } from "#lib/domains/party-orgs/commands/return.ts";
import { splitOrg } from "#lib/domains/party-orgs/commands/split.ts";
import { undoOrgChange } from "#lib/domains/party-orgs/commands/undo.ts";
import { withdrawOrgChange } from "#lib/domains/party-orgs/commands/withdraw.ts";
import { withdrawOrgProposal } from "#lib/domains/party-orgs/commands/withdraw-proposal.ts";
import { action } from "#lib/platform/action.ts";

const saved = {
  changes: () => ["/orgs"],
  // The page offers to put the approval to the change.
  goTo: ({ nodeId, done, eventId }: Registered) =>
    `/orgs/${nodeId}?saved=${done ? "now" : "later"}&change=${eventId}`,
};

export const rehearse = action(rehearseOrgChange, {
  goTo: ({ id, query }) => `/orgs/${id}/change?${new URLSearchParams({ ...query, review: "1" })}`,
});
export const rehearseFounding = action(rehearseOpening, {
  goTo: ({ query }) => `/orgs/new?${new URLSearchParams({ ...query, review: "1" })}`,
});
export const saveFounding = action(openOrg, saved);
export const saveName = action(renameOrg, saved);
export const saveLeader = action(moveOrg, saved);
export const saveSplit = action(splitOrg, saved);
export const saveMerger = action(mergeOrgs, saved);
export const saveClosing = action(closeOrg, saved);
export const undo = action(undoOrgChange, {
  changes: () => ["/orgs"],
  goTo: ({ nodeId }) => `/orgs/${nodeId}?saved=undone`,
});
export const saveDescription = action(describeOrg, {
  changes: () => ["/orgs"],
  goTo: ({ id }) => `/orgs/${id}?saved=described`,
});
export const propose = action(proposeOrgChange, {
  changes: () => ["/orgs/proposals"],
  goTo: ({ proposal }) => `/orgs/proposals/${proposal}?saved=proposed`,
});
export const approve = action(approveOrgChange, { ...saved, changes: () => ["/orgs", "/orgs/proposals"] });
const decided = {
  changes: () => ["/orgs/proposals"],
  goTo: ({ proposal }: { proposal: string }) => `/orgs/proposals/${proposal}`,
};
export const sendBack = action(returnOrgChange, decided);
export const withdrawProposal = action(withdrawOrgProposal, decided);
export const withdraw = action(withdrawOrgChange, {
  changes: () => ["/orgs"],
  goTo: ({ nodeId }) => `/orgs/${nodeId}`,
});
