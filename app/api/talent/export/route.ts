/** A list of talent, wanted posts or secondments as a workbook: what is seen, all pages of it, with a sheet that says so. */
import { getTranslations } from "next-intl/server";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { countRows, startExport } from "#lib/domains/exports/commands/start-export.ts";
import { SEEN_LISTS } from "#lib/domains/exports/sheet-ids.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { invalid } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { streamedWorkbook } from "../../streamed-workbook.ts";
import { listSheet, type TalentList } from "./sheets.ts";

export const GET = route({
  name: "GET /api/talent/export",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const list = SEEN_LISTS.find(
      (one): one is TalentList =>
        one !== "households" && one !== "needs" && one !== "compare" && one === params.get("list"),
    );
    if (!list) throw invalid({ list: [{ key: "choose" }] });
    const { unit, name } = await reading(session, async (scope) => ({
      unit: (await listPlace(scope, params.get("u") ?? undefined)).unit,
      name: scope.viewer.name,
    }));
    // The audit keeps which conditions, not the name that was typed.
    const told = [...params]
      .filter(([key]) => key.startsWith("f.") || key === "on")
      .map((pair) => pair.join("="));
    const { id } = await startExport(session, {
      what: list,
      divisionId: unit.id,
      conditions: told.join("; ").slice(0, 500),
    });
    const words = await getTranslations("households");
    const common = await getTranslations("common");
    const f = await getFormats();
    return streamedWorkbook(session, async (stream) => {
      const sheet = await listSheet(stream, list, params);
      let count = 0;
      async function* counted() {
        for await (const row of sheet.rows) {
          count++;
          yield row;
        }
      }
      const at = f.dayTime(new Date());
      return {
        plainName: `${list}-${today()}.xlsx`,
        name: `${sheet.title}-${unit.name}-${today()}.xlsx`,
        finished: () => countRows(session, { id, rows: count }),
        sheets: [
          {
            name: sheet.title,
            watermark: words("exported.watermark", { name, time: at }),
            columns: sheet.columns,
            rows: counted(),
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
