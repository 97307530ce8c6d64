/** For the inbox: visits that came back to be completed, written down by me or by whom I follow. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const visitsWaiting: WaitingSource = {
  kind: "visitReturned",
  deed: "correct",
  rows: ({ accountId }) => sql`
    select v.id::text as id, h.head_name as name, d.name as place, v.created_at as since, null::date as due,
      '/visits?peek=' || v.id as href, null::text as who
    from visit v join household h on h.id = v.household_id join division d on d.id = h.division_id
    where coalesce(v.waits_for, v.recorded_by) = ${accountId} and v.status = 'RETURNED'`,
};
