/** The user's own file with what is wrong in it, for correcting and sending again. */
import { PassThrough, Readable } from "node:stream";
import { getLocale, getTranslations } from "next-intl/server";
import { problemWords } from "#components/imports/problem-words.ts";
import { annotatedWorkbook, annotationsOf } from "#lib/domains/imports/annotated.ts";
import { today } from "#lib/platform/clock.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { workbookHeaders } from "../../workbook-response.ts";

export const GET = route({
  name: "GET /api/imports/[id]/annotated",
  run: async (session, _request, { id = "" }) => {
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const told = await reading(session, (scope) => annotationsOf(scope, id));
    const stream = new PassThrough();
    annotatedWorkbook(
      told,
      {
        column: t("annotated.column"),
        say: (problem, label) => `${label}: ${problemWords(t, problem)}`,
        locale,
      },
      stream,
    ).catch((error: Error) => stream.destroy(error));
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: workbookHeaders(
        `annotated-${today()}.xlsx`,
        `${told.sheet.title[locale]}-${t("annotated.sheet")}-${today()}.xlsx`,
      ),
    });
  },
});
