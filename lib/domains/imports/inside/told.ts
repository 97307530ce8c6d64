/** Problems as SQL writes them, in the shape in which the reading engine writes them. */

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

/** The person who bears the row's ID number: as written, or the number within a disability card. */
export const PERSON_OF_ROW = `left join lateral (
  select p.* from person p where p.id_no_digest in (s.digest, s.also) order by p.id_no_digest = s.digest desc limit 1) p on true`;

/** The rows of an import, with what reading told of them. */
export const STAGED = `staged as (
  select r.row_no, r.division_id, r.values, r.picked, coalesce(r.values->'told', '[]') as told,
    decode(r.values->'id'->>'digest', 'hex') as digest, decode(r.values->'id'->>'also', 'hex') as also
  from import_row r where r.import_id = $1)`;

/** Held by somebody out of reach: said without saying by whom (decisions 27). */
export const ID_ELSEWHERE = problemIf(
  "k.person_id is null and k.digest is not null and (sec.id_number_known(k.digest) or sec.id_number_known(k.also))",
  "idNo",
  "idElsewhere",
  "error",
);
