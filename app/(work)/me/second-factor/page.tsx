/** My second factor: on or off, and the recovery codes for the day the phone is not at hand. */

import { getTranslations } from "next-intl/server";
import { RecoveryCodes } from "#components/accounts/recovery-codes.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Light } from "#components/ui/light.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { myFactor } from "#lib/domains/accounts/queries/my-factor.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { beginFactor } from "../../../(public)/second-factor/actions.ts";
import { makeRecoveryCodes } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("me"))("factor.title") };
}

export default page({
  route: "/me/second-factor",
  load: (scope) => myFactor(scope, {}),
  render: async ({ since, left }) => {
    const t = await getTranslations("me");
    const f = await getFormats();
    return (
      <>
        <PageHead title={t("factor.title")} back={{ href: "/me", label: t("title") }} />
        <Card>
          <p className="mb-3 max-w-2xl text-ink-2">{t("factor.what")}</p>
          <p>
            <Light state={since ? "ok" : "none"} word={t(since ? "factor.on" : "factor.off")} />
          </p>
          {since ? (
            <>
              <p className="text-ink-2">
                {t("factor.since")} {f.dayTime(since)} · {t("factor.left", { count: left })}
              </p>
              <Form action={makeRecoveryCodes} className="mt-4">
                <RecoveryCodes words={{ title: t("factor.shown"), note: t("factor.shownNote") }}>
                  <p className="mb-2 text-ink-2 text-note">{t("factor.makeNote")}</p>
                  <SubmitButton kind={left === 0 ? "primary" : "secondary"}>{t("factor.make")}</SubmitButton>
                </RecoveryCodes>
              </Form>
              <p className="mt-4 text-ink-2 text-note">{t("factor.lost")}</p>
            </>
          ) : (
            <Form action={beginFactor} className="mt-4">
              <SubmitButton>{t("factor.begin")}</SubmitButton>
            </Form>
          )}
        </Card>
      </>
    );
  },
});
