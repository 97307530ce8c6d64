/** The two questions of every one-time code: the code, and the new password. */

import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";

export async function CodeField() {
  const t = await getTranslations("sign-in");
  return (
    <Field name="code" label={t("code.code")} hint={t("code.codeHint")} required>
      <TextInput
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        width="medium"
      />
    </Field>
  );
}

export async function NewPasswordField({ shortest }: { shortest: number }) {
  const t = await getTranslations("sign-in");
  return (
    <Field name="password" label={t("code.password")} hint={t("code.passwordHint", { shortest })} required>
      <TextInput type="password" autoComplete="new-password" maxLength={1024} width="medium" />
    </Field>
  );
}
