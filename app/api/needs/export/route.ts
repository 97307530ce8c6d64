/** The list of needs as a workbook: what is seen, all pages of it, with a sheet that says so. */
import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { countRows, startExport } from "#lib/domains/exports/commands/start-export.ts";
import { needCategories } from "#lib/domains/needs/categories.ts";
import { NeedFilter, needFilterOf } from "#lib/domains/needs/input.ts";
import { allNeedRows, type NeedRow } from "#lib/domains/needs/queries/list-needs.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import type { WrittenCell, WrittenColumn } from "#lib/platform/sheets/write.ts";
import { streamedWorkbook } from "../../streamed-workbook.ts";

type Column = [string, (row: NeedRow) => WrittenCell, WrittenColumn["kind"]?];

export const GET = route({
  name: "GET /api/needs/export",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const filter = NeedFilter.parse(needFilterOf(params));
    const { unit, name } = await reading(session, async (scope) => ({
      unit: (await listPlace(scope, filter.unit)).unit,
      name: scope.viewer.name,
    }));
    // The audit keeps which conditions, not the name that was typed.
    const told = [...params]
      .filter(([key]) => key.startsWith("f.") || key === "view")
      .map((pair) => pair.join("="));
    const { id } = await startExport(session, {
      what: "needs",
      divisionId: unit.id,
      conditions: told.join("; ").slice(0, 500),
    });
    const t = await getTranslations("needs");
    const words = await getTranslations("households");
    const common = await getTranslations("common");
    const f = await getFormats();
    return streamedWorkbook(session, async (stream) => {
      const place = await listPlace(stream, filter.unit);
      const categories = await categoryNames(await needCategories(stream.sql));
      // In the order of the paper form of the ledger, with what the platform knows besides at its end.
      const columns: Column[] = [
        [t("sourceLabel"), (row) => t(`source.${row.source}`)],
        [t("about"), (row) => row.about],
        [t("place"), (row) => row.place],
        [t("words"), (row) => row.words],
        [t("category"), (row) => categories.name(row.category)],
        [t("raisedOn"), (row) => row.raisedOn, "date"],
        [t("form.unit"), (row) => row.handlerUnit],
        [t("handler"), (row) => row.handlerName],
        [t("due"), (row) => row.dueOn, "date"],
        [t("result"), (row) => row.result],
        [t("doneOn"), (row) => row.doneOn, "date"],
        [t("verdictLabel"), (row) => (row.verdict ? t(`verdict.${row.verdict}`) : null)],
        [t("closedOn"), (row) => row.closedOn, "date"],
        [t("stateLabel"), (row) => t(`state.${row.status}`)],
        [t("urgencyLabel"), (row) => t(`urgency.${row.urgency}`)],
        [t("levelLabel"), (row) => t(`level.${row.level}`)],
        [t("reopenedLabel"), (row) => row.reopened, "number"],
      ];
      let count = 0;
      async function* rows() {
        for await (const row of stream.rows<NeedRow>(allNeedRows(stream, place, filter))) {
          count++;
          yield columns.map(([, cell]) => cell(row));
        }
      }
      const at = f.dayTime(new Date());
      return {
        plainName: `needs-${today()}.xlsx`,
        name: `${t("title")}-${unit.name}-${today()}.xlsx`,
        finished: () => countRows(session, { id, rows: count }),
        sheets: [
          {
            name: t("title"),
            watermark: words("exported.watermark", { name, time: at }),
            columns: columns.map(([label, , kind]) => ({ label, kind, width: 16 })),
            rows: rows(),
          },
          {
            name: words("exported.sheet"),
            columns: [{ label: words("exported.what") }, { label: words("exported.value"), width: 60 }],
            rows: [
              [words("exported.unit"), unit.name],
              [words("exported.filters"), told.join("; ") || common("none")],
              [words("exported.by"), name],
              [words("exported.at"), at],
              ...(env.DEMO ? [[common("demo.tag"), common("demo.banner")]] : []),
            ],
          },
        ],
      };
    });
  },
});
