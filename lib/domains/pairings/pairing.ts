/**
 * Who helps which family, from when to when (结对帮扶、党员联户). Days are [from, to): a helper who leaves on the 15th does not help on the 15th.
 * Invariants: one first helper at a time per household; a helper is no member of the household and not himself a registered poor person.
 */

export const PAIRING_KIND_CODES = [
  "FIRST_HELPER",
  "SECOND_HELPER",
  "PARTY_MEMBER_LINK",
  "LEADER_CONTACT",
  "KINSHIP",
] as const;
export type PairingKind = (typeof PAIRING_KIND_CODES)[number];

/** Reasons a person gives; a mistake is taken back by withdrawing, the end of a household by its own procedure. */
export const END_REASONS = [
  "TRANSFERRED",
  "RETIRED",
  "ROTATED",
  "HOUSEHOLD_ENDED",
  "NOT_PERFORMING",
] as const;

export const PAIRING_STATES = ["current", "planned", "ended"] as const;
export type PairingState = (typeof PAIRING_STATES)[number];

/** Of a household without a helper: nobody ever was, somebody left and the days to name the next are over, or are still running. */
export const UNCOVERED_STATES = ["late", "within", "never"] as const;
export type UncoveredState = (typeof UNCOVERED_STATES)[number];

/** Why a helper is gone in substance (sec.helpers_gone): died, left the Party's roster or was expelled, left the village's team, has no account any more, is registered poor himself. */
export const LAPSED_WHYS = ["DIED", "LEFT", "EXPELLED", "TEAM", "ACCOUNT", "POOR"] as const;
export type LapsedWhy = (typeof LAPSED_WHYS)[number];

/** What holds on a day, will hold, or held. */
export function stateOn(pairing: { fromOn: string; toOn: string | null }, day: string): PairingState {
  if (pairing.toOn !== null && pairing.toOn <= day) return "ended";
  return pairing.fromOn > day ? "planned" : "current";
}

/** How many households are more than one helper should have, by rank (setting “pairing-load”): warns and never stops. */
export const overload = (rank: string | null, households: number, limits: Record<string, number>): number => {
  const limit = rank ? limits[rank] : undefined;
  return limit === undefined ? 0 : Math.max(0, households - limit);
};

/** At most so many households in one go. */
export const MANY = 50;
export const PAGE_SIZE = 50;
