/** For the inbox: families that I help and that stand on the watch list; only a visit takes them off it. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const watchWaiting: WaitingSource = {
  kind: "watched",
  deed: "visit",
  rows: ({ accountId }, today) => sql`
    select 'watched:' || h.id as id, h.head_name as name, d.name as place, min(e.found_at) as since, null::date as due,
      '/visits/new?household=' || h.id as href, null::text as who
    from watch_entry e join household h on h.id = e.household_id join division d on d.id = h.division_id
    where e.gone_on is null and e.closed_on is null
      and exists (select 1 from pairing p where p.household_id = h.id and p.account_id = ${accountId}
        and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date))
    group by h.id, h.head_name, d.name`,
};
