/** Raises the needs of a ledger with their limits, and takes each step that the ledger says and that was not taken yet. */
import { randomUUID } from "node:crypto";
import { dueOf, limitOf } from "#lib/domains/needs/need.ts";
import { settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import { workCalendar } from "#lib/domains/workdays/queries.ts";
import { type Sql, sql } from "#lib/platform/sql.ts";
import type { Publishing } from "./publish.ts";

type Said = {
  row_no: number;
  need_id: string | null;
  category: string;
  raised_on: string;
  due_on: string | null;
  judged_on: string | null;
};

export async function publishNeeds({ client, record, viewer, today, step }: Publishing): Promise<void> {
  await step("needs");
  const ask: Sql = (async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const query = sql(strings, ...values);
    return (await client.query(query.text, [...query.values])).rows;
  }) as Sql;
  const calendar = await workCalendar({ sql: ask, viewer, today, panel: async () => ({ ok: false }) }, {});
  const days = (await settingInForce(ask, "need-days", today, record.divisionId)) as Record<string, number>;
  const { rows } = await client.query<Said>(
    `select r.row_no, r.subject_id as need_id, r.values->'need'->>'category' as category, r.values->'need'->>'raised_on' as raised_on, r.values->'need'->>'due_on' as due_on,
       case when r.values->'need'->>'verdict' = 'DISSATISFIED' then coalesce(r.values->'need'->>'closed_on', r.values->'need'->>'done_on') end as judged_on
     from import_row r where r.import_id = $1 and r.action in ('ADD', 'UPDATE')`,
    [record.id],
  );
  const limits = rows.map((row) => {
    const limit = limitOf(days, row.category, "NORMAL");
    const from = (on: string) => dueOf(limit, { on, at: "00:00" }, calendar);
    return {
      ...{ row: row.row_no, id: row.need_id ?? randomUUID(), limit, due: row.due_on ?? from(row.raised_on) },
      again: row.judged_on && from(row.judged_on),
    };
  });
  await client.query(
    `create temp table limits on commit drop as
     select u.* from unnest($1::int[], $2::uuid[], $3::int[], $4::date[], $5::date[]) as u (row_no, id, days, due_on, again_on)`,
    [
      limits.map(({ row }) => row),
      limits.map(({ id }) => id),
      limits.map(({ limit }) => limit),
      limits.map(({ due }) => due),
      limits.map(({ again }) => again),
    ],
  );
  const who = [record.id, viewer.accountId, viewer.name];
  await client.query(
    `insert into need (id, household_id, division_id, counted_in, about, source, category, urgency, words, raised_on, raised_by, raised_by_name, limit_days, due_on, first_due_on, import_id)
     select l.id, h.id, h.division_id, coalesce((select s.division_id from household_spell s where s.household_id = h.id and s.from_on <= n.raised_on and (s.to_on is null or s.to_on > n.raised_on)), h.division_id),
       h.head_name, coalesce(n.source, 'OTHER'), n.category, 'NORMAL', n.words, n.raised_on, $2, $3, l.days, l.due_on, l.due_on, $1
     from import_row r join limits l on l.row_no = r.row_no join household h on h.id = (r.values->'meant'->>'householdId')::uuid
     cross join lateral jsonb_to_record(r.values->'need') as n (source text, category text, words text, raised_on date)
     where r.import_id = $1 and r.action = 'ADD' order by r.row_no`,
    who,
  );
  const SAID =
    "jsonb_to_record(r.values->'need') as n (unit text, handler text, result text, raised_on date, done_on date, closed_on date, verdict text)";
  const deeds = (flag: string, kind: string, columns: string) =>
    client.query(
      `insert into need_deed (need_id, division_id, household_id, nth, kind, level, status, account_id, account_name, import_id, on_day, words, to_unit, to_name, asked_on, due_on, verdict)
       select l.id, r.division_id, null, 0, '${kind}', m.level, m.status, $2, $3, $1, ${columns}
       from import_row r join limits l on l.row_no = r.row_no join need m on m.id = l.id cross join lateral ${SAID}
       where r.import_id = $1 and r.action in ('ADD', 'UPDATE') and (r.values->'meant'->>'${flag}')::boolean order by r.row_no`,
      who,
    );
  await deeds("assigns", "ASSIGNED", "n.raised_on, null, n.unit, n.handler, l.due_on, null::date, null");
  await deeds("finishes", "RESULT", "n.done_on, n.result, null, null, null::date, null::date, null");
  await deeds(
    "judges",
    "VERDICT",
    "greatest(coalesce(n.closed_on, n.done_on), m.done_on), null, null, null, null::date, l.again_on, n.verdict",
  );
}
