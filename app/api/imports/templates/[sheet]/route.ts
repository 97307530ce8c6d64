/** The empty sheet to fill in. */
import { getLocale, getTranslations } from "next-intl/server";
import { readDictionary } from "#lib/domains/dictionaries/refresh.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { templateOf } from "#lib/domains/imports/template.ts";
import { notFound } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { workbookResponse } from "../../workbook-response.ts";

export const GET = route({
  name: "GET /api/imports/templates/[sheet]",
  run: async (session, _request, { sheet: id = "" }) => {
    const sheet = sheetById(id);
    if (!sheet) throw notFound();
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const { today, only } = await reading(session, async (scope) => {
      await readDictionary(scope.sql);
      return { today: scope.today, only: sheet.narrow?.(scope.viewer) };
    });
    const words = {
      notes: t("template.notes"),
      column: t("template.noteColumn"),
      need: t("template.noteNeed"),
      choices: t("template.noteChoices"),
      must: t("template.must"),
    };
    return workbookResponse(
      templateOf(sheet, words, locale, today, only),
      `${sheet.id}.xlsx`,
      `${sheet.title["zh-CN"]}.xlsx`,
    );
  },
});
