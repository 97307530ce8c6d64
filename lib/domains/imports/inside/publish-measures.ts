/** Records the measures of a ledger, and lays what it says over those that are recorded already; each with its history. */
import type { Publishing } from "./publish.ts";
import { MEASURE_COLUMNS, MEASURE_TYPES } from "./record-columns.ts";

const SAID = `jsonb_to_record(r.values->'measure') as n (category text, project text, ${MEASURE_TYPES})`;
const CAMEL = `(select string_agg(case when w.at = 1 then w.part else initcap(w.part) end, '' order by w.at) from unnest(string_to_array(n.key, '_')) with ordinality w (part, at))`;
const NOTED = `insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)`;
/** What is over is not begun again by a sheet that was not kept up. */
const OVER = "m.status in ('DONE', 'PARTLY', 'STOPPED')";

export async function publishMeasures({ client, record, viewer, step }: Publishing): Promise<void> {
  await step("measures");
  const who = [record.id, viewer.accountId, viewer.name];
  await client.query(
    `${NOTED}
     select $2, $3, 'import.published', 'measure', m.id::text, m.division_id, m.household_id, 'measure.' || ${CAMEL},
       m.project || ' ' || (to_jsonb(m)->>n.key), m.project || ' ' || n.value
     from import_row r join measure m on m.id = r.subject_id cross join lateral jsonb_each_text(r.values->'measure') n
     where r.import_id = $1 and r.action = 'UPDATE' and n.key = any ('{${MEASURE_COLUMNS.join(",")}}'::text[])
       and not (n.key = 'status' and n.value = 'RUNNING' and ${OVER}) and to_jsonb(m)->>n.key is distinct from n.value`,
    who,
  );
  const laid = MEASURE_COLUMNS.map((column) =>
    column === "status"
      ? `status = case when n.status is null or n.status = 'RUNNING' and ${OVER} then m.status else n.status end`
      : `${column} = coalesce(n.${column}, m.${column})`,
  );
  await client.query(
    `update measure m set ${laid.join(", ")}, version = m.version + 1
     from import_row r cross join lateral ${SAID} where r.import_id = $1 and r.action = 'UPDATE' and m.id = r.subject_id`,
    [record.id],
  );
  const others = MEASURE_COLUMNS.filter((column) => column !== "status");
  await client.query(
    `with fresh as (
       insert into measure (household_id, division_id, counted_in, year, category, project, status, ${others.join(", ")}, import_id, account_id)
       select (r.values->'meant'->>'householdId')::uuid, r.division_id, r.division_id, (r.values->'meant'->>'year')::int, n.category, n.project, coalesce(n.status, 'RUNNING'),
         ${others.map((column) => `n.${column}`).join(", ")}, $1::uuid, $2
       from import_row r cross join lateral ${SAID} where r.import_id = $1::uuid and r.action = 'ADD' order by r.row_no
       returning id, division_id, household_id, year, project)
     ${NOTED}
     select $2, $3, 'import.published', 'measure', f.id::text, f.division_id, f.household_id, 'measure', null, f.year || ' ' || f.project from fresh f`,
    who,
  );
}
