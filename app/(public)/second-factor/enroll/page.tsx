/** Sets up the second factor: a code to scan, a key to type, and the first six digits as proof. */

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { QrCode } from "#components/accounts/qr-code.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { enrollment } from "#lib/domains/accounts/second-factor.ts";
import { publicPage } from "#lib/platform/page.ts";
import { currentHalf } from "#lib/platform/session.ts";
import { enrollFactor } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sign-in"))("factor.enrollTitle") };
}

export default publicPage({
  route: "/second-factor/enroll",
  load: async () => {
    const half = await currentHalf();
    if (!half) redirect("/sign-in");
    const made = await enrollment(half.account);
    if (!made) redirect("/second-factor");
    return made;
  },
  render: async ({ key, address }) => {
    const t = await getTranslations("sign-in");
    return (
      <main className="mx-auto w-full max-w-xl px-4 py-8 pad:py-16">
        <h1 className="text-h1">{t("factor.enrollTitle")}</h1>
        <p className="mt-1 mb-4 text-ink-2">{t("factor.enrollNote")}</p>
        <QrCode text={address} name={t("factor.qr")} />
        <p className="mt-2 text-ink-2 text-note">{t("factor.key")}</p>
        <p className="tabular mb-4 select-all break-all font-semibold">{key.match(/.{1,4}/g)?.join(" ")}</p>
        <Form action={enrollFactor} className="grid gap-4">
          <Field name="code" label={t("factor.enrollCode")} required>
            <TextInput autoComplete="one-time-code" inputMode="numeric" maxLength={10} width="medium" />
          </Field>
          <SubmitButton wide>{t("factor.enrollGo")}</SubmitButton>
        </Form>
      </main>
    );
  },
});
