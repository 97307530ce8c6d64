/** For the inbox: checks whose drawn households I have still to visit, and those of mine that are all found and may be closed. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

/** A drawn household, or the one that took its place, of which nobody has said yet what was found. */
const UNFOUND = sql`exists (select 1 from sample_draw w where w.check_id = c.id and w.active
  and not exists (select 1 from sample_finding f where f.draw_id = w.id and f.replaced_at is null))`;

const ROW = sql`'sampleCheck:' || c.id as id, d.name, d.name as place, c.created_at as since, null::date as due,
  '/sample-checks/' || c.id as href, c.account_name as who from sample_check c join division d on d.id = c.division_id`;

export const checksWaiting: WaitingSource = {
  kind: "sampleCheck",
  deed: "visit",
  rows: ({ accountId }) => sql`select ${ROW}
    where c.closed_on is null and ${UNFOUND}
      and exists (select 1 from sample_checker k where k.check_id = c.id and k.account_id = ${accountId})`,
};

export const checksToClose: WaitingSource = {
  kind: "sampleCheckFound",
  deed: "confirm",
  rows: ({ accountId }) => sql`select ${ROW}
    where c.closed_on is null and not ${UNFOUND} and c.account_id = ${accountId}
      and not exists (select 1 from sample_checker k where k.check_id = c.id and k.account_id = ${accountId})`,
};
