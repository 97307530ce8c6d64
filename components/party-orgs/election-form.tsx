/** Records an election that was held, or the approval to hold it later. */

import { useTranslations } from "next-intl";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Props<Result> = { orgId: number; today: string; save: FormAction<Result> };

export function ElectionForm<Result>({ orgId, years, today, save }: Props<Result> & { years: number }) {
  const t = useTranslations("party-orgs");
  return (
    <Form action={save} id="election" className="grid gap-4">
      <input type="hidden" name="id" value={orgId} />
      <Field name="electedOn" label={t("terms.electedOn")} required>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
      <Field name="years" label={t("terms.years")} hint={t("terms.yearsHint", { years })} required>
        <TextInput defaultValue={years} inputMode="numeric" maxLength={2} width="short" autoComplete="off" />
      </Field>
      <Field name="documentNo" label={t("terms.document")} hint={t("terms.documentHint")} optional>
        <TextInput maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <div>
        <SubmitButton>{t("terms.saveElection")}</SubmitButton>
      </div>
    </Form>
  );
}

export function PostponeForm<Result>({ orgId, version, today, save }: Props<Result> & { version: number }) {
  const t = useTranslations("party-orgs");
  return (
    <Form action={save} id="postpone" className="grid gap-4">
      <input type="hidden" name="id" value={orgId} />
      <input type="hidden" name="version" value={version} />
      <Field name="postponedTo" label={t("terms.postponedTo")} required>
        <DateInput today={today} />
      </Field>
      <Field name="postponedDocument" label={t("terms.postponedDocument")} required>
        <TextInput maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <div>
        <SubmitButton kind="secondary">{t("terms.savePostponement")}</SubmitButton>
      </div>
    </Form>
  );
}
