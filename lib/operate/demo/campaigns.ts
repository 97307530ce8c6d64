// Two campaigns of visits of the home county: one before the last new year that is over, and one before winter that runs.
import type pg from "pg";
import { HOME } from "./story.ts";

export async function addCampaigns(client: pg.ClientBase, today: string): Promise<void> {
  await client.query(
    `insert into visit_campaign (division_id, name, from_on, last_on, covers, note, account_id, account_name, created_at)
     select d.id, c.name, c.from_on, c.last_on, c.covers, c.note, a.id, a.name, c.from_on - 3 + time '10:00' from division d cross join (select id, name from account where name = '四郎多吉') a
     cross join (values ('冬春饲草大走访', $1::date - 200, $1::date - 170, 'POOR', null), ('入冬大走访', $1::date - 20, $1::date + 25, 'ALL', '看取暖、饮水和饲草储备')) c (name, from_on, last_on, covers, note)
     where d.name = $2 and d.level = 'COUNTY'`,
    [today, HOME.county],
  );
}
