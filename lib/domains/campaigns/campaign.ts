/**
 * A campaign of visits (大走访): every household that it covers is to be visited at home once within its days (domain.md §3.2).
 * Invariants: nothing is typed about progress, it is counted from the visits; who called it off says why, and what was done stays.
 */
export const COVERS = ["ALL", "POOR"] as const;
export type Covers = (typeof COVERS)[number];
/** Which households each covers. */
export const STATUSES: Record<Covers, readonly string[]> = {
  ALL: ["POOR", "PRE_EXIT", "RETURNED", "EXITED"],
  POOR: ["POOR", "PRE_EXIT", "RETURNED"],
};
export type CampaignState = "COMING" | "RUNNING" | "OVER" | "ENDED";

export function stateOf(
  { fromOn, lastOn, endedOn }: { fromOn: string; lastOn: string; endedOn: string | null },
  today: string,
): CampaignState {
  if (endedOn !== null) return "ENDED";
  if (today < fromOn) return "COMING";
  return today <= lastOn ? "RUNNING" : "OVER";
}
