/** Before a report is issued: what it says, once more as a whole, and what issuing means. */
import { getTranslations } from "next-intl/server";
import { compose } from "#components/reports/compose.ts";
import { ReportSheet } from "#components/reports/report-sheet.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { getReport } from "#lib/domains/reports/queries/show-report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { issue } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("issue.title") };
}

export default page({
  route: "/reports/[id]/issue",
  load: async (scope, { params }) => {
    const view = await getReport(scope, { id: params.id ?? "" });
    if (!view.may.write) throw notFound();
    return view;
  },
  render: async ({ report, content }) => {
    const t = await getTranslations("reports");
    const f = await getFormats();
    const composed = await compose(content, report.texts);
    const period = f.period(report.period);
    const written = Object.values(report.texts).filter(Boolean).length;
    return (
      <>
        <PageHead
          title={t("issue.title")}
          note={t("issue.lead")}
          back={{ href: `/reports/${report.id}`, label: t("issue.back") }}
        />
        <Form action={issue} id="issue" buttonOnly className="mb-4 grid max-w-form gap-3">
          <input type="hidden" name="id" value={report.id} />
          <input type="hidden" name="version" value={report.version} />
          <Notice>
            {content.closed
              ? t("issue.facts", { period, n: written, name: report.maker })
              : t("write.waits", { period })}
          </Notice>
          <div className="flex flex-wrap gap-2">
            {content.closed ? (
              <SubmitButton size="large">
                {t("issue.confirm", { unit: content.unit.name, period })}
              </SubmitButton>
            ) : null}
            <LinkButton href={`/reports/${report.id}`}>{t("issue.back")}</LinkButton>
          </div>
        </Form>
        <ReportSheet report={report} composed={composed} />
      </>
    );
  },
});
