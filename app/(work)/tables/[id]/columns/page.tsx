/** Which field stands in which column of a form: proposed by its headings, and corrected here. */

import { getTranslations } from "next-intl/server";
import { ColumnFields } from "#components/table-forms/column-fields.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { getForm } from "#lib/domains/table-forms/queries/forms.ts";
import { SUBJECTS } from "#lib/domains/table-forms/table-form.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { change, drop } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("tables"))("columns.title") };
}

export default page({
  route: "/tables/[id]/columns",
  load: async (scope, { params }) => {
    const form = await getForm(scope, { id: params.id ?? "" });
    if (!form.mine) throw notFound();
    return form;
  },
  render: async (form) => {
    const t = await getTranslations("tables");
    const known = form.columns.filter(({ field }) => field !== null).length;
    return (
      <>
        <PageHead
          title={t("columns.title")}
          back={{ href: `/tables/${form.id}`, label: form.name }}
          note={t("columns.lead", { columns: form.columns.length, known })}
        />
        <Form action={change} className="grid gap-4">
          <input type="hidden" name="id" value={form.id} />
          <input type="hidden" name="version" value={form.version} />
          <Card>
            <div className="grid gap-4 desk:grid-cols-3">
              <Field name="name" label={t("columns.name")} required>
                <TextInput maxLength={60} defaultValue={form.name} />
              </Field>
              <Field name="askedBy" label={t("columns.askedBy")} hint={t("columns.askedByHint")} optional>
                <TextInput maxLength={60} defaultValue={form.askedBy ?? undefined} />
              </Field>
              <Field name="subject" label={t("columns.subject")} hint={t("columns.subjectHint")} required>
                <Select
                  defaultValue={form.subject}
                  options={SUBJECTS.map((subject) => ({ value: subject, label: t(`subject.${subject}`) }))}
                />
              </Field>
            </div>
          </Card>
          <Card flush>
            <ColumnFields columns={form.columns} fields={form.fields} />
          </Card>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{t("columns.save")}</SubmitButton>
            <LinkButton href={`/tables/${form.id}`}>{form.name}</LinkButton>
          </div>
        </Form>
        <div className="mt-4">
          <Disclosure label={t("columns.drop")}>
            <p className="mb-2">{t("columns.dropAsk")}</p>
            <Form action={drop} buttonOnly>
              <input type="hidden" name="id" value={form.id} />
              <input type="hidden" name="version" value={form.version} />
              <SubmitButton kind="danger">{t("columns.drop")}</SubmitButton>
            </Form>
          </Disclosure>
        </div>
      </>
    );
  },
});
