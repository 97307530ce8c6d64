/** For the inbox of whoever keeps the settings: the next year's calendar, from December on, and this year's as long as it is not in. */

import { partsOf } from "#lib/base/calendar.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

const ASKED_FROM_MONTH = 12;

export const calendarWaiting: WaitingSource = {
  kind: "calendarYear",
  deed: "handle",
  rows: (viewer, today) => {
    if (!mayAnywhere(viewer, "setting.edit")) return null;
    const { year, month } = partsOf(today);
    const asked = month >= ASKED_FROM_MONTH ? year + 1 : year;
    return sql`
    select 'calendarYear:' || ${String(asked)}::text as id, ${String(asked)}::text as name, d.name as place,
      ((make_date(${asked}::int - 1, ${ASKED_FROM_MONTH}, 1))::timestamp at time zone 'Asia/Shanghai') as since, make_date(${asked}::int - 1, 12, 31) as due,
      '/admin/holidays?year=' || ${String(asked)}::text as href, null::text as who
    from division d where d.level = 'PREFECTURE' and not exists (select 1 from calendar_day
      where calendar = 'NATIONAL' and day >= make_date(${asked}::int, 1, 1) and day < make_date(${asked}::int + 1, 1, 1))`;
  },
};
