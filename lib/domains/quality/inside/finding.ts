/** One finding that is still there, as its commands hold it. */
import type { Work } from "#lib/platform/scope.ts";
import type { RuleCode, Severity } from "../rules.ts";

export type Finding = {
  id: string;
  householdId: string;
  divisionId: number;
  rule: RuleCode;
  severity: Severity;
  detail: string;
  confirmedNote: string | null;
};

export async function heldFinding({ sql }: Work, id: string): Promise<Finding | null> {
  const [finding] = await sql<Finding>`
    select id, household_id as "householdId", division_id as "divisionId", rule, severity, detail, confirmed_note as "confirmedNote"
    from quality_finding where id = ${id}::uuid and gone_on is null for update`;
  return finding ?? null;
}
