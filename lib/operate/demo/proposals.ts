// Proposed changes by the named administrator of a township: of divisions one waits for the county and one came back, of the Party line one waits.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";

const TOWNSHIP_CLERK = "向巴泽仁";
const COUNTY_CLERK = "嘎松曲珍";

export async function addProposals(client: pg.ClientBase, today: string) {
  await client.query(
    `with clerk as (select a.id, a.name, g.division_id from account a join role_grant g on g.account_id = a.id where a.name = $1 and g.role = 'TOWNSHIP_ADMIN' limit 1),
      villages as (select d.id, d.name, row_number() over (order by d.id) as no from division d join clerk on d.parent_id = clerk.division_id where d.closed_on is null and d.name like '%村'),
      decider as (select id, name from account where name = $2 limit 1)
    insert into tree_proposal (tree, kind, node_id, division_id, fields, why, status, account_id, account_name, created_at, decided_by, decided_by_name, decided_at, reason)
      select 'DIVISION', 'rename', v.id, v.id, jsonb_build_object('name', regexp_replace(v.name, '村$', '') || '新村', 'effectiveOn', $3::text),
        '村民代表会议通过，申请更名', 'WAITING', c.id, c.name, $4::date - 2 + time '09:40', null::int, null::text, null::timestamptz, null::text
      from clerk c, villages v where v.no = 1
      union all select 'DIVISION', 'rename', v.id, v.id, jsonb_build_object('name', regexp_replace(v.name, '村$', '') || '社区', 'effectiveOn', $3::text),
        '拟改为社区', 'RETURNED', c.id, c.name, $4::date - 9 + time '15:05', d.id, d.name, $4::date - 7 + time '11:20', '改社区须先有批复，请附文号'
      from clerk c, villages v, decider d where v.no = 2
      union all (select 'PARTY_ORG', 'rename', o.id, o.division_id, jsonb_build_object('name', regexp_replace(o.name, '党支部$', '') || '联合党支部', 'effectiveOn', $3::text),
        '拟与邻近小支部共同开展活动', 'WAITING', c.id, c.name, $4::date - 1 + time '16:20', null::int, null::text, null::timestamptz, null::text
      from clerk c, villages v join party_org o on o.division_id = v.id and o.setting = 'TERRITORIAL' and o.closed_on is null and o.name like '%党支部' where v.no = 3 order by o.id limit 1)`,
    [TOWNSHIP_CLERK, COUNTY_CLERK, addDays(today, 45), today],
  );
}
