// Procedures on the ground: the exit of the household that waits for its check, a list on which it hangs, and a stretch of monitoring.
import { USUAL_PLANS } from "#lib/domains/procedures/plan.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import type { Target } from "./ground.ts";

/** The exit of the household, begun and waiting for its check; and a list on which it hangs. */
export type ProcedureTarget = { procedure: string; notice: string };
export const procedureIds = (id: (name: string) => string): ProcedureTarget => ({
  procedure: id("procedure"),
  notice: id("notice"),
});

export async function plantProcedure(
  look: TestDatabase["look"],
  target: Target,
  mark: string,
): Promise<void> {
  const { procedure, notice, household, node } = target;
  await look(
    `insert into procedure_case (id, kind, division_id, household_id, plan_version, steps, at, application, from_status, drafted_by, opened_on)
     values ($1, 'EXIT', $2, $3, 0, $4, 1, $5, 'POOR', 0, '2026-01-05')`,
    [
      procedure,
      node,
      household,
      JSON.stringify(USUAL_PLANS.EXIT),
      JSON.stringify({ reason: `因${mark}`, appliedOn: "2026-01-05" }),
    ],
  );
  await look(
    `insert into procedure_deed (case_id, division_id, household_id, at, step, outcome, on_day, opinion, account_id, account_name, unit_name)
     values ($1, $2, $3, 0, 'APPLICATION', 'DONE', '2026-01-05', $4, 0, '', '')`,
    [procedure, node, household, `因${mark}`],
  );
  await look(
    `insert into publicity_notice (id, code, division_id, kind, step, from_on, days, calendar, office, phone, account_id)
     values ($1, $2, $3, 'EXIT', 'PUBLICITY_1', '2026-01-05', 7, 'CALENDAR', '', '12317', 0)`,
    [notice, notice.replaceAll("-", "").slice(0, 16), node],
  );
  await look(
    `insert into publicity_line (notice_id, case_id, division_id, household_id, at, shown_name, group_name, item, due_on, paused_on)
     values ($1, $2, $3, $4, 3, '户主**', $5, 'EXIT', '2099-01-01', null)`,
    [notice, procedure, node, household, `组${mark}`],
  );
  await look(
    "insert into household_monitoring (household_id, division_id, type, risks, from_on, opened_case) values ($1, $2, 'SUDDEN', array['ILLNESS'], '2026-01-05', $3)",
    [household, node, procedure],
  );
}
