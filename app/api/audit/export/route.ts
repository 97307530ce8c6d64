/** The trail as a workbook, exactly as it is filtered; what leaves is told before the first row does. */
import { getLocale, getTranslations } from "next-intl/server";
import { readable, trailWords } from "#components/audit/trail-words.ts";
import type { Locale } from "#lib/base/preferences.ts";
import { exportTrail } from "#lib/domains/audit/commands/export-trail.ts";
import { TrailFilter, trailFilterOf } from "#lib/domains/audit/input.ts";
import { askedOf, trailRows } from "#lib/domains/audit/queries/list-trail.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { route } from "#lib/platform/route.ts";
import type { Stream } from "#lib/platform/streaming.ts";
import { streamedWorkbook } from "../../streamed-workbook.ts";

const PORTION = 1_000;
/** More than a sheet of a workbook holds is taken out by period. */
const MOST = 1_000_000;

export const GET = route({
  name: "GET /api/audit/export",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const t = await getTranslations("audit");
    const f = await getFormats();
    const dictionary = await getTranslations("dictionaries");
    const words = trailWords(t, f, (await getLocale()) as Locale, dictionary);
    const { before: _, ...filter } = TrailFilter.parse(trailFilterOf(params));
    const told = [...params]
      .filter(([name]) => !["f.who", "f.about"].includes(name))
      .map((pair) => pair.join("="));
    await exportTrail(session, { note: told.join("&").slice(0, 500) });
    return streamedWorkbook(session, async (stream) => ({
      plainName: `audit-${today()}.xlsx`,
      name: `${t("title")}-${today()}.xlsx`,
      sheets: [
        {
          name: t("exported.sheet"),
          watermark: t("exported.watermark", { name: stream.viewer.name, time: f.dayTime(new Date()) }),
          columns: ["when", "who", "what", "whom", "place", "from"].map((column) => ({
            label: t(`column.${column as "when"}`),
            width: column === "what" ? 60 : 24,
          })),
          rows: lines(stream, askedOf(filter, today()), (row) => [
            f.dayTime(row.at),
            [words.who(row), words.onBehalf(row)].filter(Boolean).join(" "),
            [
              words.verb(row.verb),
              ...readable(row.changes ?? []).map(words.change),
              ...words.besides(row),
            ].join("; "),
            words.subject(row),
            row.place ?? "",
            words.from(row) ?? "",
          ]),
        },
        {
          name: t("exported.about"),
          columns: [{ label: t("exported.what") }, { label: t("exported.value"), width: 60 }],
          rows: [
            [t("exported.by"), stream.viewer.name],
            [t("exported.at"), f.dayTime(new Date())],
            [t("exported.filters"), told.join("; ") || t("exported.none")],
          ],
        },
      ],
    }));
  },
});

type Row = Awaited<ReturnType<typeof trailRows>>[number];

/** By key, so that the last portion costs as much as the first. */
async function* lines(stream: Stream, asked: Record<string, unknown>, cells: (row: Row) => string[]) {
  let before: string | undefined;
  for (let sent = 0; sent < MOST; ) {
    const rows = await trailRows(stream, before ? { ...asked, before } : asked, PORTION);
    for (const row of rows) yield cells(row);
    sent += rows.length;
    if (rows.length < PORTION) return;
    before = String(rows.at(-1)?.id);
  }
}
