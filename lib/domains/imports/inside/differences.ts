/** What an update changes, as SQL over one staged row "r": field by field, old and new, and nothing that stays as it is. */
import { raw } from "#lib/platform/sql.ts";
import {
  HOUSEHOLD_COLUMNS,
  MEASURE_COLUMNS,
  MEMBER_COLUMNS,
  TRAINING_COLUMNS,
  YEAR_COLUMNS,
} from "./record-columns.ts";
import { columnName } from "./staged-parts.ts";

const among = (columns: readonly string[]) => `n.key = any ('{${columns.join(",")}}'::text[])`;
const besides = (columns: readonly string[], taken: readonly string[]) =>
  columns.filter((column) => !taken.includes(column));

/** Fields of one table; the staged values lie over its row. */
const fields = (json: string, table: string, columns: readonly string[], rename = "n.key") =>
  `select ${rename} as field, to_jsonb(${table})->n.key as old, n.value as new from jsonb_each(r.values->'${json}') n where ${among(columns)}`;
/** A number that the registry did not have is told without telling it. */
const idNumber = (field: string, missing: string) =>
  `select '${field}', null, 'true'::jsonb where r.values->'id' is not null and ${missing}`;

/** What an organization reports of itself; a cell that says nothing changes nothing. */
const reported = (key: string, column: string) =>
  `select '${column}' as field, to_jsonb(o.${column}) as old, r.values->'org'->'${key}' as new where r.values->'org'->>'${key}' is not null`;

const inLedger = (table: string, key: string, column: string) =>
  `select '${column}' as field, to_jsonb(${table}.${column}) as old, r.values->'entity'->'${key}' as new where r.values->'entity'->>'${key}' is not null`;

const PERSON = ["name", "sex", "birth_on", "ethnicity", "political_status", "phone"];
const SOURCES: Record<string, { joins: string; parts: string[] }> = {
  "household-roster": {
    joins: `left join household h on h.id = r.subject_id left join household_year y on y.household_id = h.id and y.year = i.year`,
    parts: [
      fields("household", "h", HOUSEHOLD_COLUMNS),
      fields("year", "y", besides(YEAR_COLUMNS, HOUSEHOLD_COLUMNS)),
      idNumber("id_no", "h.head_person_id is null and r.picked is null"),
    ],
  },
  "person-roster": {
    joins: `left join person p on p.id = r.subject_id left join membership_year m on m.person_id = p.id and m.year = i.year
      left join household h on h.id = m.household_id`,
    parts: [
      fields("person", "p", PERSON),
      fields("member", "m", besides(MEMBER_COLUMNS, PERSON)),
      fields("household", "h", ["phone"], "'household_phone'"),
      idNumber("id_no", "p.id_no_digest is null"),
    ],
  },
  pairings: {
    joins: "left join pairing g on g.id = r.subject_id",
    parts: [fields("pairing", "g", ["to_on"])],
  },
  members: {
    joins: "left join party_member m on m.id = (r.values->'meant'->>'memberId')::uuid",
    parts: [
      ...["education", "memberGroup", "joinedOn", "fullOn", "partyPost", "duty"].map((key) => {
        const column = columnName(key);
        return `select '${column}' as field, to_jsonb(m.${column}) as old, r.values->'roll'->'${key}' as new where r.values->'roll'->>'${key}' is not null`;
      }),
      `select k.field, k.old, k.new from jsonb_to_recordset(r.values->'meant'->'marks') as k (field text, old jsonb, new jsonb)`,
    ],
  },
  incomes: {
    joins: "",
    parts: [
      `select n.key as field, to_jsonb(t.amount_fen) as old, n.value as new from jsonb_each(r.values->'income') n
       left join income_item t on t.household_id = r.subject_id and t.year = i.year and t.code = n.key`,
    ],
  },
  measures: {
    joins: "left join measure m on m.id = r.subject_id",
    parts: [
      // What is over is not begun again by a sheet.
      `${fields("measure", "m", MEASURE_COLUMNS)} and not (n.key = 'status' and n.value = '"RUNNING"' and m.status <> 'RUNNING')`,
    ],
  },
  "team-roster": {
    joins: "left join team_member m on m.id = r.subject_id",
    parts: [
      ...["unit", "post", "org_moved"].map(
        (column) =>
          `select '${column}' as field, to_jsonb(m.${column}) as old, r.values->'team'->'${column}' as new where r.values->'team'->>'${column}' is not null`,
      ),
      "select 'roles', (select jsonb_agg(o order by o) from unnest(m.roles) o), (select jsonb_agg(o order by o) from jsonb_array_elements_text(r.values->'team'->'roles') o) where r.values->'team'->'roles' is not null",
    ],
  },
  "team-attendance": {
    joins: "",
    parts: [
      `select n.key as field, to_jsonb(n.old) as old, to_jsonb(n.status) as new from jsonb_to_recordset(r.values->'meant'->'days') as n (key text, old text, status text)`,
    ],
  },
  "member-duties": {
    joins: "",
    parts: [
      "select 'half' as field, null::jsonb as old, r.values->'duty'->'half' as new where (r.values->'meant'->>'half')::boolean",
      "select 'stars', null, r.values->'duty'->'stars' where (r.values->'meant'->>'year')::boolean",
    ],
  },
  "need-ledger": {
    joins: "left join need m on m.id = r.subject_id",
    parts: (
      [
        ["unit", "handler_unit", "assigns"],
        ["result", "result", "finishes"],
        ["verdict", "verdict", "judges"],
      ] as const
    ).map(
      ([key, column, flag]) =>
        `select '${key}' as field, to_jsonb(m.${column}) as old, r.values->'need'->'${key}' as new where (r.values->'meant'->>'${flag}')::boolean`,
    ),
  },
  trainings: {
    joins: "left join training t on t.id = r.subject_id",
    parts: [
      fields("facts", "t", TRAINING_COLUMNS),
      `select 'names', null, (select jsonb_agg(a->'name') from jsonb_array_elements(r.values->'meant'->'attendees') a)`,
    ],
  },
  "party-orgs": {
    joins: "left join party_org o on o.id = (r.values->'meant'->>'orgId')::int",
    parts: [
      reported("secretary", "secretary"),
      `${reported("memberCount", "member_count")} and not (r.values->'meant'->>'rostered')::boolean`,
    ],
  },
  "industry-ledger": {
    joins: `left join industry_entity e on e.id = (r.values->'meant'->>'entityId')::uuid left join industry_year y on y.entity_id = e.id and y.year = i.year
      left join industry_party c on c.entity_id = e.id and c.to_on is null`,
    parts: [
      inLedger("e", "kind", "kind"),
      inLedger("e", "operator", "operator"),
      inLedger("e", "memberCount", "member_count"),
      inLedger("e", "partyMembers", "party_members"),
      inLedger("e", "fullMembers", "full_members"),
      inLedger("y", "poorMembers", "poor_members"),
      inLedger("y", "outputFen", "output_fen"),
      inLedger("y", "raisedFen", "raised_fen"),
      "select 'credit_no', to_jsonb(e.credit_no), r.values->'meant'->'creditNo' where r.values->'meant'->>'creditNo' is not null",
      "select 'form', to_jsonb(coalesce(c.coverage, 'NONE')), r.values->'meant'->'party'->'coverage' where r.values->'meant'->'party'->>'coverage' is not null",
    ],
  },
};

/** Joins for a query over "import i, import_row r", and the list of changes as JSON. */
export function differencesOf(sheetId: string) {
  const source = SOURCES[sheetId];
  if (!source) return { joins: raw(""), list: raw("'[]'::jsonb") };
  return {
    joins: raw(source.joins),
    list: raw(`(select coalesce(jsonb_agg(jsonb_build_object('field', d.field, 'old', d.old, 'new', d.new)), '[]')
      from (${source.parts.join(" union all ")}) d where d.old is distinct from d.new and not (d.old = 'null' and d.new is null))`),
  };
}
