/**
 * Who leads a Party organization (article; domain.md §1.1 row 3). In an economic or social organization of farmers and herders
 * the Party organization of its village leads. Where it spans villages or townships, the Party organization that approved its
 * founding leads, or the county's organization department names the department in charge, in a numbered document.
 */
import type { Setting } from "./party-org.ts";

export const COVERAGES = ["ONE_VILLAGE", "CROSS_VILLAGE", "CROSS_TOWNSHIP"] as const;
export type Coverage = (typeof COVERAGES)[number];
export const BASES = ["LINE", "VILLAGE_LED", "APPROVER_LED", "COUNTY_DESIGNATED"] as const;
export type Basis = (typeof BASES)[number];

/** The places from a division upward, itself first, as far as the rule must know them. */
export type Seat = { id: number; level: string }[];
export type Leader = { id: number; setting: string; divisionId: number; divisionLevel: string };

export type Affiliation = {
  setting: Setting;
  coverage: Coverage | null;
  basis: Basis;
  seat: Seat;
  leader: Leader;
  documentNo?: string;
  supervisingDept?: string;
};

/** A refusal belongs to the field that mends it; its key is a sentence of the room "problems". */
export type Refusal = {
  field: "coverage" | "basis" | "leaderId" | "documentNo" | "supervisingDept";
  key: string;
};

const HIGHER: readonly string[] = ["TOWNSHIP", "COUNTY", "PREFECTURE"];

export function refusalsOf(asked: Affiliation): Refusal[] {
  if (asked.setting !== "ENTITY") return ofTheLine(asked);
  if (asked.coverage === null) return [{ field: "coverage", key: "affiliation.coverageNeeded" }];
  return asked.coverage === "ONE_VILLAGE" ? ofOneVillage(asked) : ofSeveral(asked);
}

function ofTheLine({ coverage, basis, leader }: Affiliation): Refusal[] {
  const refusals: Refusal[] = [];
  if (coverage !== null) refusals.push({ field: "coverage", key: "affiliation.coverageOnlyEntity" });
  if (basis !== "LINE") refusals.push({ field: "basis", key: "affiliation.lineOnly" });
  if (leader.setting === "ENTITY") refusals.push({ field: "leaderId", key: "affiliation.lineLeader" });
  return refusals;
}

function ofOneVillage({ basis, seat, leader }: Affiliation): Refusal[] {
  const village = villageOf(seat);
  if (village === null) return [{ field: "coverage", key: "affiliation.seatNotVillage" }];
  const refusals: Refusal[] = [];
  if (basis !== "VILLAGE_LED") refusals.push({ field: "basis", key: "affiliation.oneVillageBasis" });
  if (leader.setting !== "TERRITORIAL" || leader.divisionId !== village)
    refusals.push({ field: "leaderId", key: "affiliation.oneVillageLeader" });
  return refusals;
}

function ofSeveral({ basis, leader, documentNo, supervisingDept }: Affiliation): Refusal[] {
  if (basis !== "APPROVER_LED" && basis !== "COUNTY_DESIGNATED")
    return [{ field: "basis", key: "affiliation.crossBasis" }];
  // Founding at or below the village is approved by the township's committee or above, so no village branch approves.
  if (basis === "APPROVER_LED")
    return HIGHER.includes(leader.divisionLevel) && leader.setting !== "ENTITY"
      ? []
      : [{ field: "leaderId", key: "affiliation.approverLevel" }];
  const refusals: Refusal[] = [];
  if (!supervisingDept) refusals.push({ field: "supervisingDept", key: "affiliation.departmentNeeded" });
  if (!documentNo) refusals.push({ field: "documentNo", key: "affiliation.documentNeeded" });
  return refusals;
}

/** The village of a seat: the place itself, or the village above a group. */
export const villageOf = (seat: Seat): number | null =>
  seat.find((place) => place.level === "VILLAGE")?.id ?? null;

/** What the form proposes, with its reason (a message of the room "party-orgs"): basis, and the place whose organization leads. */
export function proposalFor(asked: { setting: Setting; coverage: Coverage | null; seat: Seat }): {
  basis: Basis;
  placeId: number | null;
  reason: "line" | "village" | "township" | "county";
} {
  const { setting, coverage, seat } = asked;
  const at = (level: string) => seat.find((place) => place.level === level)?.id ?? null;
  if (setting !== "ENTITY" || coverage === null) {
    // The organization of the place itself leads an agency's branch; that of the place above leads the place's own.
    const place = setting === "AGENCY" ? seat[0] : (seat[1] ?? seat[0]);
    return { basis: "LINE", placeId: place?.id ?? null, reason: "line" };
  }
  if (coverage === "ONE_VILLAGE")
    return { basis: "VILLAGE_LED", placeId: villageOf(seat), reason: "village" };
  if (coverage === "CROSS_VILLAGE")
    return { basis: "APPROVER_LED", placeId: at("TOWNSHIP"), reason: "township" };
  return { basis: "APPROVER_LED", placeId: at("COUNTY"), reason: "county" };
}
