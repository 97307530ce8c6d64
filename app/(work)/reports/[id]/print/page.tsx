/** A report on paper: the browser prints it, the server makes a PDF of it where it has a browser of its own. */
import { getTranslations } from "next-intl/server";
import { compose } from "#components/reports/compose.ts";
import { PaperActions } from "#components/reports/paper-actions.tsx";
import { ReportSheet } from "#components/reports/report-sheet.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { getReport } from "#lib/domains/reports/queries/show-report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { pdfBrowser } from "#lib/platform/pdf.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("print.title") };
}

const TROUBLES = ["busy", "failed"] as const;

export default page({
  route: "/reports/[id]/print",
  load: async (scope, { params }) => ({
    ...(await getReport(scope, { id: params.id ?? "" })),
    pdf: pdfBrowser() !== null,
  }),
  tells: ({ report }) => ({
    verb: "report.printed",
    subject: `report:${report.id}`,
    division: report.divisionId,
    period: report.period,
  }),
  render: async ({ report, content, pdf }, { search }) => {
    const t = await getTranslations("reports");
    const f = await getFormats();
    const trouble = TROUBLES.find((one) => one === search.pdf);
    const name = t("of", { unit: content.unit.name, period: f.period(report.period) });
    return (
      <>
        <div className="print:hidden">
          <PageHead
            title={name}
            back={{ href: `/reports/${report.id}`, label: t("one") }}
            actions={
              <PaperActions
                pdf={pdf ? `/api/reports/${report.id}/pdf` : null}
                word={`/api/reports/${report.id}/word`}
              />
            }
          />
          {trouble ? (
            <div className="mb-3" role="status">
              <Notice tone="watch">{t(`print.${trouble}`)}</Notice>
            </div>
          ) : null}
        </div>
        <ReportSheet report={report} composed={await compose(content, report.texts)} />
      </>
    );
  },
});
