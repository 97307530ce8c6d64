/** For the inbox: the report of the last closed month and quarter, until the unit has issued it. */
import { settingOf } from "#lib/domains/settings/setting.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { LEVELS, unitsToReport } from "./report.ts";

/** The days of the setting, as a number for SQL. */
const daysAllowed = (today: string): Fragment =>
  sql`coalesce((select (s.value #>> '{}')::int from setting s where s.key = 'report-days' and s.from_on <= ${today}::date order by s.from_on desc limit 1), ${Number(settingOf("report-days").usual)}::int)`;

export const reportsDue: WaitingSource = {
  kind: "reportDue",
  deed: "handle",
  rows: (viewer, today) => {
    const units = unitsToReport(viewer);
    return units.length === 0
      ? null
      : sql`
    select 'report:' || c.period || ':' || d.id as id, c.period as name, d.name as place, c.closed_at as since,
      (c.closed_at at time zone 'Asia/Shanghai')::date + ${daysAllowed(today)} as due,
      coalesce('/reports/' || (select r.id from report r where r.division_id = d.id and r.period = c.period order by r.revision desc limit 1), '/reports?u=' || d.id) as href,
      null::text as who
    from ((select period, closed_at from closing where period like '____-__' order by period desc limit 1)
      union all (select period, closed_at from closing where period like '%Q%' order by period desc limit 1)) c
    join division d on d.id = any (${units}::int[]) and d.level = any (${[...LEVELS]}::text[]) and d.closed_on is null
    where not exists (select 1 from report r where r.division_id = d.id and r.period = c.period and r.status = 'ISSUED')`;
  },
};
