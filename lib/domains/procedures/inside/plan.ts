/** The plans that an office has set, and the one that holds today. */
import type { Scope } from "#lib/platform/scope.ts";
import { type Plan, planOn } from "../plan.ts";
import type { Kind } from "../procedure.ts";

export type StoredPlan = Plan & { documentNo: string | null; byName: string | null };

export const storedPlans = ({ sql }: Pick<Scope, "sql">) => sql<StoredPlan>`
  select p.kind, p.version, p.from_on::text as "fromOn", p.steps, p.document_no as "documentNo", a.name as "byName"
  from procedure_plan p left join account a on a.id = p.account_id order by p.kind, p.from_on, p.version`;

export async function planFor(scope: Pick<Scope, "sql" | "today">, kind: Kind): Promise<Plan> {
  return planOn(kind, await storedPlans(scope), scope.today);
}
