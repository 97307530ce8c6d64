// The visit rules that an installation begins with: how often each kind of helper goes, until the office sets its own.
import type { Batch } from "./copy.ts";

export const RULES = [
  { kind: "FIRST_HELPER", period: "MONTH", exempt: [1, 2] },
  { kind: "SECOND_HELPER", period: "QUARTER", exempt: [] },
  { kind: "PARTY_MEMBER_LINK", period: "MONTH", exempt: [] },
  { kind: "LEADER_CONTACT", period: "QUARTER", exempt: [] },
  { kind: "KINSHIP", period: "QUARTER", exempt: [] },
] as const;

export function addVisitRules(rows: Batch, fromOn: string) {
  for (const { kind, period, exempt } of RULES)
    rows.add("visit_rule", {
      helper_kind: kind,
      period,
      min_count: 1,
      remote_counts: false,
      exempt_months: exempt.map(String),
      from_on: fromOn,
    });
}
