/** closings.list: the closed months, newest first, with who signed of a unit and those right below it, and which month is next. */
import { lastDay, type Period } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { boardUnit } from "#lib/domains/cockpit/board-unit.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { nextToClose } from "#lib/indicators/closing.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { CLOSING_JOB, closesOn } from "../closing.ts";
import { ClosingList } from "../input.ts";

export type ClosedMonth = {
  period: Period;
  closedAt: Date;
  by: string | null;
  /** Of the unit and the counties right below it; a quarter and a year are signed month by month. */
  signed: number;
  signers: number;
  /** How many corrections there are below the unit since. */
  corrections: number;
};

export const listClosings = query({
  name: "closings.list",
  input: ClosingList,
  run: async (scope, { u }) => {
    const unit = await boardUnit(scope, u);
    const days = await numberInForce(scope.sql, "closing-days", scope.today);
    const next = await nextToClose(<Row>(fragment: Fragment) => scope.sql<Row>`${fragment}`, scope.today);
    const below = sql`select c.node_id from division_closure c where c.ancestor_id = ${unit.id} and c.to_on is null`;
    const signing = sql`(select id from division where (id = ${unit.id} or parent_id = ${unit.id}) and level in ('PREFECTURE', 'COUNTY') and (closed_on is null or closed_on > ${scope.today}::date))`;
    const months = await scope.sql<ClosedMonth>`
      select c.period, c.closed_at as "closedAt", c.account_name as by,
        (select count(*)::int from closing_signature s where s.period = c.period and s.division_id in ${signing}) as signed,
        case when c.period like '____-__' then (select count(*)::int from ${signing} d) else 0 end as signers,
        (select count(*)::int from closed_correction x where x.period = c.period and x.division_id in (${below})) as corrections
      from closing c order by c.closed_at desc, length(c.period), c.period desc limit 50`;
    const [running] =
      await scope.sql`select 1 from job where kind = ${CLOSING_JOB} and status in ('QUEUED', 'RUNNING')`;
    const [root] = await scope.sql<{ id: number }>`select id from division where level = 'PREFECTURE'`;
    return {
      unit,
      months,
      next: {
        period: next,
        on: closesOn(next, days),
        ended: lastDay(next) < scope.today,
        running: running !== undefined,
      },
      mayClose: root !== undefined && may(scope.viewer, "closing.close", root.id),
    };
  },
});
