/** Registers organizations of the industry chain and notes what is reported of those that are there: villages, Party coverage from today, the year's figures. */
import { may } from "#lib/domains/accounts/roles.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Publishing } from "./publish.ts";
import type { EntityMeant } from "./resolve-industry.ts";
import type { EntityValues } from "./staged-values.ts";

type Row = { rowNo: number; divisionId: number; entity: EntityValues; meant: EntityMeant };

export async function publishIndustry({ client, record, viewer, today, step }: Publishing): Promise<void> {
  const { rows } = await client.query<Row>(
    `select row_no as "rowNo", division_id as "divisionId", values->'entity' as entity, values->'meant' as meant from import_row
     where import_id = $1 and action in ('ADD', 'UPDATE') order by row_no`,
    [record.id],
  );
  for (const { divisionId } of rows) if (!may(viewer, "industry.edit", divisionId)) throw refused();
  const by = [today, viewer.accountId, viewer.name];
  await step("entities");
  const { rows: made } = await client.query<{ id: string }>(
    `select new_id() as id from generate_series(1, $1::int)`,
    [rows.length],
  );
  const given = JSON.stringify(
    rows.map(({ divisionId, entity, meant }, at) => ({
      ...entity,
      ...pinyinKeys(entity.name ?? ""),
      ...{ id: meant.entityId ?? made[at]?.id, fresh: meant.entityId === null, divisionId },
      ...{ villages: meant.villages, creditNo: meant.creditNo, party: meant.party },
    })),
  );
  const ask = (text: string) => client.query(`with n as (${GIVEN}) ${text}`, [given, record.year, ...by]);
  await ask(NOTED);
  await ask(`insert into industry_entity (id, name, kind, division_id, credit_no, operator, member_count, party_members, full_members, opened_on, pinyin, initials, account_id)
    select n.id, n.name, n.kind, n."divisionId", n."creditNo", n.operator, n."memberCount", n."partyMembers", n."fullMembers", $3::date, n.pinyin, n.initials, $4::int
    from n where n.fresh and $2::int > 0 and $5::text <> ''`);
  await ask(`update industry_entity e set kind = coalesce(n.kind, e.kind), credit_no = coalesce(n."creditNo", e.credit_no), operator = coalesce(n.operator, e.operator),
      member_count = coalesce(n."memberCount", e.member_count), party_members = coalesce(n."partyMembers", e.party_members),
      full_members = coalesce(n."fullMembers", e.full_members), version = e.version + 1
    from n where e.id = n.id and not n.fresh ${ALL}`);
  await ask(`insert into industry_village (entity_id, village_id, division_id)
    select n.id, v.id, e.division_id from n join industry_entity e on e.id = n.id cross join jsonb_array_elements_text(n.villages) w(id)
    cross join lateral (select w.id::int as id) v where true ${ALL} on conflict do nothing`);
  await step("party");
  // One that began today is corrected; else it ends today and another begins.
  await ask(`update industry_party p set coverage = n.party->>'coverage', party_org_id = (n.party->>'orgId')::int, mode = case when n.party->>'coverage' <> 'NONE' then p.mode end
    from n where n.party is not null and p.entity_id = n.id and p.to_on is null and p.from_on = $3::date ${ALL}`);
  await ask(`update industry_party p set to_on = $3::date
    from n where n.party is not null and p.entity_id = n.id and p.to_on is null and p.from_on < $3::date ${ALL}`);
  await ask(`insert into industry_party (entity_id, division_id, coverage, party_org_id, from_on, account_id)
    select n.id, e.division_id, n.party->>'coverage', (n.party->>'orgId')::int, $3::date, $4::int from n join industry_entity e on e.id = n.id
    where n.party is not null and not exists (select 1 from industry_party p where p.entity_id = n.id and p.to_on is null) ${ALL}`);
  await step("years");
  await ask(`insert into industry_year (entity_id, year, division_id, poor_members, output_fen, raised_fen)
    select n.id, $2::int, e.division_id, n."poorMembers", n."outputFen", n."raisedFen" from n join industry_entity e on e.id = n.id
    where coalesce(n."poorMembers", n."outputFen", n."raisedFen") is not null ${ALL}
    on conflict (entity_id, year) do update set poor_members = coalesce(excluded.poor_members, industry_year.poor_members),
      output_fen = coalesce(excluded.output_fen, industry_year.output_fen), raised_fen = coalesce(excluded.raised_fen, industry_year.raised_fen)`);
}

/** Every statement is given the same values; this mentions those that it does not use. */
const ALL = "and ($2::int, $3::date, $4::int, $5::text) is not null";

const GIVEN = `select * from jsonb_to_recordset($1::jsonb) as n (id uuid, fresh boolean, "divisionId" int, name text, kind text, "creditNo" text, operator text,
  "memberCount" int, "partyMembers" int, "fullMembers" int, "poorMembers" int, "outputFen" bigint, "raisedFen" bigint, villages jsonb, party jsonb, pinyin text, initials text)`;

/** The history tells field by field what is new, before it is written. */
const NOTED = `insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
  select $4::int, $5::text, 'import.published', 'industryEntity', n.id::text, coalesce(e.division_id, n."divisionId"), f.field, f.old, f.new
  from n left join industry_entity e on e.id = n.id
  cross join lateral (values ('name', e.name, case when n.fresh then n.name end), ('kind', e.kind, n.kind), ('creditNo', e.credit_no, n."creditNo"),
    ('operator', e.operator, n.operator), ('memberCount', e.member_count::text, n."memberCount"::text), ('partyMembers', e.party_members::text, n."partyMembers"::text),
    ('fullMembers', e.full_members::text, n."fullMembers"::text), ('party', null, n.party->>'coverage'),
    ('villages', null, (select string_agg(d.name, '、' order by d.id) from jsonb_array_elements_text(n.villages) w(id) join division d on d.id = w.id::int
      where not exists (select 1 from industry_village v where v.entity_id = n.id and v.village_id = d.id)))) f (field, old, new)
  where f.new is not null and f.old is distinct from f.new ${ALL}`;
