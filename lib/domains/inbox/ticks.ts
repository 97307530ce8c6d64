/**
 * What the clock tells: work that ended, requests that were decided, dated changes that failed; and each morning one digest per person.
 * Every notice has a key, so that a tick may run again after a crash and tells nothing twice.
 */
import type pg from "pg";
import { settingOf } from "#lib/domains/settings/setting.ts";
import { isTime } from "./quiet.ts";

/** Notices are kept as long as the office says; then they are history that the audit tells better. */
const FORGET = `delete from notice where created_at < now() - make_interval(days => coalesce((
  select (value #>> '{}')::int from setting where key = 'notice-days' and from_on <= beijing_today() order by from_on desc limit 1), $1::int))`;

export async function tellWhatEnded(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into notice (addressee, kind, subject, details, key)
     select 'account:' || j.account_id, case j.status when 'DONE' then 'jobDone' else 'jobFailed' end,
       'import:' || (j.payload ->> 'importId'), jsonb_build_object('job', j.kind), 'job:' || j.id
     from job j where j.status in ('DONE', 'FAILED') and j.finished_at > now() - interval '1 day' and j.account_id is not null
       and j.kind like 'imports.%' and (j.status = 'FAILED' or j.kind in ('imports.publish', 'imports.takeBack'))
     on conflict (key) do nothing`,
  );
  await pool.query(
    `insert into notice (addressee, kind, subject, details, from_account_id, from_name, key)
     select 'account:' || e.account_id, 'exportDecided', 'export:' || e.id, jsonb_build_object('status', e.status), e.decided_by, e.decided_name, 'export:' || e.id
     from export e where e.status in ('APPROVED', 'REFUSED') and e.decided_at > now() - interval '1 day'
     on conflict (key) do nothing`,
  );
  await pool.query(
    `insert into notice (addressee, kind, subject, key)
     select 'account:' || e.account_id, 'treeChangeFailed', case e.tree when 'DIVISION' then 'division:' else 'partyOrg:' end || e.node_id, 'tree:' || e.id
     from tree_event e where e.status = 'CANCELLED' and e.detail ? 'failed' and e.account_id is not null and e.effective_on > beijing_today() - 2
     on conflict (key) do nothing`,
  );
  await pool.query(
    `insert into notice (addressee, kind, subject, from_account_id, from_name, key)
     select 'account:' || p.account_id, 'proposalApproved', case p.tree when 'DIVISION' then 'division:' || p.node_id else 'partyOrg:' || case p.kind when 'open' then e.node_id else p.node_id end end, p.decided_by, p.decided_by_name, 'proposal:' || p.id
     from tree_proposal p join tree_event e on e.id = p.event_id where p.status = 'APPROVED' and p.decided_by <> p.account_id and p.decided_at > now() - interval '1 day'
     on conflict (key) do nothing`,
  );
  await pool.query(FORGET, [settingOf("notice-days").usual]);
}

export const DIGEST = "inbox.digest";

/**
 * Once a day, within two hours after the set time: one small job per person who still comes here, since what waits is counted under
 * that person's own rights. Spread over ten minutes, so that an import need not stand behind all of them; never in hours of quiet.
 */
export async function startDigests(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ at: string | null }>(
    "select value #>> '{}' as at from setting where key = 'digest-at' and from_on <= beijing_today() order by from_on desc limit 1",
  );
  const at = rows[0]?.at && isTime(rows[0].at) ? rows[0].at : settingOf("digest-at").usual;
  const { rowCount } = await pool.query(
    `insert into job (kind, payload, account_id, run_after)
     select $1, jsonb_build_object('day', beijing_today()::text), a.id,
       greatest(now(), (beijing_today() + coalesce(w.quiet_to, '00:00')::time) at time zone 'Asia/Shanghai') + random() * interval '10 minutes'
     from sec.digest_accounts() a (id) left join inbox_wish w on w.account_id = a.id
     where now() at time zone 'Asia/Shanghai' between beijing_today() + $2::time and beijing_today() + $2::time + interval '2 hours'
       and not exists (select 1 from job j where j.kind = $1 and j.account_id = a.id and j.payload ->> 'day' = beijing_today()::text)`,
    [DIGEST, at],
  );
  return rowCount ?? 0;
}
