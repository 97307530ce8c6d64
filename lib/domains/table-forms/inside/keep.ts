// How a form is kept, whichever way it came: at a unit of one's own, under a name, with what was proposed for its columns.
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import type { EmptyForm } from "../propose.ts";
import { type FormColumn, MOST_COLUMNS, MOST_FORMS, type SubjectId } from "../table-form.ts";

export type Unit = { id: number };
export type NewForm = { name: string; subject: SubjectId; columns: FormColumn[]; empty: EmptyForm };
export type KeptAs = { id: string };

export async function unitWithin({ sql, viewer }: Work, divisionId: number): Promise<Unit | null> {
  const [unit] = await sql<Unit>`select id from division where id = ${divisionId} and closed_on is null`;
  return unit && reaches(viewer, unit.id) ? unit : null;
}

export async function keep({ tx, sql, viewer }: Work, unit: Unit, form: NewForm): Promise<KeptAs> {
  if (form.columns.length > MOST_COLUMNS) throw rule("tableForm.tooWide", { most: MOST_COLUMNS });
  const [there] = await sql<{ forms: number; named: boolean | null }>`
    select count(*)::int as forms, bool_or(name = ${form.name}) as named from table_form where division_id = ${unit.id}`;
  if (there?.named) throw invalid({ name: [{ key: "tableForm.taken" }] });
  if ((there?.forms ?? 0) >= MOST_FORMS) throw rule("tableForm.many", { most: MOST_FORMS });
  return tx.tableForm.create({
    data: {
      divisionId: unit.id,
      accountId: viewer.accountId,
      accountName: viewer.name,
      name: form.name,
      subject: form.subject,
      columns: form.columns,
      empty: form.empty,
    },
    select: { id: true },
  });
}
