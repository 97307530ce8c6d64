/** Raises the needs that staged rows tell, each with its limit in working days, as if it had been raised on its day. */
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

/** The table "limits": each row with the number of its need, how long it has, and when it is due (again, if it was judged to be not done). */
export async function needLimits({ client, record, viewer, today }: Publishing): Promise<void> {
  const ask: Sql = (async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const query = sql(strings, ...values);
    return (await client.query(query.text, [...query.values])).rows;
  }) as Sql;
  const calendar = await workCalendar({ sql: ask, viewer, today, panel: async () => ({ ok: false }) }, {});
  const days = (await settingInForce(ask, "need-days", today, record.divisionId)) as Record<string, number>;
  const { rows } = await client.query<Said>(
    `select r.row_no, case when r.action = 'UPDATE' then r.subject_id end as need_id, r.values->'need'->>'category' as category, r.values->'need'->>'raised_on' as raised_on, r.values->'need'->>'due_on' as due_on,
       case when r.values->'need'->>'verdict' = 'DISSATISFIED' then coalesce(r.values->'need'->>'closed_on', r.values->'need'->>'done_on') end as judged_on
     from import_row r where r.import_id = $1 and r.action in ('ADD', 'UPDATE') and r.values ? 'need'`,
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
}

/** Of a household, or of the village of the row; `visit`: where the visit stands on which it was heard (a column, or null). */
export async function raiseNeeds(
  { client, record, viewer }: Publishing,
  visit: { column: string; join: string } = { column: "null::uuid", join: "" },
): Promise<void> {
  await client.query(
    `insert into need (id, household_id, division_id, counted_in, about, visit_id, source, category, urgency, words, raised_on, raised_by, raised_by_name, limit_days, due_on, first_due_on, import_id)
     select l.id, h.id, d.id, coalesce((select s.division_id from household_spell s where s.household_id = h.id and s.from_on <= n.raised_on and (s.to_on is null or s.to_on > n.raised_on)), d.id),
       coalesce(h.head_name, d.name), ${visit.column}, coalesce(n.source, 'OTHER'), n.category, 'NORMAL', n.words, n.raised_on, $2, $3, l.days, l.due_on, l.due_on, $1
     from import_row r join limits l on l.row_no = r.row_no ${visit.join} left join household h on h.id = (r.values->'meant'->>'householdId')::uuid
     join division d on d.id = coalesce(h.division_id, r.division_id)
     cross join lateral jsonb_to_record(r.values->'need') as n (source text, category text, words text, raised_on date)
     where r.import_id = $1 and r.action = 'ADD' order by r.row_no`,
    [record.id, viewer.accountId, viewer.name],
  );
}
