/** The second step of signing in: six digits from the phone, or a recovery code. */

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { publicPage } from "#lib/platform/page.ts";
import { currentHalf } from "#lib/platform/session.ts";
import { confirmFactor } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sign-in"))("factor.title") };
}

export default publicPage({
  route: "/second-factor",
  load: async () => {
    if (!(await currentHalf())) redirect("/sign-in");
  },
  render: async () => {
    const t = await getTranslations("sign-in");
    return (
      <main className="mx-auto w-full max-w-xl px-4 py-8 pad:py-16">
        <h1 className="text-h1">{t("factor.title")}</h1>
        <p className="mt-1 mb-4 text-ink-2">{t("factor.note")}</p>
        <Form action={confirmFactor} className="grid gap-4">
          <Field name="code" label={t("factor.code")} required>
            <TextInput autoComplete="one-time-code" maxLength={40} width="medium" autoFocus />
          </Field>
          <SubmitButton wide>{t("factor.go")}</SubmitButton>
        </Form>
        <p className="mt-4 text-ink-2 text-note">
          {t("factor.lost")}{" "}
          <a href="/sign-in" className="text-link underline">
            {t("factor.again")}
          </a>
        </p>
      </main>
    );
  },
});
