// Days go by for one case. The running app has the real clock and no other; a case that began some days ago differs from one of today
// in the days of its rows alone, so the owner of the journey's own database dates them back by as many, and nothing else.

import { withClient } from "#lib/operate/roles.ts";
import { runningDatabase } from "#tests/support/running-database.ts";

const DATED = [
  `update procedure_case set opened_on = opened_on - $2::int, since = since - make_interval(days => $2),
     application = application || jsonb_build_object('appliedOn', ((application->>'appliedOn')::date - $2::int)::text) where id = $1`,
  `update procedure_deed set on_day = on_day - $2::int, created_at = created_at - make_interval(days => $2),
     facts = case when facts ? 'until' then facts || jsonb_build_object('until', ((facts->>'until')::date - $2::int)::text) else facts end
     where case_id = $1`,
  `update publicity_notice set from_on = from_on - $2::int where id in (select notice_id from publicity_line where case_id = $1)`,
  `update publicity_line set due_on = due_on - $2::int, paused_on = paused_on - $2::int, closed_on = closed_on - $2::int,
     withdrawn_on = withdrawn_on - $2::int, pauses = (select coalesce(jsonb_agg(jsonb_build_object(
       'from', ((one->>'from')::date - $2::int)::text, 'to', ((one->>'to')::date - $2::int)::text)), '[]') from jsonb_array_elements(pauses) one)
     where case_id = $1`,
];

export async function daysPass(caseId: string, days: number): Promise<void> {
  const dataDir = process.env.APP_DATA;
  if (!dataDir) throw new Error("this journey needs the data directory of the app that it uses: APP_DATA");
  await withClient(runningDatabase(dataDir).owner, async (client) => {
    await client.query("begin");
    for (const sql of DATED) await client.query(sql, [caseId, days]);
    await client.query("commit");
  });
}
