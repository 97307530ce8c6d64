/** Whoever got a one-time code from an administrator sets a password here and is inside. */

import { getTranslations } from "next-intl/server";
import { CodeField, NewPasswordField } from "#components/accounts/code-fields.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { SHORTEST } from "#lib/domains/accounts/good-password.ts";
import { publicPage } from "#lib/platform/page.ts";
import { redeemReset } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sign-in"))("code.title") };
}

export default publicPage({
  route: "/one-time-code",
  load: async () => null,
  render: async () => {
    const t = await getTranslations("sign-in");
    return (
      <main className="mx-auto w-full max-w-xl px-4 py-8 pad:py-16">
        <h1 className="text-h1">{t("code.title")}</h1>
        <p className="mt-1 mb-4 text-ink-2">{t("code.note")}</p>
        <Form action={redeemReset} className="grid gap-4">
          <CodeField />
          <NewPasswordField shortest={SHORTEST} />
          <SubmitButton wide>{t("code.save")}</SubmitButton>
        </Form>
      </main>
    );
  },
});
