// The yearly rhythm in the demo: the window of this year, always open today, and a correction that a township asked for and its county took in part.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { HOME } from "./story.ts";

const ASKS = "向巴泽仁";
const DECIDES = "嘎松曲珍";

export async function addRegistry(client: pg.ClientBase, today: string): Promise<void> {
  const year = Number(today.slice(0, 4));
  const month = `${today.slice(0, 8)}01`;
  const opens = month < `${year}-09-01` ? month : `${year}-09-01`;
  await client.query(
    `insert into adjustment_campaign (year, division_id, opens_on, closes_on, frozen_on, account_name)
     select $1::int, id, $2, $3, $4, '格桑德吉' from division where level = 'PREFECTURE'`,
    [year, opens, `${year}-12-31`, `${year + 1}-01-15`],
  );
  const on = addDays(today, -40);
  await client.query(
    `insert into registry_request (kind, year, division_id, household_id, title, payload, before, status, account_id, account_name, asked_at,
       decided_by, decided_by_name, decided_at, why, taken)
     select 'CORRECT', $1::int, h.division_id, h.id, h.head_name, jsonb_build_object('id', h.id, 'groupName', '三组', 'address', '新村安置点'),
       jsonb_build_object('groupName', h.group_name, 'address', ''), 'APPROVED', asks.id, asks.name, $2::date, decides.id, decides.name,
       $2::date + 1, '住址等搬迁后再改', '{groupName}'
     from household h join division d on d.id = h.division_id join division t on t.id = d.parent_id and t.name = $3
       cross join account asks cross join account decides
     where asks.name = $4 and decides.name = $5 and h.status = 'EXITED' order by h.household_no limit 1`,
    [year, on, HOME.township, ASKS, DECIDES],
  );
}
