/** tableForms.fill: how much of a form is filled for a unit, column by column, and its first rows as the file will hold them. */
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { WrittenValue } from "#lib/platform/sheets/write.ts";
import { openYear, rowOf, type ValueRow } from "../fill.ts";
import { FillAsked } from "../input.ts";
import { countsQuery, fieldsOf, valuesQuery } from "../inside/rows.ts";
import { mayFill, mayMakeTables, usedBy } from "../policy.ts";
import { type Filled, type FormColumn, filledOf, PREVIEW_ROWS, type SubjectId } from "../table-form.ts";

type Named = { id: number; name: string };
export type FormFilled = Filled & {
  unit: Named & { level: string };
  above: Named[];
  below: Named[];
  /** Of each column of the form, by its place in the file; null where no field stands. */
  by: { index: number; filled: number | null }[];
  preview: { nth: number; cells: WrittenValue[] }[];
  /** Rows tell of households, so one state of them can be asked for alone. */
  narrows: boolean;
};

export const fillTable = query({
  name: "tableForms.fill",
  input: FillAsked,
  may: mayMakeTables,
  run: async (scope, { id, unit, only = null }): Promise<FormFilled> => {
    const place = await listPlace(scope, unit);
    if (!mayFill(scope.viewer, place.unit.id)) throw refused();
    const [form] = await scope.sql<{ subject: SubjectId; columns: FormColumn[] }>`
      select subject, columns from table_form f where f.id = ${id}::uuid and ${usedBy(scope.viewer)}`;
    if (!form) throw notFound();
    const fields = fieldsOf(form.subject, form.columns);
    const asked = { place, year: await openYear(scope), today: scope.today, only };
    const [told = { rows: 0 }] = await scope.sql<
      Record<string, number>
    >`${countsQuery(form.subject, fields, asked)}`;
    const rows = await scope.sql<ValueRow>`${valuesQuery(form.subject, fields, asked, PREVIEW_ROWS)}`;
    const by = new Map(fields.map((field, at) => [field.id, Number(told[`n${at}`] ?? 0)]));
    const width = Math.max(...form.columns.map(({ index }) => index)) + 1;
    return {
      ...filledOf(form.columns, Number(told.rows), by),
      unit: place.unit,
      above: place.above,
      below: place.below,
      by: form.columns.map(({ index, field }) => ({
        index,
        filled: field === null ? null : (by.get(field) ?? null),
      })),
      preview: rows.map((row, at) => ({
        nth: at + 1,
        cells: rowOf(form.columns, fields, row, at + 1, width, new Map()),
      })),
      narrows: ["household", "person", "pairing"].includes(form.subject),
    };
  },
});
