/** What goes with every published row: the history of its fields, and its line in the search index. */
import type pg from "pg";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { ImportRecord } from "./record.ts";

type Noted = {
  entity: string;
  /** The staged values, and the table they are laid over. */
  json: string;
  table: string;
  on: string;
  household: string;
  names: string;
};

/** Written before the rows change, for only then are the old values still there. */
export async function noteChanges(
  client: pg.PoolClient,
  record: ImportRecord,
  viewer: Viewer,
  noted: Noted,
): Promise<void> {
  await client.query(
    `insert into change (account_id, account_name, verb, entity, entity_id, division_id, household_id, field, old, new)
     select $2, $3, 'import.published', '${noted.entity}', r.subject_id::text, r.division_id, ${noted.household},
       coalesce($4::jsonb->>n.key, n.key), to_jsonb(t)->>n.key, n.value
     from import_row r join ${noted.table} t on ${noted.on}, jsonb_each_text(${noted.json}) n
     where r.import_id = $1 and r.action = 'UPDATE' and to_jsonb(t)->>n.key is distinct from n.value`,
    [record.id, viewer.accountId, viewer.name, noted.names],
  );
}

/** A person may have been there, as a helper or in another year; then its line is written anew. */
export async function writePersonEntries(
  client: pg.PoolClient,
  record: ImportRecord,
  household: string,
): Promise<void> {
  await client.query(
    `insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials)
     select 'person', r.subject_id::text, r.division_id, ${household}, r.values->>'name', d.name,
       array(select jsonb_array_elements_text(r.values->'grams')), r.values->>'pinyin', r.values->>'initials'
     from import_row r join division d on d.id = r.division_id where r.import_id = $1 and r.action = 'ADD'
     on conflict (kind, subject_id) do update set division_id = excluded.division_id, household_id = excluded.household_id, title = excluded.title,
       detail = excluded.detail, grams = excluded.grams, pinyin = excluded.pinyin, initials = excluded.initials`,
    [record.id],
  );
}
