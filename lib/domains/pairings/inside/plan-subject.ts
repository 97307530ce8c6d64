/** A plan as the subject of a deed, held until the deed is done. */
import { may } from "#lib/domains/accounts/roles.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { PlanState } from "../plan.ts";
import type { PlanAsked } from "./plan-ground.ts";
import type { Held } from "./plan-solve.ts";

export type PlanSubject = PlanAsked & {
  id: string;
  state: PlanState;
  accountId: number;
  fresh: boolean;
  version: number;
};

export async function heldPlan({ sql }: Work, id: string): Promise<PlanSubject | null> {
  const [plan] = await sql<PlanSubject>`
    select id, division_id as "divisionId", kind, whom, from_on::text as "fromOn", state, account_id as "accountId", version,
      coalesce((done_at at time zone 'Asia/Shanghai')::date = beijing_today(), false) as fresh
    from pairing_plan where id = ${id}::uuid for update`;
  return plan ?? null;
}

export const mayPlan = (viewer: Viewer, plan: PlanAsked) => may(viewer, "pairing.edit", plan.divisionId);

/** As the page showed it, and not carried out yet. */
export function mustBeOpen(plan: PlanSubject, version: number): void {
  if (plan.state !== "DRAFT") throw rule("pairing.planOver");
  if (plan.version !== version) throw conflict();
}

export const nextVersion = (work: Work, id: string) =>
  work.tx.pairingPlan.update({ where: { id }, data: { version: { increment: 1 } } });

export const linesOf = ({ sql }: Pick<Work, "sql">, id: string): Promise<Held[]> => sql<Held>`
  select household_id as household, helper_id as helper, by_hand as "byHand" from pairing_plan_line where plan_id = ${id}::uuid`;
