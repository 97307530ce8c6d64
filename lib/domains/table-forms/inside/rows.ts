// The rows of a form as SQL: the values of its fields, and how many of them hold something.
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import { ON_REGISTER } from "../statuses.ts";
import { type AskedRows, type Field, SUBJECT, type Subject } from "../subjects-queries.ts";
import type { FormColumn, SubjectId } from "../table-form.ts";

/** The fields that a form's columns ask for, each once. */
export function fieldsOf(subject: SubjectId, columns: readonly FormColumn[]): Field[] {
  const wanted = new Set(columns.map(({ field }) => field));
  return SUBJECT[subject].fields().filter(({ id }) => wanted.has(id));
}

/** `only` is one state of a household, where rows tell of one; else those that are on the register. */
type Asked = AskedRows & { only: string | null };

export function valuesQuery(
  subject: SubjectId,
  fields: readonly Field[],
  asked: Asked,
  most?: number,
): Fragment {
  const values = fields.flatMap(({ value, sealed }, at) => [
    sql`${raw(sealed ? sealed.sealed : value)} as ${raw(`v${at}`)}`,
    ...(sealed ? [sql`${raw(sealed.digest)} as ${raw(`d${at}`)}`] : []),
  ]);
  const row = SUBJECT[subject];
  return sql`select ${join(values.length > 0 ? values : [raw("1 as v")], ", ")}
    from (select o.*, row_number() over () as "row number" from (${row.rows(asked)}) o) r ${joins(row, fields, asked)}
    where ${kept(row, asked)} order by r."row number" ${most ? sql`limit ${most}` : raw("")}`;
}

export function countsQuery(subject: SubjectId, fields: readonly Field[], asked: Asked): Fragment {
  const row = SUBJECT[subject];
  const counted = fields.map(
    (field, at) => sql`, (count(*) filter (where ${raw(holdsSomething(field))}))::int as ${raw(`n${at}`)}`,
  );
  return sql`select count(*)::int as rows ${counted.reduce((all, one) => sql`${all}${one}`, raw(""))}
    from (${row.rows(asked)}) r ${joins(row, fields, asked)} where ${kept(row, asked)}`;
}

/** An empty text, and a list of nothing, leave the cell empty. */
const holdsSomething = ({ value, sealed }: Field): string =>
  sealed
    ? `${sealed.sealed} is not null`
    : `${value} is not null and (${value})::text not in ('', '{}', '[]', '""')`;

function joins(row: Subject, fields: readonly Field[], asked: Asked): Fragment {
  const needed = new Set(fields.flatMap(({ from }) => from ?? []));
  const [by] = row.status?.includes(".") ? row.status.split(".") : [];
  if (by) needed.add(by);
  return [...needed].reduce((all, name) => sql`${all} ${row.joins[name]!(asked)}`, raw(""));
}

function kept(row: Subject, { only }: Asked): Fragment {
  if (!row.status) return raw("true");
  const column = row.status.includes(".") ? row.status : `r.${row.status}`;
  return sql`${raw(column)} = any (${only ? [only] : ON_REGISTER}::text[])`;
}
