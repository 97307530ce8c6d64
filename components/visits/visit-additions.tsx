/** What was added to a visit later, and for whoever went or wrote it down the form for more: the visit itself is never rewritten. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Addition } from "#lib/domains/visits/queries/list-visits.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props<T> = {
  visit: { id: string; additions: readonly Addition[]; mayAdd: boolean };
  /** Made anew for each form, so that sending twice stores once. */
  newId: string;
  /** The one that was saved just now. */
  saved: string | null;
  add: FormAction<T>;
};

export async function VisitAdditions<T>({ visit, newId, saved, add }: Props<T>) {
  const { id, additions, mayAdd } = visit;
  if (additions.length === 0 && !mayAdd) return null;
  const t = await getTranslations("visits");
  const f = await getFormats();
  return (
    <Card title={t("additions.title")} id="additions">
      {additions.some((one) => one.id === saved) ? (
        <div role="status" className="mb-3">
          <Notice tone="ok">{t("additions.saved")}</Notice>
        </div>
      ) : null}
      <ol className="grid max-w-2xl gap-3 empty:hidden">
        {additions.map((one) => (
          <li key={one.id}>
            <p className="text-note text-ink-2">
              {t("additions.line", { day: f.longDay(one.on), name: one.by })}
            </p>
            <p className="whitespace-pre-line">{one.words}</p>
          </li>
        ))}
      </ol>
      {mayAdd ? (
        <Form action={add} className={`grid max-w-xl gap-3 ${additions.length > 0 ? "mt-4" : ""}`}>
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="visitId" value={id} />
          <Field name="words" label={t("additions.words")} hint={t("additions.hint")} required>
            <Textarea rows={2} maxLength={500} />
          </Field>
          <div>
            <SubmitButton>{t("additions.save")}</SubmitButton>
          </div>
        </Form>
      ) : null}
    </Card>
  );
}
