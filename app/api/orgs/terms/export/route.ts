/** The due list of elections as a workbook, exactly as it is filtered, all pages of it. */
import { getTranslations } from "next-intl/server";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { exportTerms } from "#lib/domains/party-orgs/commands/export-terms.ts";
import { ListTerms } from "#lib/domains/party-orgs/input-life.ts";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import { allDue } from "#lib/domains/party-orgs/queries/terms.ts";
import { WINDOWS } from "#lib/domains/party-orgs/term.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import type { Stream } from "#lib/platform/streaming.ts";
import { streamedWorkbook } from "../../../streamed-workbook.ts";

type Filter = ReturnType<typeof ListTerms.parse>;

export const GET = route({
  name: "GET /api/orgs/terms/export",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const unit = Number(params.get("u"));
    const month = params.get("month");
    const viewer = await reading(session, async (scope) => scope.viewer);
    const filter = ListTerms.parse({
      unitId: Number.isSafeInteger(unit) && unit > 0 ? unit : homeUnit(viewer),
      window: WINDOWS.find((one) => one === params.get("due")) ?? "over",
      month: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    });
    const t = await getTranslations("party-orgs");
    const f = await getFormats();
    await exportTerms(session, filter);
    return streamedWorkbook(session, async (stream) => ({
      plainName: `elections-${today()}.xlsx`,
      name: `${t("terms.title")}-${today()}.xlsx`,
      sheets: [
        {
          name: t("terms.title"),
          watermark: t("terms.watermark", { name: stream.viewer.name, time: f.dayTime(new Date()) }),
          columns: [
            { label: t("list.name"), width: 36 },
            { label: t("list.kind") },
            { label: t("list.place") },
            { label: t("list.secretary") },
            { label: t("terms.electedOn"), kind: "date" },
            { label: t("terms.due"), kind: "date" },
          ],
          rows: lines(stream, filter, (kind) => t(`kind.${kind as OrgKind}`)),
        },
      ],
    }));
  },
});

async function* lines(stream: Stream, filter: Filter, kindOf: (kind: string) => string) {
  for await (const row of allDue(stream, filter))
    yield [row.name, kindOf(row.kind), row.place, row.secretary ?? "", row.electedOn ?? "", row.dueOn ?? ""];
}
