/** For the inbox: what somebody reminded me of (催办), until the visit is made or the household is no longer mine. */
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const remindedWaiting: WaitingSource = {
  kind: "reminded",
  deed: "visit",
  rows: ({ personId, households }, today) =>
    personId === null || households.length === 0
      ? null
      : sql`
    select r.subject as id, h.head_name as name, d.name as place, min(r.sent_at) as since, null::date as due,
      '/visits/new?household=' || h.id as href, (array_agg(r.from_name order by r.sent_at desc))[1] as who
    from reminder r join household h on h.id = r.household_id join division d on d.id = h.division_id
    where r.receiver = ${`person:${personId}`} and r.household_id = any (${households}::uuid[])
      and r.sent_at > ${today}::date - 92
      and not exists (select 1 from visit_visitor v where v.household_id = r.household_id and v.person_id = ${personId}::uuid
        and v.counts and v.visited_on >= (r.sent_at at time zone 'Asia/Shanghai')::date)
    group by r.subject, h.id, h.head_name, d.name`,
};
