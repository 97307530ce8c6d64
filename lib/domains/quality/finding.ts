/**
 * A finding (疑点): one rule that one household, or one member of it, does not keep. Invariants: it is there as long as it holds and no
 * longer; an error cannot be confirmed; a confirmation names its person and falls with the value that it was given for.
 */
import type { Sql } from "#lib/platform/sql.ts";
import type { RuleCode, Severity } from "./rules.ts";

/** What a list shows: what has to be done, what was confirmed as true, or both. */
export const STATES = ["open", "confirmed", "all"] as const;
export type State = (typeof STATES)[number];
export const FINDINGS_PER_PAGE = 50;
/** A note says who looked and what is so: never a single word. */
export const SHORTEST_NOTE = 4;

export type FindingRow = {
  id: string;
  householdId: string;
  householdNo: string;
  headName: string;
  divisionId: number;
  place: string;
  rule: RuleCode;
  severity: Severity;
  /** The member that it is about; null = the household. */
  member: string | null;
  personId: string | null;
  detail: string;
  foundOn: string;
  confirmedNote: string | null;
  confirmedByName: string | null;
  confirmedOn: string | null;
};

/** A village's year as it was handed in, or given back. */
export type VillageYear = { divisionId: number; year: number; households: number };

/** The rules that keep this household from being handed in or decided about. */
export async function openErrors({ sql }: { sql: Sql }, householdId: string): Promise<RuleCode[]> {
  const rows = await sql<{ rule: RuleCode }>`
    select distinct rule from quality_finding where household_id = ${householdId}::uuid and gone_on is null and severity = 'ERROR' order by 1`;
  return rows.map(({ rule }) => rule);
}
