/** Below a list: keep what is seen as a view of one's own, and choose which columns one wants; plain forms, without scripts as well. */
import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { List } from "#lib/domains/list-views/list-view.ts";

type Saved = { list: List; query: string };
type Props = {
  list: List;
  params: URLSearchParams;
  columns: readonly { key: string; label: string; shown: boolean; always?: boolean }[];
  managePath: string;
  save: FormAction<Saved>;
  choose: FormAction<Saved>;
};

export async function ViewTools({ list, params, columns, managePath, save, choose }: Props) {
  const t = await getTranslations("list-views");
  const query = params.toString();
  return (
    <div className="mt-4 grid gap-3 print:hidden desk:grid-cols-2">
      <details className="rounded-card border border-line bg-card px-3 py-2">
        <summary className="flex min-h-touch cursor-pointer items-center text-link desk:min-h-8">
          {t("save.title")}
        </summary>
        <Form action={save} id="save-view" className="grid gap-3 py-2">
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="query" value={query} />
          <p className="text-ink-2 text-note">{t("save.note")}</p>
          <Field name="name" label={t("save.name")} required>
            <TextInput maxLength={20} width="medium" />
          </Field>
          <OpensBox label={t("save.opens")} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton kind="secondary">{t("save.do")}</SubmitButton>
            <Link href={managePath} className="inline-flex min-h-touch items-center desk:min-h-6">
              {t("manage.link")}
            </Link>
          </div>
        </Form>
      </details>
      <details className="rounded-card border border-line bg-card px-3 py-2">
        <summary className="flex min-h-touch cursor-pointer items-center text-link desk:min-h-8">
          {t("columns.title")}
        </summary>
        <Form action={choose} id="choose-columns" className="grid gap-3 py-2">
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="query" value={query} />
          <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
            <legend className="mb-1 text-ink-2 text-note">{t("columns.note")}</legend>
            {columns.map(({ key, label, shown, always }) => (
              <label key={key} className="inline-flex min-h-touch items-center gap-2 desk:min-h-8">
                {always ? <input type="hidden" name="columns[]" value={key} /> : null}
                <input
                  type="checkbox"
                  {...(always ? { disabled: true } : { name: "columns[]", value: key })}
                  defaultChecked={shown || always}
                  className="size-4 accent-link"
                />
                {label}
              </label>
            ))}
          </fieldset>
          <div>
            <SubmitButton kind="secondary">{t("columns.do")}</SubmitButton>
          </div>
        </Form>
      </details>
    </div>
  );
}

export function OpensBox({ label, opens = false }: { label: string; opens?: boolean }) {
  return (
    <label className="inline-flex min-h-touch items-center gap-2 desk:min-h-8">
      <input type="checkbox" name="opens" value="yes" defaultChecked={opens} className="size-4 accent-link" />
      {label}
    </label>
  );
}
