/** Problems as SQL writes them, in the shape in which the reading engine writes them. */
import type pg from "pg";

/** An array with the problem, or an empty one. */
export const problemIf = (
  condition: string,
  column: string,
  key: string,
  level: "error" | "warn",
  values = "null",
) =>
  `case when ${condition} then jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
     'column', '${column}', 'key', '${key}', 'level', '${level}', 'values', ${values}))) else '[]' end`;

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

/** A table of this transaction alone, with what the planner must know of it: without, 100,000 rows are taken for a handful. */
export async function tableOf(
  client: pg.PoolClient,
  name: string,
  text: string,
  indexes: string[],
  values: unknown[] = [],
): Promise<void> {
  await client.query(`drop table if exists pg_temp.${name}`);
  await client.query(`create temp table ${name} on commit drop as ${text}`, values);
  for (const index of indexes) await client.query(`create index on ${name} (${index})`);
  await client.query(`analyze ${name}`);
}

/** The rows of an import by what they are looked up by, with what reading told of them. */
export const stagedTable = (client: pg.PoolClient, id: string) =>
  tableOf(
    client,
    "staged",
    `select r.row_no, r.division_id, r.values->>'name' as name, r.values->>'householdNo' as household_no, r.values->'member'->>'relation' as relation,
       r.values->'year'->>'status' as status, (r.values->'year'->>'member_count')::int as stated, r.picked, coalesce(r.values->'told', '[]') as told,
       decode(r.values->'id'->>'digest', 'hex') as digest, decode(r.values->'id'->>'also', 'hex') as also
     from import_row r where r.import_id = $1::uuid`,
    ["row_no", "household_no", "digest"],
    [id],
  );

/** Of the numbers that nobody in reach bears, those that somebody bears all the same; from the table "known". */
export const takenTable = (client: pg.PoolClient) =>
  tableOf(
    client,
    "taken",
    `select digest from sec.id_numbers_known(array(
       select n from known, unnest(array[digest, also]) n where person_id is null and n is not null)) digest`,
    ["digest"],
  );
