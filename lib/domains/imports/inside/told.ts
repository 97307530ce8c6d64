/** Problems as SQL writes them, in the shape in which the reading engine writes them. */
import type pg from "pg";

type Finding = { when: string; told: string };

/** A problem, and when the row (alias k) has it. */
export const problemIf = (
  when: string,
  column: string,
  key: string,
  level: "error" | "warn",
  values = "null",
): Finding => ({
  when,
  told: `jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('column', '${column}', 'key', '${key}', 'level', '${level}', 'values', ${values})))`,
});

/** What reading told, and what the registry says besides. Most rows have nothing to tell, and for them nothing is put together. */
export const toldAnd = (told: string, findings: Finding[]) =>
  `case when ${findings.map(({ when }) => `(${when})`).join(" or ")}
      then ${[told, ...findings.map((one) => `case when ${one.when} then ${one.told} else '[]' end`)].join("\n        || ")}
      else ${told} end`;

/** An error, of reading or of comparing, keeps the row out. */
export const unlessBad = (problems: string, action: string) =>
  `case when ${problems} @> '[{"level": "error"}]' then 'BAD' else ${action} end`;

/** A number held by somebody out of reach: said without saying by whom (decisions 27). */
export const ID_ELSEWHERE = problemIf(
  "k.person_id is null and (k.digest in (select digest from taken) or k.also in (select digest from taken))",
  "idNo",
  "idElsewhere",
  "error",
);

/**
 * A table of this transaction alone, with what the planner must know of it: without, 100,000 rows are taken for a handful.
 * `indexes` null: it is only ever read from end to end, and nothing needs to be known of it.
 */
export async function tableOf(
  client: pg.PoolClient,
  name: string,
  text: string,
  indexes: string[] | null,
  values: unknown[] = [],
): Promise<void> {
  await client.query(`drop table if exists pg_temp.${name}`);
  await client.query(`create temp table ${name} on commit drop as ${text}`, values);
  if (indexes === null) return;
  for (const index of indexes) await client.query(`create index on ${name} (${index})`);
  await client.query(`analyze ${name}`);
}

/** The rows of an import by what they are looked up by, with what reading told of them, and how they stand. */
export const stagedTable = (client: pg.PoolClient, id: string) =>
  tableOf(
    client,
    "staged",
    `select r.row_no, r.division_id, r.values->>'name' as name, r.values->>'householdNo' as household_no, r.values->'member'->>'relation' as relation,
       r.values->'year'->>'status' as status, (r.values->'year'->>'member_count')::int as stated, r.picked, coalesce(r.values->'told', '[]') as told,
       decode(r.values->'id'->>'digest', 'hex') as digest, decode(r.values->'id'->>'also', 'hex') as also,
       r.action as stands, r.problems as stands_told, r.subject_id as stands_for
     from import_row r where r.import_id = $1::uuid`,
    [],
    [id],
  );

/** Of the numbers that nobody in reach bears, those that somebody bears all the same; from the table "known". */
export const takenTable = (client: pg.PoolClient) =>
  tableOf(
    client,
    "taken",
    `select digest from sec.id_numbers_known(array(
       select digest from known where person_id is null and digest is not null union all select also from known where person_id is null and also is not null)) digest`,
    ["digest"],
  );
