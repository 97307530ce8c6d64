/** My own password: the old one, the new one, and what happens to my other devices. */

import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Props = { username: string; shortest: number; change: FormAction<number> };

export async function PasswordForm({ username, shortest, change }: Props) {
  const t = await getTranslations("me");
  return (
    <Card title={t("password.title")} note={t("password.note")}>
      <Form action={change} done={t("password.saved")} className="grid gap-4">
        <input
          type="text"
          value={username}
          readOnly
          autoComplete="username"
          className="sr-only"
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field name="current" label={t("password.current")} required>
          <TextInput type="password" autoComplete="current-password" maxLength={1024} width="medium" />
        </Field>
        <Field name="password" label={t("password.next")} hint={t("password.hint", { shortest })} required>
          <TextInput type="password" autoComplete="new-password" maxLength={1024} width="medium" />
        </Field>
        <div>
          <SubmitButton kind="secondary">{t("password.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
