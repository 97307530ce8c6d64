/** The leader's sheet as PDF: its page, printed by the server. */
import { getTranslations } from "next-intl/server";
import { readPeriod } from "#lib/base/period.ts";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { pagePdf } from "../../../page-pdf.ts";

export const GET = route({
  name: "GET /api/reports/sheet/pdf",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const period = readPeriod(params.get("p"));
    const unit = await reading(session, (scope) => getDivision(scope, { id: params.get("u") ?? "" }));
    const t = await getTranslations("reports");
    return pagePdf(session, request, {
      address: `/reports/sheet?u=${unit.id}${period ? `&p=${period}` : ""}`,
      plain: `sheet${period ? `-${period}` : ""}`,
      name: [t("sheet.title"), unit.name, period].filter(Boolean).join("-"),
    });
  },
});
