/** reports.list: the reports of a unit and those below it, which of one's own are still to be made, and which of the units right below have issued theirs. */
import { firstDay, type Period, periodOf } from "#lib/base/period.ts";
import { boardUnit } from "#lib/domains/cockpit/board-unit.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { join, sql } from "#lib/platform/sql.ts";
import { ReportFilter } from "../input.ts";
import { isReported, LEVELS, reportsAt, type State, writesFor } from "../report.ts";

export const PER_PAGE = 50;
export type ReportRow = {
  id: string;
  unit: string;
  period: Period;
  revision: number;
  status: State;
  maker: string;
  issuedName: string | null;
  issuedOn: string | null;
  corrected: boolean;
};
export type ToMake = { period: Period; closed: boolean; dueOn: string | null };
/** `id`: its newest report; null = none was begun. */
export type Gathered = {
  unit: number;
  name: string;
  id: string | null;
  issued: string | null;
  issuedOn: string | null;
};

export const listReports = query({
  name: "reports.list",
  input: ReportFilter,
  run: async (scope, filter) => {
    const { viewer, sql: ask } = scope;
    const unit = await boardUnit(scope, filter.u);
    const under = sql`r.division_id in (select node_id from division_closure where ancestor_id = ${unit.id} and to_on is null)`;
    const where = join(
      [
        reachable(viewer, { division: "r.division_id" }),
        under,
        ...(filter.kind ? [sql`(r.period like '%Q%') = ${filter.kind === "quarter"}`] : []),
        ...(filter.status ? [sql`r.status = ${filter.status}`] : []),
        ...(filter.year ? [sql`left(r.period, 4) = ${filter.year}`] : []),
      ],
      " and ",
    );
    const [{ total } = { total: 0 }] = await ask<{
      total: number;
    }>`select count(*)::int as total from report r where ${where}`;
    const skip = (filter.page - 1) * PER_PAGE;
    const rows = await ask<ReportRow>`
      select r.id, d.name as unit, r.period, r.revision, r.status, r.account_name as maker, r.issued_name as "issuedName", r.issued_on::text as "issuedOn",
        exists (select 1 from report n where n.corrects_id = r.id) as corrected
      from report r join division d on d.id = r.division_id where ${where}
      order by d.id <> ${unit.id}, left(r.period, 4) desc, r.created_at desc, r.id limit ${PER_PAGE}::int offset ${skip}::int`;
    const [last] = await ask<{
      period: Period | null;
    }>`select max(period) as period from closing where period like '____-__'`;
    const gathered = filter.p && isReported(filter.p) ? filter.p : (last?.period ?? null);
    return {
      ...{ unit, total, rows, from: skip + 1 },
      ...(await aboveAndBelow(scope, unit.id)),
      toMake: reportsAt(unit.level) && writesFor(viewer, unit.id) ? await toMakeAt(scope, unit.id) : [],
      gather: gathered ? { period: gathered, units: await gatheredAt(scope, unit.id, gathered) } : null,
    };
  },
});
export type ReportList = Awaited<ReturnType<typeof listReports>>;

/** For the switch of units: only those that report. */
async function aboveAndBelow({ sql: ask, viewer }: Scope, unit: number) {
  const rows = await ask<{ id: number; name: string; depth: number }>`
    select d.id, d.name, -c.depth as depth from division_closure c join division d on d.id = c.ancestor_id where c.node_id = ${unit} and c.depth > 0 and c.to_on is null
    union all select d.id, d.name, 1 from division d where d.parent_id = ${unit} and d.closed_on is null and d.level = any (${[...LEVELS]}::text[])
    order by depth, id`;
  const seen = rows.filter(({ id }) =>
    viewer.grants.some(({ nodes }) => nodes === null || nodes.includes(id)),
  );
  const bare = ({ id, name }: { id: number; name: string }) => ({ id, name });
  return {
    above: seen.filter(({ depth }) => depth < 0).map(bare),
    below: seen.filter(({ depth }) => depth > 0).map(bare),
  };
}

/** The closed months of the last three, the last closed quarter, and what runs: without a report. */
async function toMakeAt({ sql: ask, today }: Scope, unit: number): Promise<ToMake[]> {
  const days = await numberInForce(ask, "report-days", today);
  const closed = await ask<{ period: Period; dueOn: string }>`
    select c.period, ((c.closed_at at time zone 'Asia/Shanghai')::date + ${days}::int)::text as "dueOn" from (
      (select period, closed_at from closing where period like '____-__' order by period desc limit 3)
      union all (select period, closed_at from closing where period like '%Q%' order by period desc limit 1)) c
    where not exists (select 1 from report r where r.division_id = ${unit} and r.period = c.period)
    order by c.closed_at desc, length(c.period)`;
  const running = (["month", "quarter"] as const).map((kind) => periodOf(today, kind));
  const begun = await ask<{ period: Period }>`
    select period from report where division_id = ${unit} and period = any (${running}::text[])
    union select period from closing where period = any (${running}::text[])`;
  return [
    ...closed.map((one) => ({ ...one, closed: true })),
    ...running
      .filter((period) => firstDay(period) < today && !begun.some((one) => one.period === period))
      .map((period) => ({ period, closed: false, dueOn: null })),
  ];
}

/** The newest revision of each unit right below, as the tree stands today; what was issued counts although a correction is being written. */
const gatheredAt = ({ sql: ask, viewer }: Scope, unit: number, period: Period) => ask<Gathered>`
  select d.id as unit, d.name, coalesce(i.id, n.id) as id, i.issued_name as issued, i.issued_on::text as "issuedOn" from division d
  left join lateral (select r.id from report r where r.division_id = d.id and r.period = ${period} order by r.revision desc limit 1) n on true
  left join lateral (select r.id, r.issued_name, r.issued_on from report r where r.division_id = d.id and r.period = ${period} and r.status = 'ISSUED' order by r.revision desc limit 1) i on true
  where d.parent_id = ${unit} and ${reachable(viewer, { division: "d.id" })} and d.level = any (${[...LEVELS]}::text[]) and d.closed_on is null order by i.id is not null, d.code nulls last, d.id`;
