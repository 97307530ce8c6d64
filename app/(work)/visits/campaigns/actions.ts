"use server";

/** Campaigns of visits as forms post them. */
import { callCampaign, endCampaign } from "#lib/domains/campaigns/commands/call.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/visits/campaigns"];

export const saveCampaign = action(callCampaign, {
  changes,
  goTo: ({ id }) => `/visits/campaigns/${id}?saved=called`,
});
export const saveCampaignEnd = action(endCampaign, {
  changes,
  goTo: ({ id }) => `/visits/campaigns/${id}?saved=ended`,
});
