/** Confirms who sits there before a file in clear is fetched; then back to the list of exports. */

import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { proofAsked } from "#lib/platform/fresh-proof.ts";
import { page } from "#lib/platform/page.ts";
import { stale } from "#lib/platform/problem.ts";
import { problemView } from "#lib/platform/problem-view.ts";
import { confirmForExports } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("me"))("confirm.title") };
}

export default page({
  route: "/me/confirm",
  load: (scope) => proofAsked(scope),
  render: async (asked) => {
    const t = await getTranslations("me");
    return (
      <>
        <PageHead title={t("confirm.title")} />
        <Card>
          {asked ? (
            <Form action={confirmForExports} asked={await problemView(stale(asked))} className="max-w-xl">
              <SubmitButton>{t("confirm.go")}</SubmitButton>
            </Form>
          ) : (
            <>
              <p className="mb-3">{t("confirm.fresh")}</p>
              <LinkButton href="/exports">{t("confirm.back")}</LinkButton>
            </>
          )}
        </Card>
      </>
    );
  },
});
