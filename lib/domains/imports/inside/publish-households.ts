/** Writes households, their year, the spell that begins today, and their heads as far as the sheet gives an ID number. */

import type { Publishing } from "./publish.ts";
import { noteChanges, writeSearchEntries } from "./publish-besides.ts";
import { FIELD_NAMES, HOUSEHOLD_COLUMNS, laidOver, listed, YEAR_COLUMNS } from "./record-columns.ts";

const GOOD = "r.import_id = $1 and r.action in ('ADD', 'UPDATE')";

/** Heads to be made: the sheet names a number, nobody bears it, and the household has no head this year. */
const NEW_HEADS = `${GOOD} and r.values->'id' is not null and r.picked->>'personId' is null
  and not exists (select 1 from membership_year m where m.household_id = r.subject_id and m.year = $2 and m.relation = 'HEAD')`;

export async function publishHouseholds({ client, record, viewer, today, step }: Publishing): Promise<void> {
  const { id, year } = record;
  const ask = (text: string, ...values: unknown[]) => client.query(text, [id, ...values]);
  await noteChanges(client, record, viewer, {
    entity: "household",
    json: "r.values->'household'",
    table: "household",
    on: "t.id = r.subject_id",
    household: "r.subject_id",
    names: FIELD_NAMES,
  });
  await step("households");
  await ask(
    `insert into household (id, household_no, division_id, head_name, status, member_count, ${listed(HOUSEHOLD_COLUMNS)}, pinyin, initials)
     select r.subject_id, r.values->>'householdNo', r.division_id, r.values->>'name', r.values->'year'->>'status',
       coalesce((r.values->'year'->>'member_count')::int, 0), ${listed(HOUSEHOLD_COLUMNS, "h")}, r.values->>'pinyin', r.values->>'initials'
     from import_row r, jsonb_populate_record(null::household, r.values->'household') h where r.import_id = $1 and r.action = 'ADD'`,
  );
  await ask(
    `update household t set ${laidOver(HOUSEHOLD_COLUMNS, "h", "t")}, version = t.version + 1
     from import_row r, jsonb_populate_record(null::household, r.values->'household') h
     where r.import_id = $1 and r.action = 'UPDATE' and t.id = r.subject_id`,
  );
  await step("years");
  const columns = `household_id, year, division_id, head_name, status, member_count, import_id, ${listed(YEAR_COLUMNS)}`;
  const said = listed(YEAR_COLUMNS, "y").replace("y.other_causes", "coalesce(y.other_causes, '{}')");
  await ask(
    `insert into household_year (${columns})
     select r.subject_id, $2, r.division_id, r.values->>'name', r.values->'year'->>'status', coalesce((r.values->'year'->>'member_count')::int, 0), $1::uuid, ${said}
     from import_row r, jsonb_populate_record(null::household_year, r.values->'year') y where r.import_id = $1 and r.action = 'ADD'`,
    year,
  );
  await ask(
    `insert into household_year as t (${columns})
     select r.subject_id, $2, r.division_id, h.head_name, h.status, h.member_count, $1::uuid, ${said}
     from import_row r join household h on h.id = r.subject_id, jsonb_populate_record(null::household_year, r.values->'year') y where r.import_id = $1 and r.action = 'UPDATE'
     on conflict (household_id, year) do update set ${laidOver(YEAR_COLUMNS, "excluded", "t").replace("excluded.other_causes", "nullif(excluded.other_causes, '{}')")}, import_id = excluded.import_id`,
    year,
  );
  await step("spells");
  await ask(
    `insert into household_spell (household_id, division_id, status, from_on)
     select r.subject_id, r.division_id, r.values->'year'->>'status', $2::date from import_row r where r.import_id = $1 and r.action = 'ADD'`,
    today,
  );
  await publishHeads(ask, year);
  await step("search");
  await writeSearchEntries(client, record, "household", "r.subject_id", "r.subject_id");
}

type Ask = (text: string, ...values: unknown[]) => Promise<unknown>;

async function publishHeads(ask: Ask, year: number): Promise<void> {
  await ask(
    `update import_row r set picked = jsonb_build_object('personId', new_id(), 'new', true) where ${NEW_HEADS}`,
    year,
  );
  await ask(
    `insert into person (id, name, sex, birth_on, ethnicity, id_type, id_no_sealed, id_no_digest, id_tail_digest, division_id, household_id, pinyin, initials)
     select (r.picked->>'personId')::uuid, p.name, p.sex, p.birth_on, p.ethnicity, p.id_type, decode(r.values->'id'->>'sealed', 'hex'),
       decode(r.values->'id'->>'digest', 'hex'), decode(r.values->'id'->>'tail', 'hex'), r.division_id, r.subject_id, r.values->>'pinyin', r.values->>'initials'
     from import_row r, jsonb_populate_record(null::person, r.values->'person') p where r.import_id = $1 and r.picked->'new' is not null`,
  );
  // Somebody known already (a cadre, a helper) who heads the household comes into it as well.
  await ask(
    `insert into membership_year (person_id, year, household_id, division_id, name, relation, import_id)
     select (r.picked->>'personId')::uuid, $2, r.subject_id, r.division_id, r.values->>'name', 'HEAD', $1::uuid
     from import_row r where ${GOOD} and r.picked->>'personId' is not null
       and not exists (select 1 from membership_year m where m.household_id = r.subject_id and m.year = $2 and m.relation = 'HEAD')
       and not exists (select 1 from membership_year m where m.person_id = (r.picked->>'personId')::uuid and m.year = $2)`,
    year,
  );
  await ask(
    `update household h set head_person_id = m.person_id, member_count = greatest(h.member_count, 1) from import_row r, membership_year m
     where ${GOOD} and (r.action = 'UPDATE' or r.picked is not null) and h.id = r.subject_id and m.household_id = h.id and m.year = $2 and m.relation = 'HEAD' and h.head_person_id is distinct from m.person_id`,
    year,
  );
  await ask(
    `insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials)
     select 'person', r.picked->>'personId', r.division_id, r.subject_id, r.values->>'name', d.name,
       array(select jsonb_array_elements_text(r.values->'grams')), r.values->>'pinyin', r.values->>'initials'
     from import_row r join division d on d.id = r.division_id where r.import_id = $1 and r.picked->'new' is not null
     on conflict (kind, subject_id) do nothing`,
  );
}
