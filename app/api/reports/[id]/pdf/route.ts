/** A report as PDF: its print page, printed by the server. */
import { getTranslations } from "next-intl/server";
import { getReport } from "#lib/domains/reports/queries/show-report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { pagePdf } from "../../../page-pdf.ts";

export const GET = route({
  name: "GET /api/reports/[id]/pdf",
  run: async (session, request, { id = "" }) => {
    const { report, content } = await reading(session, (scope) => getReport(scope, { id }));
    const t = await getTranslations("reports");
    const f = await getFormats();
    return pagePdf(session, request, {
      address: `/reports/${report.id}/print`,
      plain: `report-${report.period}`,
      name: t("of", { unit: content.unit.name, period: f.period(report.period) }),
    });
  },
});
