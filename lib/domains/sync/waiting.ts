/** For the inbox: copies that phones sealed when their sign-in was ended, for whoever looks over the visits of the place. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const heldWaiting: WaitingSource = {
  kind: "phoneHeld",
  deed: "confirm",
  rows: (viewer) =>
    mayAnywhere(viewer, "visit.review")
      ? sql`
        select s.op::text as id, s.account_name as name, null::text as place, s.received_at as since, null::date as due,
          '/sync#held' as href, null::text as who
        from sync_held s where s.op = any (sec.my_held())`
      : null,
};
