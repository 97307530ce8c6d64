// A leave of some weeks ago, in which the county's organization department stood in for its poverty office.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";

export async function addStandIn(client: pg.ClientBase, today: string): Promise<void> {
  await client.query(
    `with days as (select ($1::date)::timestamp at time zone 'Asia/Shanghai' as begins, ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' as ends),
     lent as (insert into delegation (from_account, from_name, to_account, to_name, from_at, to_at, reason, made_by, made_by_name, created_at)
       select g.id, g.name, t.id, t.name, begins, ends, '年休假', g.id, g.name, begins - interval '2 days' from days, account g, account t
       where g.username = 'demo-county-poverty-office' and t.username = 'demo-county-organization' returning id, from_account, to_account, from_at, to_at)
     insert into role_grant (account_id, role, division_id, from_at, to_at, granted_by, delegation_id, source_id)
     select l.to_account, g.role, g.division_id, l.from_at, l.to_at, l.from_account, l.id, g.id
     from lent l join role_grant g on g.account_id = l.from_account`,
    [addDays(today, -40), addDays(today, -34)],
  );
}
