/** My hours of quiet: no red dot and no morning digest in between. */

import { getTranslations } from "next-intl/server";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Props = { from: string; to: string; save: FormAction<{ from: string; to: string }> };

export async function QuietForm({ from, to, save }: Props) {
  const t = await getTranslations("inbox");
  return (
    <Disclosure label={t("quiet.title", { from, to })}>
      <Form action={save} done={t("quiet.saved")} className="grid max-w-md gap-4 py-2">
        <p className="text-ink-2 text-note">{t("quiet.note")}</p>
        <div className="flex flex-wrap gap-4">
          <Field name="from" label={t("quiet.from")}>
            <TextInput defaultValue={from} inputMode="numeric" width="short" maxLength={5} />
          </Field>
          <Field name="to" label={t("quiet.to")}>
            <TextInput defaultValue={to} inputMode="numeric" width="short" maxLength={5} />
          </Field>
        </div>
        <div>
          <SubmitButton>{t("quiet.save")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
