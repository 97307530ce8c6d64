/** Puts an organization on the year's list of weak and lax ones. */

import { useTranslations } from "next-intl";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Props<Result> = {
  orgId: number;
  causes: readonly { value: string; label: string }[];
  today: string;
  save: FormAction<Result>;
};

export function WeakForm<Result>({ orgId, causes, today, save }: Props<Result>) {
  const t = useTranslations("party-orgs");
  return (
    <div className="grid max-w-2xl gap-4">
      <Notice>{t("weak.say")}</Notice>
      <Form action={save} id="weak" className="grid gap-4">
        <input type="hidden" name="id" value={orgId} />
        <Field name="cause" label={t("weak.cause")} required>
          <Select empty={t("choose")} options={causes} width="medium" />
        </Field>
        <Field name="foundOn" label={t("weak.foundOn")} hint={t("weak.foundHint")} required>
          <DateInput today={today} max={today} defaultValue={today} />
        </Field>
        <Field name="note" label={t("weak.note")} optional>
          <Textarea rows={3} maxLength={300} />
        </Field>
        <div>
          <SubmitButton>{t("weak.listIt")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
