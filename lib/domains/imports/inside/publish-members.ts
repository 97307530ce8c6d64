/** Puts members into the rosters of their organizations, with the persons whom the registry does not know yet, and lays new facts over known ones. */
import { may } from "#lib/domains/accounts/roles.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Publishing } from "./publish.ts";

const FACTS = ["education", "member_group", "joined_on", "full_on", "party_post", "duty"];
const FIELD = (column: string) => column.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());
const SAID = `jsonb_to_record(r.values->'roll') as n (education text, "memberGroup" text, "joinedOn" date, "fullOn" date, "partyPost" text, duty text)`;

/** Whoever was there before the roster was begun: in it from the day that the sheet says, else from today. */
const JOINING = `create temp table joining on commit drop as
  select r.row_no, coalesce((r.values->'meant'->>'personId')::uuid, new_id()) as person_id, r.values->'meant'->>'personId' is null as fresh, new_id() as member_id,
    o.id as org_id, o.name as org_name, o.division_id, r.values
  from import_row r join party_org o on o.id = (r.values->'meant'->>'orgId')::int where r.import_id = $1::uuid and r.action = 'ADD'`;

const PERSONS = `insert into person (id, name, sex, birth_on, ethnicity, phone, political_status, id_type, id_no_sealed, id_no_digest, id_tail_digest, division_id, pinyin, initials)
  select j.person_id, j.values->>'name', p.sex, p.birth_on, p.ethnicity, p.phone,
    case when j.values->'roll'->>'fullOn' is null then 'PROBATIONARY' else 'PARTY_MEMBER' end, p.id_type, decode(j.values->'id'->>'sealed', 'hex'),
    decode(j.values->'id'->>'digest', 'hex'), decode(j.values->'id'->>'tail', 'hex'), j.division_id, j.values->>'pinyin', j.values->>'initials'
  from joining j, jsonb_populate_record(null::person, j.values->'person') p where j.fresh`;

const SEARCH = `insert into search_entry (kind, subject_id, division_id, title, detail, grams, pinyin, initials)
  select 'person', j.person_id::text, j.division_id, j.values->>'name', j.org_name, array(select jsonb_array_elements_text(j.values->'grams')),
    j.values->>'pinyin', j.values->>'initials' from joining j where j.fresh`;

const MEMBERS = `insert into party_member (id, person_id, name, sex, birth_on, ethnicity, education, joined_on, full_on, member_group, party_post, duty, division_id, account_id)
  select j.member_id, p.id, p.name, p.sex, p.birth_on, p.ethnicity, r.education, r."joinedOn", r."fullOn", coalesce(r."memberGroup", 'HERDER'), r."partyPost", r.duty,
    j.division_id, $1::int
  from joining j join person p on p.id = j.person_id,
    jsonb_to_record(j.values->'roll') as r (education text, "joinedOn" date, "fullOn" date, "memberGroup" text, "partyPost" text, duty text)`;

const SPELLS = `insert into party_membership (member_id, org_id, division_id, from_on, how, account_id)
  select j.member_id, j.org_id, j.division_id, coalesce((j.values->'roll'->>'fromOn')::date, $2::date), 'FOUND', $1::int from joining j`;

const MARKED = `create temp table marked on commit drop as
  select coalesce((r.values->'meant'->>'memberId')::uuid, j.member_id) as member_id, m.flag, m.new
  from import_row r left join joining j on j.row_no = r.row_no, jsonb_to_recordset(r.values->'meant'->'marks') as m (flag text, new jsonb)
  where r.import_id = $1::uuid and r.action in ('ADD', 'UPDATE')`;

export async function publishMembers({ client, record, viewer, today, step }: Publishing): Promise<void> {
  const { rows } = await client.query<{ division: number }>(
    "select distinct division_id as division from import_row where import_id = $1 and action in ('ADD', 'UPDATE')",
    [record.id],
  );
  for (const { division } of rows) if (!may(viewer, "member.edit", division)) throw refused();
  await client.query(JOINING, [record.id]);
  await client.query("analyze joining");
  await step("persons");
  await client.query(PERSONS);
  await client.query(SEARCH);
  await step("roster");
  await client.query(MEMBERS, [viewer.accountId]);
  await client.query(SPELLS, [viewer.accountId, today]);
  await client.query(
    `insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
     select $2, $3, 'import.published', 'partyMember', m.id::text, m.division_id, f.field, f.old, f.new
     from import_row r join party_member m on m.id = (r.values->'meant'->>'memberId')::uuid, ${SAID}
     cross join lateral (values ${FACTS.map((column) => `('${FIELD(column)}', m.${column}::text, n."${FIELD(column)}"::text)`).join(", ")}) f (field, old, new)
     where r.import_id = $1 and r.action = 'UPDATE' and f.new is not null and f.old is distinct from f.new`,
    [record.id, viewer.accountId, viewer.name],
  );
  await client.query(
    `update party_member m set ${FACTS.map((column) => `${column} = coalesce(n."${FIELD(column)}", m.${column})`).join(", ")}, version = m.version + 1
     from import_row r, ${SAID}
     where r.import_id = $1 and r.action = 'UPDATE' and m.id = (r.values->'meant'->>'memberId')::uuid
       and (${FACTS.map((column) => `n."${FIELD(column)}" is not null and n."${FIELD(column)}" is distinct from m.${column}`).join(" or ")})`,
    [record.id],
  );
  await step("marks");
  await client.query(MARKED, [record.id]);
  await client.query(
    "update party_member_flag f set to_on = $1::date from marked k where f.member_id = k.member_id and f.flag = k.flag and f.to_on is null and k.new = 'false'",
    [today],
  );
  await client.query(
    "update party_member_flag f set where_to = k.new #>> '{}' from marked k where f.member_id = k.member_id and f.flag = 'MOBILE' and k.flag = 'MOBILE' and f.to_on is null",
  );
  await client.query(
    `insert into party_member_flag (member_id, flag, from_on, where_to, account_id)
     select k.member_id, k.flag, $2::date, case k.flag when 'MOBILE' then k.new #>> '{}' end, $1::int from marked k
     where k.new <> 'false' and not exists (select 1 from party_member_flag f where f.member_id = k.member_id and f.flag = k.flag and f.to_on is null)`,
    [viewer.accountId, today],
  );
}
