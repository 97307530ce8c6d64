"use server";

/** The deeds on duties, pledges and reports to a community as forms post them. */
import { checkIn, checkOut } from "#lib/domains/member-duties/commands/check-ins.ts";
import {
  endHolding,
  propose,
  reviewHolding,
  takeStep,
} from "#lib/domains/member-duties/commands/holdings.ts";
import { deliver, judge, pledge, withdrawPledge } from "#lib/domains/member-duties/commands/pledges.ts";
import { closePost, openPost } from "#lib/domains/member-duties/commands/posts.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/duties"];
const post = (saved: string) => ({
  changes,
  goTo: ({ id }: { id: string }) => `/duties/posts/${id}?saved=${saved}`,
});
const member = (saved: string) => ({
  changes,
  goTo: ({ id }: { id: string }) => `/duties/members/${id}?saved=${saved}`,
});

export const savePost = action(openPost, post("opened"));
export const savePostEnd = action(closePost, { changes, goTo: () => "/duties?view=posts" });
export const saveProposal = action(propose, post("proposed"));
export const saveStep = action(takeStep, post("stepped"));
export const saveHoldingEnd = action(endHolding, post("ended"));
export const saveReview = action(reviewHolding, post("reviewed"));
export const savePledge = action(pledge, member("pledged"));
export const saveDelivery = action(deliver, member("delivered"));
export const saveVerdict = action(judge, member("judged"));
export const savePledgeBack = action(withdrawPledge, member("withdrawn"));
export const saveCheckIn = action(checkIn, { changes, goTo: ({ id }) => `/duties?view=checkIns&u=${id}` });
export const saveCheckOut = action(checkOut, { changes, goTo: ({ id }) => `/duties?view=checkIns&u=${id}` });
