/** A report as a Word document, with the same words and figures as on the screen. */
import { getTranslations } from "next-intl/server";
import { compose } from "#components/reports/compose.ts";
import { wordBlocks } from "#components/reports/word-blocks.ts";
import { getReport } from "#lib/domains/reports/queries/show-report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { tellLook } from "#lib/platform/audit.ts";
import { wordFile } from "#lib/platform/documents/word.ts";
import { env } from "#lib/platform/env.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";

export const GET = route({
  name: "GET /api/reports/[id]/word",
  run: async (session, _request, { id = "" }) => {
    const { report, content } = await reading(session, (scope) => getReport(scope, { id }));
    await tellLook(session, {
      ...{ verb: "report.printed", subject: `report:${id}`, division: report.divisionId },
      ...{ period: report.period, form: "word" },
    });
    const t = await getTranslations("reports");
    const f = await getFormats();
    const common = await getTranslations("common");
    const composed = await compose(content, report.texts);
    const file = await wordFile({
      title: composed.title.join(""),
      author: report.issuedName ?? report.maker,
      blocks: await wordBlocks(report, composed),
      ...(env.DEMO ? { mark: common("demo.banner") } : {}),
    });
    const name = t("of", { unit: composed.unit, period: f.period(report.period) });
    return new Response(new Uint8Array(file), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "content-disposition": `attachment; filename="report-${report.period}.docx"; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  },
});
