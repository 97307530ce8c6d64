/** Writes persons and their membership of the year, then lets the households say anew who heads them and how many they are. */

import type { Publishing } from "./publish.ts";
import { noteChanges, writePersonEntries } from "./publish-besides.ts";
import { FIELD_NAMES, laidOver, listed, MEMBER_COLUMNS, takenFrom } from "./record-columns.ts";

const PERSON = ["sex", "birth_on", "ethnicity", "political_status", "phone"];
const HOUSEHOLD_OF = "(select h.id from household h where h.household_no = r.values->>'householdNo')";

export async function publishPersons({ client, record, viewer, step }: Publishing): Promise<void> {
  const { id, year } = record;
  const ask = (text: string, ...values: unknown[]) => client.query(text, [id, ...values]);
  const noted = { household: HOUSEHOLD_OF, names: FIELD_NAMES, entity: "person" };
  await noteChanges(client, record, viewer, {
    ...noted,
    json: "r.values->'person'",
    table: "person",
    on: "t.id = r.subject_id",
  });
  await noteChanges(client, record, viewer, {
    ...noted,
    json: "(r.values->'member') - 'name' - 'phone'",
    table: "membership_year",
    on: `t.person_id = r.subject_id and t.year = ${Number(year)}`,
  });
  await step("persons");
  await ask(
    `insert into person (id, name, id_type, id_no_sealed, id_no_digest, id_tail_digest, division_id, household_id, pinyin, initials, ${listed(PERSON)})
     select r.id, r.person->>'name', r.person->>'id_type', decode(r.number->>'sealed', 'hex'), decode(r.number->>'digest', 'hex'),
       decode(r.number->>'tail', 'hex'), h.division_id, h.id, r.pinyin, r.initials, ${takenFrom("r.person", PERSON)}
     from (select r.subject_id as id, r.values->>'householdNo' as household_no, r.values->'person' as person, r.values->'id' as number, r.values->>'pinyin' as pinyin, r.values->>'initials' as initials
       from import_row r where r.import_id = $1 and r.picked->'new' is not null and r.action = 'ADD' offset 0) r
     join household h on h.household_no = r.household_no`,
  );
  await ask(
    `update person t set ${laidOver(PERSON, "p", "t")}, name = p.name, pinyin = r.values->>'pinyin', initials = r.values->>'initials',
       household_id = h.id, division_id = h.division_id, version = t.version + 1,
       id_type = coalesce(t.id_type, p.id_type), id_no_sealed = coalesce(t.id_no_sealed, decode(r.values->'id'->>'sealed', 'hex')),
       id_no_digest = coalesce(t.id_no_digest, decode(r.values->'id'->>'digest', 'hex')),
       id_tail_digest = coalesce(t.id_tail_digest, decode(r.values->'id'->>'tail', 'hex'))
     from import_row r join household h on h.household_no = r.values->>'householdNo', jsonb_populate_record(null::person, r.values->'person') p
     where r.import_id = $1 and r.picked is null and r.action in ('ADD', 'UPDATE') and t.id = r.subject_id`,
  );
  await step("members");
  // Heads last: a household has one, and the old one must have stepped back before the new one steps up.
  for (const heads of ["<>", "="]) {
    await ask(
      `insert into membership_year as t (person_id, year, household_id, division_id, import_id, ${listed(MEMBER_COLUMNS)})
       select r.subject_id, $2, h.id, h.division_id, $1::uuid, ${listed(MEMBER_COLUMNS, "m")}
       from import_row r join household h on h.household_no = r.values->>'householdNo', jsonb_populate_record(null::membership_year, r.values->'member') m
       where r.import_id = $1 and r.action in ('ADD', 'UPDATE') and m.relation ${heads} 'HEAD'
       on conflict (person_id, year) do update set ${laidOver(MEMBER_COLUMNS, "excluded", "t")}, import_id = excluded.import_id`,
      year,
    );
  }
  await step("households");
  await ask(TOUCHED);
  await ask(HOUSEHOLDS, year);
  await ask(YEARS, year);
  await step("search");
  await writePersonEntries(client, record, HOUSEHOLD_OF);
  await ask(RENAMED);
}

const TOUCHED = `create temp table touched on commit drop as
  select distinct on (h.id) h.id, r.values->'household'->>'phone' as phone from import_row r join household h on h.household_no = r.values->>'householdNo'
  where r.import_id = $1::uuid and r.action in ('ADD', 'UPDATE') order by h.id, r.values->'household'->>'phone' nulls last`;

const HOUSEHOLDS = `update household h set member_count = c.members, phone = coalesce(t.phone, h.phone), version = h.version + 1,
    head_person_id = coalesce(c.head_id, h.head_person_id), head_name = coalesce(c.head_name, h.head_name),
    pinyin = coalesce(c.head_pinyin, h.pinyin), initials = coalesce(c.head_initials, h.initials)
  from touched t join lateral (
    select count(*)::int as members, (array_agg(m.person_id) filter (where m.relation = 'HEAD'))[1] as head_id, max(m.name) filter (where m.relation = 'HEAD') as head_name,
      max(p.pinyin) filter (where m.relation = 'HEAD') as head_pinyin, max(p.initials) filter (where m.relation = 'HEAD') as head_initials
    from membership_year m join person p on p.id = m.person_id where m.household_id = t.id and m.year = $2) c on true
  where h.id = t.id and $1::uuid is not null`;

const YEARS = `update household_year y set member_count = h.member_count, head_name = h.head_name, phone = coalesce(h.phone, y.phone)
  from touched t join household h on h.id = t.id where y.household_id = t.id and y.year = $2 and $1::uuid is not null`;

/** A household is found by the name of its head. */
const RENAMED = `update search_entry e set title = h.head_name, pinyin = h.pinyin, initials = h.initials, grams = p.grams
  from touched t join household h on h.id = t.id join search_entry p on p.kind = 'person' and p.subject_id = h.head_person_id::text
  where e.kind = 'household' and e.subject_id = t.id::text and e.title <> h.head_name and $1::uuid is not null`;
