/** Writes sources of income into the year of the import; what a household earned in all, and per head, follows in the database. */
import type { Publishing } from "./publish.ts";

const GOOD = "r.import_id = $1::uuid and r.action in ('ADD', 'UPDATE')";
/** As a form holds an amount: yuan, with the parts only where there are some. */
const said = (fen: string) =>
  `case when ${fen} % 100 = 0 then (${fen} / 100)::text else to_char(${fen} / 100.0, 'FM999999999999990.00') end`;

export async function publishIncomes({ client, record, viewer, step }: Publishing): Promise<void> {
  const { id, year } = record;
  await step("incomes");
  await client.query(
    `create temp table earned on commit drop as
     select r.subject_id as household_id, r.division_id, n.key as code, (n.value #>> '{}')::bigint as fen, t.amount_fen as was
     from import_row r cross join lateral jsonb_each(r.values->'income') n
     left join income_item t on t.household_id = r.subject_id and t.year = $2 and t.code = n.key
     where ${GOOD} and t.amount_fen is distinct from (n.value #>> '{}')::bigint`,
    [id, year],
  );
  // The year's own row must be there before its sources, so that the figure per head has where to stand.
  await client.query(
    `insert into household_year (household_id, year, division_id, head_name, status, attribute, main_cause, member_count)
     select h.id, $1, h.division_id, h.head_name, h.status, h.attribute, h.main_cause, h.member_count
     from household h where h.id in (select household_id from earned) on conflict do nothing`,
    [year],
  );
  await client.query(
    `insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
     select $1, $2, 'import.published', 'household', e.household_id::text, e.division_id, e.household_id, 'income.' || e.code, ${said("e.was")}, ${said("e.fen")}
     from earned e`,
    [viewer.accountId, viewer.name],
  );
  await client.query(
    `insert into income_item as t (household_id, year, code, division_id, amount_fen, import_id)
     select household_id, $2, code, division_id, fen, $1::uuid from earned
     on conflict (household_id, year, code) do update set amount_fen = excluded.amount_fen, import_id = excluded.import_id`,
    [id, year],
  );
}
