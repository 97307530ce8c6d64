/** Where a doubt is mended: the form that holds the value, not the file as a whole. */
import type { FindingRow } from "#lib/domains/quality/finding.ts";
import type { RuleCode } from "#lib/domains/quality/rules.ts";

type Form = "basics" | "living" | "production" | "income" | "head" | "pairing";

const OF_HOUSEHOLD: Partial<Record<RuleCode, Form>> = {
  noHead: "head",
  noCause: "basics",
  causeTwice: "basics",
  illnessNobodyIll: "basics",
  disabilityNobody: "basics",
  schoolingNoStudent: "basics",
  allowanceNobody: "basics",
  generalOnAllowance: "basics",
  destituteWithLabor: "basics",
  allowanceAndSupport: "income",
  businessWithoutCost: "income",
  incomeOdd: "income",
  wageNobodyWorks: "income",
  workWithoutWage: "income",
  exitedBelowLine: "income",
  muchLand: "production",
  farFromRoad: "living",
  exitedUnsafeHouse: "living",
  exitedNoSafeWater: "living",
  noHelper: "pairing",
  helperIsPoor: "pairing",
};
/** Sex, birth and relation are no yearly facts of a member. */
const OF_WHO_THEY_ARE: readonly RuleCode[] = ["relationSex", "bornOdd"];

export function mendedAt({ rule, householdId, personId }: FindingRow): string {
  const file = `/households/${householdId}`;
  if (personId !== null && !OF_WHO_THEY_ARE.includes(rule)) return `${file}/members/edit?person=${personId}`;
  switch (OF_HOUSEHOLD[rule]) {
    case "head":
      return `${file}/members/head`;
    case "income":
      return `${file}/income`;
    case "pairing":
      return `/pairings/new?household=${householdId}`;
    case "basics":
    case "living":
    case "production":
      return `${file}/edit?section=${OF_HOUSEHOLD[rule]}`;
    default:
      return `${file}?tab=members`;
  }
}
