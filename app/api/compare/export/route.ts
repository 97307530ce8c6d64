/** A comparison as a workbook or as CSV: units × indicators, and each over the periods shown; what is not told on the screen is not in the file. */
import { getLocale, getTranslations } from "next-intl/server";
import { amountOf, figureWords, isCount, isShareOfSums, signOf } from "#components/cockpit/figure-words.ts";
import { hasRate } from "#lib/base/percent.ts";
import type { Period } from "#lib/base/period.ts";
import { listOf } from "#lib/base/url-state.ts";
import { type Comparison, viewCompare } from "#lib/domains/cockpit/compare-query.ts";
import { type IndicatorBoard, viewIndicator } from "#lib/domains/cockpit/queries.ts";
import { countRows, startExport } from "#lib/domains/exports/commands/start-export.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import type { WrittenCell } from "#lib/platform/sheets/write.ts";
import { asCsv } from "#lib/platform/sheets/write-csv.ts";
import { workbookResponse } from "../../imports/workbook-response.ts";

export const GET = route({
  name: "GET /api/compare/export",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const { view, own, name } = await reading(session, async (scope) => ({
      // Of one indicator alone the unit itself comes along, over as many periods as its page shows.
      own: params.get("own") === "1" ? await viewIndicator(scope, ownOf(params)) : null,
      view: await viewCompare(scope, {
        ...{ u: params.get("u") ?? undefined, p: params.get("p") ?? undefined, item: params.get("item") },
        ...{
          i: listOf(params, "i").join(","),
          units: listOf(params, "units").join(","),
          peers: params.get("peers"),
        },
      }),
      name: scope.viewer.name,
    }));
    const told = [...params].filter(([key]) => key !== "format").map((pair) => pair.join("="));
    const { id } = await startExport(session, {
      what: "compare",
      divisionId: view.unit.id,
      conditions: told.join("; ").slice(0, 500),
    });
    const t = await getTranslations("compare");
    const long = await longRows(
      own
        ? linesOf(own)
        : view.rows.flatMap(({ indicator, cells }) =>
            cells.map(({ unit, series }) => ({ indicator, unit: unit.name, series })),
          ),
    );
    await countRows(session, { id, rows: long.length });
    const heads = [
      ...[t("file.id"), t("file.indicator"), t("unit"), t("file.period")],
      ...[t("file.part"), t("file.whole"), t("file.percent"), t("file.unit")],
    ];
    const common = await getTranslations("common");
    const file = `${t("title")}-${view.unit.name}-${view.period}`;
    const demo = env.DEMO ? [[common("demo.tag"), common("demo.banner")]] : [];
    if (params.get("format") === "csv")
      return new Response(asCsv([heads, ...long, ...demo]), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="compare-${today()}.csv"; filename*=UTF-8''${encodeURIComponent(`${file}.csv`)}`,
          "cache-control": "private, no-store",
          "x-content-type-options": "nosniff",
        },
      });
    const words = await getTranslations("households");
    const f = await getFormats();
    const watermark = words("exported.watermark", { name, time: f.dayTime(new Date()) });
    const wide = await wideRows(view);
    return workbookResponse(
      [
        {
          ...{ name: t("file.wide"), watermark },
          columns: wide.heads.map((label, at) => ({ label, width: 18, kind: at === 0 ? "text" : "number" })),
          rows: wide.rows,
        },
        {
          ...{ name: t("file.long"), watermark },
          columns: heads.map((label, at) => ({
            label,
            width: 16,
            kind: NUMBERS.has(at) ? "number" : "text",
          })),
          rows: long,
        },
        {
          name: words("exported.sheet"),
          columns: [{ label: words("exported.what") }, { label: words("exported.value"), width: 60 }],
          rows: [
            [words("exported.unit"), view.unit.name],
            [t("file.period"), f.period(view.period)],
            [t("file.asOf"), view.asOf],
            [words("exported.by"), name],
            ...demo,
          ],
        },
      ],
      `compare-${today()}.xlsx`,
      `${file}.xlsx`,
    );
  },
});

/** The columns of the long sheet that are numbers, to be added up and sorted as such. */
const NUMBERS = new Set([4, 5, 6]);

/** In what the value of an indicator is told. */
async function unitOf(indicator: Ratio): Promise<string> {
  if (isShareOfSums(indicator)) return signOf(indicator);
  return isCount(indicator) || indicator.adds ? (await figureWords(indicator)).unit : "%";
}

type Line = { indicator: Ratio; unit: string; series: readonly { period: Period; figure: Figure | null }[] };

const ownOf = (params: URLSearchParams) => ({
  ...{
    indicator: params.get("i") ?? "",
    // The code of an indicator begins with its item's.
    item: (params.get("i") ?? "").split(".")[0] ?? "",
    n: params.get("n"),
  },
  ...{ u: params.get("u") ?? undefined, p: params.get("p") ?? undefined },
});

const linesOf = ({ indicator, unit, own, children }: IndicatorBoard): Line[] => [
  ...own.map(({ series }) => ({ indicator, unit: unit.name, series })),
  ...children.flatMap(({ name, cells }) => cells.map(({ series }) => ({ indicator, unit: name, series }))),
];

async function longRows(lines: readonly Line[]): Promise<WrittenCell[][]> {
  const t = await getTranslations("compare");
  const locale = await getLocale();
  const rows: WrittenCell[][] = [];
  for (const { indicator, unit, series } of lines) {
    const inUnit = await unitOf(indicator);
    for (const { period, figure } of series) {
      const numbers = figure
        ? [figure.part, figure.whole, amountOf(indicator, figure)]
        : [t("few"), t("few"), t("few")];
      rows.push([indicator.id, indicator.name[locale], unit, period, ...numbers, inUnit]);
    }
  }
  return rows;
}

async function wideRows(view: Comparison): Promise<{ heads: string[]; rows: WrittenCell[][] }> {
  const t = await getTranslations("compare");
  const locale = await getLocale();
  const inUnits = await Promise.all(view.indicators.map(unitOf));
  const units = view.rows[0]?.cells.map(({ unit }) => unit) ?? [];
  return {
    heads: [
      t("unit"),
      ...view.indicators.map(({ name }, at) =>
        t("file.inUnit", { name: name[locale], unit: inUnits[at] ?? "" }),
      ),
    ],
    rows: units.map((unit) => [
      unit.name,
      ...view.rows.map(({ indicator, cells }) => {
        const figure = cells.find((cell) => cell.unit.id === unit.id)?.figure;
        if (!figure) return t("few");
        // Of fewer than ten cases no rate is told, on paper neither.
        return indicator.adds || isCount(indicator) || hasRate(figure)
          ? amountOf(indicator, figure)
          : `${figure.part}/${figure.whole}`;
      }),
    ]),
  };
}
