/** Writes pairings, and the helpers whom the registry does not know yet: each of them once, however many households they help. */
import type { Publishing } from "./publish.ts";

/** The same name, unit and telephone in one file is the same person. */
const WHO = `concat_ws(chr(1), j.helper_name, coalesce(j.helper_unit, ''), coalesce(j.helper_phone, ''))`;

const HELPERS = `create temp table helper on commit drop as
  select r.row_no, x.kind, r.values, r.division_id, j.helper_name, j.helper_unit, j.helper_post, j.helper_phone, j.from_on, j.to_on,
    x.known, ${WHO} as who, x.pinyin, x.initials, case when x.kind = 'FIRST_HELPER' then r.values->'person' else '{}' end as person
  from import_row r
  cross join lateral (values
    ('FIRST_HELPER', r.values->'pairing', (r.values->>'helperId')::uuid, r.values->'person'->>'pinyin', r.values->'person'->>'initials'),
    ('SECOND_HELPER', r.values->'second', (r.values->>'secondId')::uuid, r.values->'second'->>'pinyin', r.values->'second'->>'initials')
  ) x (kind, json, known, pinyin, initials),
  jsonb_populate_record(null::pairing, x.json) j
  where r.import_id = $1::uuid and r.action = 'ADD' and x.json is not null`;

export async function publishPairings({ client, record, viewer, step }: Publishing): Promise<void> {
  const ask = (text: string, ...values: unknown[]) => client.query(text, [record.id, ...values]);
  await ask(HELPERS);
  await client.query(
    `create temp table fresh on commit drop as
     select distinct on (who) who, new_id() as id, helper_name, helper_unit, helper_post, helper_phone, person, pinyin, initials
     from helper where known is null order by who, kind, row_no`,
  );
  await step("helpers");
  await client.query(
    `insert into person (id, name, phone, unit_name, post, sex, political_status, rank, division_id, pinyin, initials)
     select f.id, f.helper_name, f.helper_phone, f.helper_unit, f.helper_post, p.sex, p.political_status, p.rank, $1, f.pinyin, f.initials
     from fresh f, jsonb_populate_record(null::person, f.person) p`,
    [record.divisionId],
  );
  await client.query(
    `insert into search_entry (kind, subject_id, division_id, title, detail, grams, pinyin, initials)
     select 'person', f.id::text, $1, f.helper_name, coalesce(f.helper_unit, ''), array(select distinct substr(f.helper_name, at, size)
       from generate_series(1, length(f.helper_name)) at, generate_series(1, 2) size where at + size - 1 <= length(f.helper_name)), f.pinyin, f.initials from fresh f`,
    [record.divisionId],
  );
  await step("pairings");
  // Whoever leaves first: the next one may begin on that day.
  await ask(
    `update pairing g set to_on = (r.values->'pairing'->>'to_on')::date, version = g.version + 1
     from import_row r where r.import_id = $1 and r.action = 'UPDATE' and g.id = r.subject_id`,
  );
  await ask(
    `insert into pairing (household_id, division_id, helper_id, helper_name, helper_unit, helper_post, helper_phone, kind, from_on, to_on, account_id, import_id)
     select distinct on (h.values->>'householdId', coalesce(h.known, f.id), h.kind) (h.values->>'householdId')::uuid, h.division_id, coalesce(h.known, f.id), h.helper_name,
       coalesce(h.helper_unit, p.unit_name), coalesce(h.helper_post, p.post), coalesce(h.helper_phone, p.phone), h.kind, h.from_on, h.to_on, $2::int, $1::uuid
     from helper h left join fresh f on f.who = h.who and h.known is null join person p on p.id = coalesce(h.known, f.id)
     where not exists (select 1 from pairing g where g.household_id = (h.values->>'householdId')::uuid and g.helper_id = coalesce(h.known, f.id)
       and g.kind = h.kind and daterange(g.from_on, g.to_on) && daterange(h.from_on, h.to_on))
     order by h.values->>'householdId', coalesce(h.known, f.id), h.kind, h.row_no`,
    viewer.accountId,
  );
}
