/** The household list as a workbook: exactly what is seen (columns, order, conditions), all pages of it, with a sheet that says so. */
import { PassThrough, Readable } from "node:stream";
import { getLocale, getTranslations } from "next-intl/server";
import { activeFilters } from "#components/households/active-filters.ts";
import { COLUMNS, type HouseholdColumn, textOf } from "#components/households/columns.ts";
import { exportHouseholds } from "#lib/domains/households/commands/export-households.ts";
import { householdFilterOf } from "#lib/domains/households/input.ts";
import type { HouseholdRow } from "#lib/domains/households/queries/list-households.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { type WrittenColumn, writeWorkbook } from "#lib/platform/sheets/write.ts";
import { numberBehind } from "../../../(work)/households/number-behind.ts";

const KINDS: Partial<Record<HouseholdColumn, WrittenColumn["kind"]>> = {
  members: "number",
  income: "money",
  lastVisit: "date",
};
const WIDTHS: Partial<Record<HouseholdColumn, number>> = { number: 22, place: 24, helper: 28 };

export const GET = route({
  name: "GET /api/households/export",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const t = await getTranslations("households");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const f = await getFormats();
    const { after: _, before: __, ...filter } = householdFilterOf(params);
    const viewer = await reading(session, async (scope) => scope.viewer);
    const behind = numberBehind({ viewer, today: today() }, params);
    const conditions = activeFilters(filter, params, t, locale).map((one) => one.label);
    if (behind)
      conditions.push(
        `${behind.indicator.id} ${behind.indicator.name[locale]} · ${f.period(behind.period)} · ${t(`fact.${behind.indicator.of}.${behind.part}`)}`,
      );
    // The audit keeps which conditions, not the name that was typed.
    const told = [...params].filter(([name]) => name !== "q").map((pair) => pair.join("="));
    const { unit, rows } = await exportHouseholds(session, {
      ...filter,
      only: behind?.condition,
      note: told.join("&").slice(0, 500),
    });
    const cell = (row: HouseholdRow, column: HouseholdColumn) => {
      if (column === "members") return row.memberCount;
      if (column === "income")
        return row.incomePerHeadFen === null ? null : Number(row.incomePerHeadFen) / 100;
      return textOf(row, column, locale);
    };
    const stream = new PassThrough();
    const writing = writeWorkbook(stream, {
      sheets: [
        {
          name: t("title"),
          columns: COLUMNS.map((column) => ({
            label: t(`column.${column}`),
            kind: KINDS[column],
            width: WIDTHS[column],
          })),
          rows: rows.map((row) => COLUMNS.map((column) => cell(row, column))),
        },
        {
          name: t("exported.sheet"),
          columns: [{ label: t("exported.what") }, { label: t("exported.value"), width: 60 }],
          rows: [
            [t("exported.unit"), unit.name],
            [t("exported.filters"), conditions.join("; ") || common("none")],
            [t("exported.rows"), rows.length],
            [t("exported.by"), viewer.name],
            [t("exported.at"), f.dayTime(new Date())],
            ...(env.DEMO ? [[common("demo.tag"), common("demo.banner")]] : []),
          ],
        },
      ],
    });
    writing.catch((error: Error) => stream.destroy(error));
    const name = `${t("title")}-${unit.name}-${today()}.xlsx`;
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="households-${today()}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "private, no-store",
      },
    });
  },
});
