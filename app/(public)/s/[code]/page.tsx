/** The state of one case, for whoever has its slip: no sign-in, nothing of the person; once it has ended, one word about how it was. */
import { getTranslations } from "next-intl/server";
import { RatingChoice } from "#components/services/end-cards.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { caseBySlip } from "#lib/domains/services/slip.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { publicPage } from "#lib/platform/page.ts";
import { Problem } from "#lib/platform/problem.ts";
import { strangerHere } from "#lib/platform/stranger.ts";
import { rateByCode } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("services"))("public.title") };
}

export default publicPage({
  route: "/s/[code]",
  load: async ({ params }) => {
    const found = await caseBySlip(params.code ?? "", await strangerHere()).catch((error: unknown) => {
      if (error instanceof Problem && error.code === "busy") return "later" as const;
      throw error;
    });
    return { found, day: today() };
  },
  render: async ({ found, day }, { params, search }) => {
    const t = await getTranslations("services");
    const common = await getTranslations("common");
    return (
      <main className="mx-auto w-full max-w-xl px-4 py-8">
        {env.DEMO ? <p className="mb-3 text-note text-watch">{common("demo.banner")}</p> : null}
        {found === null || found === "later" ? (
          <>
            <h1 className="text-h1">{t(found === null ? "public.gone" : "public.later")}</h1>
            <p className="mt-1 text-ink-2">{t(found === null ? "public.goneNote" : "public.laterNote")}</p>
          </>
        ) : (
          <div className="grid gap-4">
            <h1 className="text-h1">{found.item}</h1>
            {search.saved === "yes" ? (
              <div role="status">
                <Notice tone="ok">{t("public.thanks")}</Notice>
              </div>
            ) : null}
            <Card>
              <SummaryList
                items={[
                  { label: t("slip.number"), value: <span className="font-num">{found.number}</span> },
                  {
                    label: t("list.state"),
                    value:
                      found.state === "OPEN" && found.dueOn !== null && found.dueOn < day
                        ? t("public.late")
                        : t(`public.state.${found.state}`),
                  },
                  ...(found.missing.length > 0
                    ? [{ label: t("slip.missing"), value: found.missing.join("、") }]
                    : []),
                  found.closedOn
                    ? {
                        label: t(found.state === "WITHDRAWN" ? "case.withdrawnOn" : "public.closedOn"),
                        value: found.closedOn,
                      }
                    : { label: t("case.due"), value: found.dueOn ?? t("public.afterPapers") },
                  { label: t("case.window"), value: found.desk, note: `${found.place} · ${found.hours}` },
                ]}
              />
            </Card>
            {found.mayRate ? (
              <Card title={t("rate.title")} note={t("public.rateNote")}>
                <Form action={rateByCode} id="rate" className="grid gap-3">
                  <input type="hidden" name="slip" value={params.code} />
                  <RatingChoice label={t("rate.label")} />
                  <div>
                    <SubmitButton>{t("rate.save")}</SubmitButton>
                  </div>
                </Form>
              </Card>
            ) : found.rated ? (
              <p className="text-ink-2">{t("public.rated")}</p>
            ) : null}
          </div>
        )}
      </main>
    );
  },
});
