/** procedures.list: the cases under a unit by kind, step and state, with counts of what waits where; or only what waits for me. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { join, raw, sql } from "#lib/platform/sql.ts";
import { ListCases } from "../input.ts";
import { STEP, waitsFor } from "../inside/waits-for.ts";
import { CASES_PER_PAGE, type Kind, type State, type StepName } from "../procedure.ts";

export type CaseRow = {
  id: string;
  kind: Kind;
  name: string;
  place: string;
  groupName: string | null;
  householdId: string | null;
  /** The next step; of one that is over, where it ended. */
  step: StepName | null;
  status: State;
  /** The day in Beijing from which the step waits. */
  since: string;
  openedOn: string;
  closedOn: string | null;
  dueOn: string | null;
  returned: boolean;
};
export type StepCount = { kind: Kind; step: StepName; count: number; waiting: number };
export type UnitCount = { id: number; name: string; open: number; objections: number; done: number };

export const listCases = query({
  name: "procedures.list",
  input: ListCases,
  may: (viewer) => viewer.households.length > 0 || mayAnywhere(viewer, "household.view"),
  run: async (scope, { unit, kind, step, state, mine, page }) => {
    const { sql: ask, viewer, today } = scope;
    const place = await listPlace(scope, unit);
    const held = place.holds({ division: "c.division_id", household: "c.household_id" });
    const waits = waitsFor(viewer, today) ?? raw("false");
    const base = kind === null ? held : sql`${held} and c.kind = ${kind}`;
    const parts = [base];
    if (mine) parts.push(waits);
    if (step !== null) parts.push(sql`c.status in ('RUNNING', 'OBJECTION') and ${STEP} = ${step}`);
    if (state !== null) parts.push(sql`c.status = ${state}`);
    const where = join(parts, " and ");
    const skip = (page - 1) * CASES_PER_PAGE;
    const rows = await ask<CaseRow>`
      select c.id, c.kind, coalesce(h.head_name, d.name) as name, d.name as place, h.group_name as "groupName", c.household_id as "householdId",
        ${STEP} as step, c.status, to_char(c.since at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as since, c.opened_on::text as "openedOn",
        c.closed_on::text as "closedOn", l.due_on::text as "dueOn", c.returned_why is not null as returned
      from procedure_case c join division d on d.id = c.division_id left join household h on h.id = c.household_id
      left join publicity_line l on l.case_id = c.id and l.at = c.at and l.closed_on is null and l.withdrawn_on is null
      where ${where} order by c.status not in ('RUNNING', 'OBJECTION'), c.closed_on desc nulls first, c.since, c.id limit ${CASES_PER_PAGE} offset ${skip}`;
    const [{ total } = { total: 0 }] = await ask<{ total: number }>`
      select count(*)::int as total from procedure_case c where ${where}`;
    const steps = await ask<StepCount>`
      select c.kind, ${STEP} as step, count(*)::int as count, (count(*) filter (where ${waits}))::int as waiting
      from procedure_case c where ${held} and c.status in ('RUNNING', 'OBJECTION') group by 1, 2`;
    const states = await ask<{ status: State; count: number }>`
      select c.status, count(*)::int as count from procedure_case c where ${base} group by 1`;
    const units = await ask<UnitCount>`
      select b.id, b.name, (count(*) filter (where c.status = 'RUNNING'))::int as open, (count(*) filter (where c.status = 'OBJECTION'))::int as objections,
        (count(*) filter (where c.status = 'DONE'))::int as done
      from division b join division_closure k on k.ancestor_id = b.id and k.to_on is null join procedure_case c on c.division_id = k.node_id
      where b.parent_id = ${place.unit.id} and ${base} group by b.id order by b.code nulls last, b.id`;
    return { unit: place.unit, above: place.above, rows, total, from: skip + 1, steps, states, units };
  },
});
export type CasesPage = Awaited<ReturnType<typeof listCases>>;
