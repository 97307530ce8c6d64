/**
 * The yearly rhythm of the registry (年度动态调整): files are added and removed within a window; after the freeze a year is only
 * corrected, by request. A place without a campaign of its own follows the nearest above; where there is none at all, nothing is held back.
 */
export type Campaign = { opensOn: string; closesOn: string; frozenOn: string | null };
export type Gate = {
  year: number;
  campaign: Campaign | null;
  /** Files may be added and removed today. */
  open: boolean;
  /** The year's files are only corrected by request. */
  frozen: boolean;
};

export const gateOf = (year: number, campaign: Campaign | null, today: string): Gate => ({
  year,
  campaign,
  open: campaign === null || (campaign.opensOn <= today && today <= campaign.closesOn),
  frozen: campaign !== null && campaign.frozenOn !== null && campaign.frozenOn <= today,
});

/** What is proposed in the form, for the office to settle. */
export const proposedFor = (year: number): Campaign => ({
  opensOn: `${year}-09-01`,
  closesOn: `${year}-12-31`,
  frozenOn: `${year + 1}-01-15`,
});

/** From this day on the next year can be opened: before, the autumn's adjustment has not begun. */
export const earliestOpening = (openYear: number): string => `${openYear}-10-01`;

export type YearStatus = "OPEN" | "CLOSED" | "PREPARING";
export type OpeningStatus = "PREPARING" | "DONE" | "CANCELLED" | "FAILED";
export const OPENING_JOB = "registry.openYear";
