/** Founds the teams that a roster brings to villages without one, and lets its members join; those who are there get what changed. */
import type { Publishing } from "./publish.ts";

const SAID = `jsonb_to_record(r.values->'team') as n (unit text, post text, roles text[], batch text, from_on date, due_on date, org_moved boolean, mobile text)`;

export async function publishTeams({ client, record, viewer, step }: Publishing): Promise<void> {
  const who = [record.id, viewer.accountId, viewer.name];
  await step("teams");
  await client.query(
    `create temp table founded on commit drop as
     select new_id() as id, r.division_id, min(n.from_on) as from_on, max(n.due_on) as due_on, min(n.batch) as batch, (array_agg(n.unit order by r.row_no))[1] as unit
     from import_row r cross join lateral ${SAID}
     where r.import_id = $1 and r.action = 'ADD' and r.values->'meant'->>'teamId' is null group by r.division_id`,
    [record.id],
  );
  await client.query(
    `insert into resident_team (id, division_id, sending_unit, batch, from_on, due_on, account_id, import_id)
     select f.id, f.division_id, f.unit, f.batch, f.from_on, f.due_on, $2, $1 from founded f`,
    who.slice(0, 2),
  );
  await client.query(
    `create temp table joining on commit drop as
     select r.row_no, new_id() as id, coalesce((r.values->'meant'->>'teamId')::uuid, f.id) as team_id, r.division_id, (r.values->'meant'->>'personId')::uuid as known, new_id() as fresh, r.values->>'name' as name
     from import_row r left join founded f on f.division_id = r.division_id where r.import_id = $1 and r.action = 'ADD'`,
    [record.id],
  );
  await client.query(
    `insert into person (id, name, phone, unit_name, post, division_id, pinyin, initials)
     select j.fresh, j.name, n.mobile, n.unit, n.post, j.division_id, r.values->>'pinyin', r.values->>'initials'
     from joining j join import_row r on r.import_id = $1 and r.row_no = j.row_no cross join lateral ${SAID} where j.known is null`,
    [record.id],
  );
  await client.query(
    `insert into search_entry (kind, subject_id, division_id, title, detail, grams, pinyin, initials)
     select 'person', j.fresh::text, j.division_id, j.name, r.values->'team'->>'unit', array(select jsonb_array_elements_text(r.values->'grams')), r.values->>'pinyin', r.values->>'initials'
     from joining j join import_row r on r.import_id = $1 and r.row_no = j.row_no where j.known is null`,
    [record.id],
  );
  await client.query(
    `insert into team_member (id, team_id, division_id, person_id, name, unit, post, roles, from_on, org_moved, account_id, import_id)
     select j.id, j.team_id, j.division_id, coalesce(j.known, j.fresh), j.name, n.unit, n.post, coalesce(n.roles, '{MEMBER}'), n.from_on, coalesce(n.org_moved, false), $2, $1
     from joining j join import_row r on r.import_id = $1 and r.row_no = j.row_no cross join lateral ${SAID} order by j.row_no`,
    who.slice(0, 2),
  );
  await client.query(
    `insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
     select $2, $3, 'import.published', 'residentTeam', x.team, x.division_id, x.field, x.old, x.new from (
       select f.id::text as team, f.division_id, 'sendingUnit' as field, null as old, f.unit as new from founded f
       union all select j.team_id::text, j.division_id, 'teamMember', null, j.name || ' ' || n.from_on from joining j join import_row r on r.import_id = $1 and r.row_no = j.row_no cross join lateral ${SAID}
       union all select m.team_id::text, m.division_id, 'teamMember', m.name || ' ' || m.unit, m.name || ' ' || n.unit
         from import_row r join team_member m on m.id = r.subject_id cross join lateral ${SAID} where r.import_id = $1 and r.action = 'UPDATE') x`,
    who,
  );
  await client.query(
    `update team_member m set unit = n.unit, post = coalesce(n.post, m.post), roles = coalesce(n.roles, m.roles), org_moved = coalesce(n.org_moved, m.org_moved), version = m.version + 1
     from import_row r cross join lateral ${SAID} where r.import_id = $1 and r.action = 'UPDATE' and m.id = r.subject_id`,
    [record.id],
  );
}
