/** The first administrator of an installation: the code from the terminal, a name, a password. Without the code it leads nowhere. */

import { getTranslations } from "next-intl/server";
import { CodeField, NewPasswordField } from "#components/accounts/code-fields.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { SHORTEST } from "#lib/domains/accounts/good-password.ts";
import { publicPage } from "#lib/platform/page.ts";
import { redeemFirst } from "../one-time-code/actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sign-in"))("first.title") };
}

export default publicPage({
  route: "/first-administrator",
  load: async () => null,
  render: async () => {
    const t = await getTranslations("sign-in");
    return (
      <main className="mx-auto w-full max-w-xl px-4 py-8 pad:py-16">
        <h1 className="text-h1">{t("first.title")}</h1>
        <p className="mt-1 mb-4 text-ink-2">{t("first.note")}</p>
        <Form action={redeemFirst} className="grid gap-4">
          <CodeField />
          <Field name="name" label={t("first.name")} required>
            <TextInput autoComplete="name" maxLength={40} width="medium" />
          </Field>
          <Field name="username" label={t("first.username")} hint={t("first.usernameHint")} required>
            <TextInput
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              width="medium"
            />
          </Field>
          <NewPasswordField shortest={SHORTEST} />
          <SubmitButton wide>{t("first.save")}</SubmitButton>
        </Form>
      </main>
    );
  },
});
