/** Records the trainings of a ledger with whoever was there, and lays what it says over those that are recorded already. */
import { may } from "#lib/domains/accounts/roles.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Publishing } from "./publish.ts";
import { TRAINING_COLUMNS, TRAINING_TYPES } from "./record-columns.ts";
import type { TrainingMeant } from "./resolve-trainings.ts";

type Row = { rowNo: number; id: string; fresh: boolean; meant: TrainingMeant };

const SAID = `jsonb_to_record(r.values->'facts') as n (${TRAINING_TYPES})`;
/** Said of a new one even where the sheet leaves it open. */
const GIVEN = ["audience", "level"];
const named = TRAINING_COLUMNS.filter((column) => !GIVEN.includes(column)).join(", ");

export async function publishTrainings({ client, record, viewer, step }: Publishing): Promise<void> {
  const { rows } = await client.query<Row>(
    `select row_no as "rowNo", coalesce(subject_id, new_id()) as id, action = 'ADD' as fresh, values->'meant' as meant
     from import_row where import_id = $1 and action in ('ADD', 'UPDATE') order by row_no`,
    [record.id],
  );
  for (const { meant } of rows) if (!may(viewer, "training.edit", meant.divisionId)) throw refused();
  await step("trainings");
  const fresh = rows.filter((row) => row.fresh).map(({ rowNo, id }) => ({ row_no: rowNo, id }));
  await client.query(
    `insert into training (id, division_id, title, audience, from_on, recorded_by, level, ${named})
     select f.id, r.division_id, r.values->>'name', r.values->'training'->>'audience', (r.values->'training'->>'fromOn')::date, $3, r.values->'meant'->>'level', ${named}
     from jsonb_to_recordset($2::jsonb) as f (row_no int, id uuid) join import_row r on r.import_id = $1 and r.row_no = f.row_no cross join lateral ${SAID}`,
    [record.id, JSON.stringify(fresh), viewer.accountId],
  );
  await client.query(
    `insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
     select $2, $3, 'import.published', 'training', t.id::text, t.division_id,
       (select string_agg(case when w.at = 1 then w.part else initcap(w.part) end, '' order by w.at) from unnest(string_to_array(n.key, '_')) with ordinality w (part, at)),
       case when n.key = 'hours' then trim_scale(t.hours)::text else to_jsonb(t)->>n.key end, n.value
     from import_row r join training t on t.id = r.subject_id cross join lateral jsonb_each_text(r.values->'facts') n
     where r.import_id = $1 and r.action = 'UPDATE' and to_jsonb(t)->n.key is distinct from r.values->'facts'->n.key`,
    [record.id, viewer.accountId, viewer.name],
  );
  await client.query(
    `update training t set ${TRAINING_COLUMNS.map((column) => `${column} = coalesce(n.${column}, t.${column})`).join(", ")}, version = t.version + 1
     from import_row r cross join lateral ${SAID}
     where r.import_id = $1 and r.action = 'UPDATE' and t.id = r.subject_id and r.values->'facts' <> '{}'`,
    [record.id],
  );
  const attendees = rows.flatMap(({ id, meant }) =>
    meant.attendees.map((one) => ({
      training_id: id,
      host_id: meant.divisionId,
      person_id: one.personId,
      division_id: one.divisionId,
      name: one.name,
      unit_typed: one.unitTyped,
    })),
  );
  await client.query(
    `insert into training_attendee (training_id, host_id, person_id, division_id, name, unit_typed, standing)
     select n.training_id, n.host_id, n.person_id, n.division_id, n.name, n.unit_typed, case when n.person_id is null then 'UNKNOWN' else 'KNOWN' end
     from jsonb_to_recordset($1::jsonb) as n (training_id uuid, host_id int, person_id uuid, division_id int, name text, unit_typed text)
     on conflict (training_id, person_id) do nothing`,
    [JSON.stringify(attendees)],
  );
  const facts = rows.map(({ id, fresh: held, meant }) => ({
    verb: held ? "training.held" : "training.attended",
    subject: `training:${id}`,
    division_id: meant.divisionId,
    facts: {
      known: meant.attendees.filter(({ personId }) => personId !== null).length,
      unknown: meant.attendees.filter(({ personId }) => personId === null).length,
      import: record.id,
    },
    told: held || meant.attendees.length > 0,
  }));
  await client.query(
    `insert into audit_event (account_id, account_name, verb, subject, division_id, facts)
     select $1, $2, n.verb, n.subject, n.division_id, n.facts from jsonb_to_recordset($3::jsonb) as n (verb text, subject text, division_id int, facts jsonb, told boolean) where n.told`,
    [viewer.accountId, viewer.name, JSON.stringify(facts)],
  );
}
