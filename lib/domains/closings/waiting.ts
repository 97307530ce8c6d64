/** For the inbox: closed months that whoever answers for a unit has not signed yet. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { unitsToSign } from "./closing.ts";

export const closingsToSign: WaitingSource = {
  kind: "closingToSign",
  deed: "confirm",
  rows: (viewer) => {
    const units = unitsToSign(viewer);
    return units.length === 0
      ? null
      : sql`
    select 'closing:' || c.period || ':' || d.id as id, c.period as name, d.name as place, c.closed_at as since, null::date as due,
      '/cockpit/closings/' || c.period || '?u=' || d.id as href, null::text as who
    from (select period, closed_at from closing where period like '____-__' order by period desc limit 3) c
    join division d on d.id = any (${units}::int[]) and d.level in ('PREFECTURE', 'COUNTY')
    where not exists (select 1 from closing_signature s where s.period = c.period and s.division_id = d.id)`;
  },
};
