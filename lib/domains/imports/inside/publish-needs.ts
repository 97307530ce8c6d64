/** Raises the needs of a ledger with their limits, and takes each step that the ledger says and that was not taken yet. */
import type { Publishing } from "./publish.ts";
import { needLimits, raiseNeeds } from "./raise-needs.ts";

export async function publishNeeds(publishing: Publishing): Promise<void> {
  const { client, record, viewer, step } = publishing;
  await step("needs");
  await needLimits(publishing);
  await raiseNeeds(publishing);
  const SAID =
    "jsonb_to_record(r.values->'need') as n (unit text, handler text, result text, raised_on date, done_on date, closed_on date, verdict text)";
  const deeds = (flag: string, kind: string, columns: string) =>
    client.query(
      `insert into need_deed (need_id, division_id, household_id, nth, kind, level, status, account_id, account_name, import_id, on_day, words, to_unit, to_name, asked_on, due_on, verdict)
       select l.id, r.division_id, null, 0, '${kind}', m.level, m.status, $2, $3, $1, ${columns}
       from import_row r join limits l on l.row_no = r.row_no join need m on m.id = l.id cross join lateral ${SAID}
       where r.import_id = $1 and r.action in ('ADD', 'UPDATE') and (r.values->'meant'->>'${flag}')::boolean order by r.row_no`,
      [record.id, viewer.accountId, viewer.name],
    );
  await deeds("assigns", "ASSIGNED", "n.raised_on, null, n.unit, n.handler, l.due_on, null::date, null");
  await deeds("finishes", "RESULT", "n.done_on, n.result, null, null, null::date, null::date, null");
  await deeds(
    "judges",
    "VERDICT",
    "greatest(coalesce(n.closed_on, n.done_on), m.done_on), null, null, null, null::date, l.again_on, n.verdict",
  );
}
