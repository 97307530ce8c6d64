/** Whoever has a slip asks here how the matter stands; the code is typed where it cannot be scanned. */
import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { env } from "#lib/platform/env.ts";
import { publicPage } from "#lib/platform/page.ts";
import { askByCode } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("services"))("public.ask") };
}

export default publicPage({
  route: "/s",
  load: async () => null,
  render: async () => {
    const t = await getTranslations("services");
    const common = await getTranslations("common");
    return (
      <main className="mx-auto w-full max-w-xl px-4 py-8">
        {env.DEMO ? <p className="mb-3 text-note text-watch">{common("demo.banner")}</p> : null}
        <h1 className="text-h1">{t("public.ask")}</h1>
        <p className="mt-1 mb-4 text-ink-2">{t("public.askNote")}</p>
        <Form action={askByCode} id="ask" className="grid gap-4">
          <Field name="slip" label={t("public.slip")} hint={t("public.slipHint")} required>
            <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={30} />
          </Field>
          <SubmitButton wide>{t("public.look")}</SubmitButton>
        </Form>
      </main>
    );
  },
});
