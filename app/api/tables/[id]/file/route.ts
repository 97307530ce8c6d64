/** A form with the rows of a unit, as the department made it, and a page that says what it is and what stayed empty. */
import { PassThrough, Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { countRows, startExport } from "#lib/domains/exports/commands/start-export.ts";
import { fillForm, openYear } from "#lib/domains/table-forms/fill.ts";
import { FillAsked } from "#lib/domains/table-forms/input.ts";
import { fillTable } from "#lib/domains/table-forms/queries/fill.ts";
import { keptForm } from "#lib/domains/table-forms/queries/forms.ts";
import { MOST_ROWS } from "#lib/domains/table-forms/table-form.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { notFound, rule } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { writeForm } from "#lib/platform/sheets/write-blank.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { workbookHeaders } from "../../../imports/workbook-response.ts";

export const GET = route({
  name: "GET /api/tables/[id]/file",
  run: async (session, request, { id = "" }) => {
    const params = new URL(request.url).searchParams;
    const asked = FillAsked.safeParse({
      ...{ id, unit: params.get("u") ?? undefined, only: params.get("only") || undefined },
    });
    if (!asked.success) throw notFound();
    const { form, told } = await reading(session, async (scope) => ({
      form: await keptForm(scope, { id }),
      told: await fillTable(scope, asked.data),
    }));
    if (told.rows > MOST_ROWS) throw rule("tableForm.tooLong", { most: MOST_ROWS });
    const divisionId = told.unit.id;
    const { id: exported } = await startExport(session, {
      what: "tables",
      divisionId,
      conditions: form.name,
    });
    const t = await getTranslations("tables");
    const common = await getTranslations("common");
    const at = (await getFormats()).dayTime(new Date());
    const output = new PassThrough();
    const only = asked.data.only ?? null;
    streaming(session, async (stream) => {
      const filling = await fillForm(stream, { form, divisionId, only });
      const year = await openYear(stream);
      const name = stream.viewer.name;
      const empty = form.columns.filter(({ field }) => field === null).map(({ label }) => label);
      await writeForm(output, {
        ...filling.file,
        watermark: `${t("file.watermark", { name, time: at })}${env.DEMO ? ` · ${common("demo.tag")}` : ""}`,
        about: {
          name: t("file.about"),
          // Written behind the rows, so they are counted by then.
          rows: () => [
            [t("file.form"), form.name],
            [t("file.unit"), filling.unit],
            [t("file.year"), year],
            [t("file.rows"), filling.count()],
            [t("file.masking"), t("file.masked")],
            [t("file.empty"), empty.join("、")],
            [t("file.by"), name],
            [t("file.at"), at],
            ...(env.DEMO ? [[common("demo.tag"), common("demo.banner")]] : []),
          ],
        },
      });
      return filling.count();
    }).then(
      (rows) => countRows(session, { id: exported, rows }),
      (error: Error) => {
        log.error({ requestId: session.requestId, err: error }, "table cut off");
        output.destroy(error);
      },
    );
    const file = `${form.name}-${told.unit.name}-${today()}.xlsx`;
    return new Response(Readable.toWeb(output) as ReadableStream, {
      headers: workbookHeaders(`table-${today()}.xlsx`, file),
    });
  },
});
