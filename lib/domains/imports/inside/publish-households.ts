/** Writes households, their year, the spell that begins today, and their heads as far as the sheet gives an ID number. */

import type { Publishing } from "./publish.ts";
import { noteChanges } from "./publish-besides.ts";
import {
  FIELD_NAMES,
  HOUSEHOLD_COLUMNS,
  laidOver,
  listed,
  takenFrom,
  YEAR_COLUMNS,
} from "./record-columns.ts";

const GOOD = "r.import_id = $1 and r.action in ('ADD', 'UPDATE')";

/** Households and their year hold some fields alike; of the new rows both are kept. */
const ofHousehold = (column: string) => `household_${column}`;

/** Who becomes head of a household that has none this year: somebody known, or somebody of whom the sheet gives the number. */
const HEADS = `create temp table heads on commit drop as
  select r.subject_id as household_id, r.division_id, coalesce((r.picked->>'personId')::uuid, new_id()) as person_id, r.picked->>'personId' is null as made,
    r.values->>'name' as name, r.values->>'pinyin' as pinyin, r.values->>'initials' as initials, r.values->'grams' as grams, r.values->'person' as person, r.values->'id' as number
  from import_row r where ${GOOD} and (r.values->'id' is not null or r.picked->>'personId' is not null)
    and not exists (select 1 from membership_year m where m.household_id = r.subject_id and m.year = $2 and m.relation = 'HEAD')
    and (r.picked->>'personId' is null or not exists (select 1 from membership_year m where m.person_id = (r.picked->>'personId')::uuid and m.year = $2))`;

/** The new households with their columns, read out of the staged values once for all the tables that they go to. */
const FRESH = `create temp table fresh on commit drop as
  select r.id, r.division_id, r.household_no, r.name, r.pinyin, r.initials, array(select jsonb_array_elements_text(r.grams)) as grams, h.person_id as head_person_id,
    year->>'status' as status, coalesce((year->>'member_count')::int, 0) as member_count,
    ${takenFrom("year", YEAR_COLUMNS)}, ${takenFrom("household", HOUSEHOLD_COLUMNS, ofHousehold)}
  from (select r.subject_id as id, r.division_id, r.values->>'householdNo' as household_no, r.values->>'name' as name, r.values->>'pinyin' as pinyin,
      r.values->>'initials' as initials, r.values->'grams' as grams, r.values->'year' as year, r.values->'household' as household
    from import_row r where r.import_id = $1 and r.action = 'ADD' offset 0) r
  left join heads h on h.household_id = r.id`;

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
  await ask(HEADS, year);
  await client.query("analyze heads (household_id)");
  await ask(FRESH);
  await ask(
    `insert into household (id, household_no, division_id, head_name, head_person_id, status, member_count, ${listed(HOUSEHOLD_COLUMNS)}, pinyin, initials)
     select id, household_no, division_id, name, head_person_id, status, greatest(member_count, case when head_person_id is null then 0 else 1 end), ${listed(HOUSEHOLD_COLUMNS.map(ofHousehold))}, pinyin, initials from fresh where $1::uuid is not null`,
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
     select id, $2, division_id, name, status, member_count, $1::uuid, ${listed(YEAR_COLUMNS)} from fresh`,
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
     select id, division_id, status, $2::date from fresh where $1::uuid is not null`,
    today,
  );
  await publishHeads(ask, year);
  await step("search");
  await ask(
    `insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials)
     select 'household', f.id::text, f.division_id, f.id, f.name, d.name, f.grams, f.pinyin, f.initials
     from fresh f join division d on d.id = f.division_id where $1::uuid is not null`,
  );
}

type Ask = (text: string, ...values: unknown[]) => Promise<unknown>;

async function publishHeads(ask: Ask, year: number): Promise<void> {
  await ask(
    `insert into person (id, name, sex, birth_on, ethnicity, id_type, id_no_sealed, id_no_digest, id_tail_digest, division_id, household_id, pinyin, initials)
     select h.person_id, h.person->>'name', h.person->>'sex', (h.person->>'birth_on')::date, h.person->>'ethnicity', h.person->>'id_type', decode(h.number->>'sealed', 'hex'),
       decode(h.number->>'digest', 'hex'), decode(h.number->>'tail', 'hex'), h.division_id, h.household_id, h.pinyin, h.initials from heads h where h.made and $1::uuid is not null`,
  );
  // Somebody known already (a cadre, a helper) who heads the household comes into it as well.
  await ask(
    `insert into membership_year (person_id, year, household_id, division_id, name, relation, import_id)
     select h.person_id, $2, h.household_id, h.division_id, h.name, 'HEAD', $1::uuid from heads h`,
    year,
  );
  // New households were written with their heads.
  await ask(
    `update household h set head_person_id = m.person_id, member_count = greatest(h.member_count, 1) from import_row r, membership_year m
     where r.import_id = $1 and r.action = 'UPDATE' and h.id = r.subject_id and m.household_id = h.id and m.year = $2 and m.relation = 'HEAD' and h.head_person_id is distinct from m.person_id`,
    year,
  );
  await ask(
    `insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials)
     select 'person', h.person_id::text, h.division_id, h.household_id, h.name, d.name, array(select jsonb_array_elements_text(h.grams)), h.pinyin, h.initials
     from heads h join division d on d.id = h.division_id where h.made and $1::uuid is not null
     on conflict (kind, subject_id) do nothing`,
  );
}
