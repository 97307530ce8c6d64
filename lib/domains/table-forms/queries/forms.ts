/** tableForms.list, tableForms.get, tableForms.kept: the forms of the own units and of those above, one of them with all its columns, and how it looks. */
import * as z from "zod";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { reaches } from "#lib/platform/viewer.ts";
import type { KeptForm } from "../fill.ts";
import { FormId } from "../input.ts";
import { mayKeep, mayMakeTables, usedBy } from "../policy.ts";
import { SUBJECT } from "../subjects-queries.ts";
import type { FormColumn, FormLine, SubjectId } from "../table-form.ts";

export const listForms = query({
  name: "tableForms.list",
  input: z.object({}),
  may: mayMakeTables,
  run: async ({ sql, viewer }): Promise<FormLine[]> => sql<FormLine>`
    select f.id, f.name, f.department as "askedBy", f.subject, f.division_id as "divisionId", d.name as place,
      jsonb_array_length(f.columns) as columns, (select count(*)::int from jsonb_array_elements(f.columns) c where c->>'field' is not null) as known,
      f.checked_at is not null as checked, f.account_name as "accountName", to_char(f.changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "changedOn"
    from table_form f join division d on d.id = f.division_id where ${usedBy(viewer)} order by f.changed_at desc, f.id limit 500`,
});

/** A field as it is chosen from a list: under the sheet from which it comes. */
export type FieldChoice = { id: string; label: { "zh-CN": string; en: string }; from: string | null };
export type FormShown = {
  id: string;
  name: string;
  askedBy: string | null;
  subject: SubjectId;
  divisionId: number;
  place: string;
  columns: FormColumn[];
  checked: boolean;
  version: number;
  accountName: string;
  changedOn: string;
  /** The viewer may change it. */
  mine: boolean;
  fields: FieldChoice[];
};

export const getForm = query({
  name: "tableForms.get",
  input: FormId,
  may: mayMakeTables,
  run: async ({ sql, viewer }, { id }): Promise<FormShown> => {
    const [form] = await sql<Omit<FormShown, "mine" | "fields">>`
      select f.id, f.name, f.department as "askedBy", f.subject, f.division_id as "divisionId", d.name as place, f.columns, f.checked_at is not null as checked,
        f.version, f.account_name as "accountName", to_char(f.changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "changedOn"
      from table_form f join division d on d.id = f.division_id where f.id = ${id}::uuid and ${usedBy(viewer)}`;
    if (!form) throw notFound();
    const fields = SUBJECT[form.subject]
      .fields()
      .map(({ id: field, column, from }) => ({ id: field, label: column.label, from }));
    const mine = reaches(viewer, form.divisionId) && mayKeep(viewer, form.divisionId);
    return { ...form, mine, fields };
  },
});

export const keptForm = query({
  name: "tableForms.kept",
  input: FormId,
  may: mayMakeTables,
  run: async ({ sql, viewer }, { id }): Promise<KeptForm> => {
    const [form] =
      await sql<KeptForm>`select name, subject, columns, empty from table_form f where id = ${id}::uuid and ${usedBy(viewer)}`;
    if (!form) throw notFound();
    return form;
  },
});
