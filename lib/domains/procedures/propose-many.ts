/** Many applications at once, as a list from the village brings them: each becomes a case at its first step, under the steps that hold today. */
import type { Scope } from "#lib/platform/scope.ts";
import { storedPlans } from "./inside/plan.ts";
import { planOn } from "./plan.ts";
import type { Application, HouseholdKind } from "./procedure.ts";

export type Proposal = { householdId: string; kind: HouseholdKind; application: Application };

/** Whoever asks has made sure that each household may go this way, and has no case of its kind running. */
export async function proposeMany(
  { sql, viewer, today }: Pick<Scope, "sql" | "viewer" | "today">,
  proposals: readonly Proposal[],
): Promise<void> {
  const kinds = [...new Set(proposals.map(({ kind }) => kind))];
  const stored = await storedPlans({ sql });
  const plans = kinds.map((kind) => planOn(kind, stored, today));
  const given = JSON.stringify(
    proposals.map(({ householdId, kind, application }) => ({ household_id: householdId, kind, application })),
  );
  const steps = JSON.stringify(
    plans.map((plan) => ({ kind: plan.kind, version: plan.version, steps: plan.steps })),
  );
  await sql`
    with begun as (
      insert into procedure_case (kind, division_id, household_id, plan_version, steps, at, application, from_status, drafted_by, opened_on)
      select g.kind, h.division_id, h.id, p.version, p.steps, 1, g.application, h.status, ${viewer.accountId}, ${today}::date
      from jsonb_to_recordset(${given}::jsonb) as g (household_id uuid, kind text, application jsonb)
      join jsonb_to_recordset(${steps}::jsonb) as p (kind text, version int, steps jsonb) on p.kind = g.kind
      join household h on h.id = g.household_id
      returning id, kind, division_id, household_id, steps, application),
    deeds as (
      insert into procedure_deed (case_id, division_id, household_id, at, step, outcome, on_day, opinion, account_id, account_name, unit_name)
      select b.id, b.division_id, b.household_id, 0, b.steps->0->>'step', 'DONE', (b.application->>'appliedOn')::date, b.application->>'reason',
        ${viewer.accountId}, ${viewer.name}, coalesce((select name from division where id = ${viewer.homeDivisionId}), '')
      from begun b)
    insert into audit_event (account_id, account_name, verb, subject, division_id, facts)
    select ${viewer.accountId}, ${viewer.name}, 'procedure.started', 'household:' || b.household_id, b.division_id, jsonb_build_object('kind', b.kind, 'procedure', b.id)
    from begun b`;
}
