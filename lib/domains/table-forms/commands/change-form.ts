/** tableForms.change, tableForms.drop: a person looks over what was proposed, gives the form another name or field; or it goes. */
import { command } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { ChangeForm, DropForm } from "../input.ts";
import { mayKeep } from "../policy.ts";
import { proposeAgain } from "../propose.ts";
import { SUBJECT } from "../subjects-queries.ts";
import { BY_HAND, type FormColumn, type SubjectId } from "../table-form.ts";

type Kept = { id: string; divisionId: number; subject: SubjectId; columns: FormColumn[] };

/** A form of a unit above is used and not changed. */
async function formWithin({ sql, viewer }: Work, { id }: { id: string }): Promise<Kept | null> {
  const [form] = await sql<Kept>`
    select id, division_id as "divisionId", subject, columns from table_form where id = ${id}::uuid`;
  return form && reaches(viewer, form.divisionId) ? form : null;
}

export const changeForm = command({
  name: "tableForms.change",
  tells: "tableForm.changed",
  input: ChangeForm,
  subject: formWithin,
  may: (viewer, form) => mayKeep(viewer, form.divisionId),
  run: async ({ tx, sql }, { id, version, name, askedBy, subject, fields }, form) => {
    const known = new Set(SUBJECT[subject].fields().map((field) => field.id));
    for (const [index, field] of subject === form.subject ? Object.entries(fields) : [])
      if (field !== "" && field !== BY_HAND && !known.has(field))
        throw invalid({ [`column.${index}`]: [{ key: "tableForm.field" }] });
    // Rows of another kind have other fields: they are proposed anew, and looked over once more.
    const asksAgain = subject !== form.subject;
    const columns = asksAgain ? proposeAgain(form.columns, subject) : form.columns.map(chosen(fields));
    const taken =
      await sql`select 1 from table_form where division_id = ${form.divisionId} and name = ${name} and id <> ${id}::uuid`;
    if (taken.length > 0) throw invalid({ name: [{ key: "tableForm.taken" }] });
    const now = new Date();
    const { count } = await tx.tableForm.updateMany({
      where: { id, version },
      data: {
        name,
        askedBy,
        subject,
        columns,
        checkedAt: asksAgain ? null : now,
        changedAt: now,
        version: version + 1,
      },
    });
    if (count === 0) throw conflict();
    return { id, asksAgain };
  },
  fact: ({ id }, { subject }, form) => ({
    subject: `tableForm:${id}`,
    division: form.divisionId,
    about: subject,
  }),
});

const chosen = (fields: Record<number, string>) => (column: FormColumn) => ({
  ...column,
  field: column.refused ? null : (fields[column.index] ?? column.field) || null,
});

export const dropForm = command({
  name: "tableForms.drop",
  tells: "tableForm.dropped",
  input: DropForm,
  subject: formWithin,
  may: (viewer, form) => mayKeep(viewer, form.divisionId),
  run: async ({ tx }, { id, version }) => {
    const { count } = await tx.tableForm.deleteMany({ where: { id, version } });
    if (count === 0) throw conflict();
    return { id };
  },
  fact: ({ id }, _input, form) => ({ subject: `tableForm:${id}`, division: form.divisionId }),
});
