// Two proposed changes of divisions by the named administrator of a township: one waits for the county, one came back.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";

const TOWNSHIP_CLERK = "向巴泽仁";
const COUNTY_CLERK = "嘎松曲珍";

export async function addProposals(client: pg.ClientBase, today: string) {
  await client.query(
    `with clerk as (select a.id, a.name, g.division_id from account a join role_grant g on g.account_id = a.id where a.name = $1 and g.role = 'TOWNSHIP_ADMIN' limit 1),
      villages as (select d.id, d.name, row_number() over (order by d.id) as no from division d join clerk on d.parent_id = clerk.division_id where d.closed_on is null and d.name like '%村'),
      decider as (select id, name from account where name = $2 limit 1)
    insert into tree_proposal (kind, node_id, fields, why, status, account_id, account_name, created_at, decided_by, decided_by_name, decided_at, reason)
      select 'rename', v.id, jsonb_build_object('name', regexp_replace(v.name, '村$', '') || '新村', 'effectiveOn', $3::text),
        '村民代表会议通过，申请更名', 'WAITING', c.id, c.name, $4::date - 2 + time '09:40', null::int, null::text, null::timestamptz, null::text
      from clerk c, villages v where v.no = 1
      union all select 'rename', v.id, jsonb_build_object('name', regexp_replace(v.name, '村$', '') || '社区', 'effectiveOn', $3::text),
        '拟改为社区', 'RETURNED', c.id, c.name, $4::date - 9 + time '15:05', d.id, d.name, $4::date - 7 + time '11:20', '改社区须先有批复，请附文号'
      from clerk c, villages v, decider d where v.no = 2`,
    [TOWNSHIP_CLERK, COUNTY_CLERK, addDays(today, 45), today],
  );
}
