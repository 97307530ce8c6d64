"use server";

/** Years, windows and requests as forms post them. */
import { decideRequest } from "#lib/domains/lives/commands/decide-request.ts";
import { withdrawRequest } from "#lib/domains/lives/commands/withdraw-request.ts";
import { cancelOpening } from "#lib/domains/registry-years/commands/cancel-opening.ts";
import { openYear } from "#lib/domains/registry-years/commands/open-year.ts";
import { setCampaign } from "#lib/domains/registry-years/commands/set-campaign.ts";
import { action } from "#lib/platform/action.ts";

const years = { changes: () => ["/registry/years"], goTo: () => "/registry/years#next" };
const request = {
  changes: () => ["/registry/requests"],
  goTo: ({ id }: { id: string }) => `/registry/requests/${id}`,
};

export const saveCampaign = action(setCampaign, { changes: () => ["/registry/years"] });
export const startYear = action(openYear, years);
export const stopYear = action(cancelOpening, years);
export const saveDecision = action(decideRequest, request);
export const takeBackRequest = action(withdrawRequest, request);
