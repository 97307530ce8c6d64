/** The household list as a workbook: exactly what is seen (columns, order, conditions), all pages of it or the ticked rows, with a sheet that says so. */
import { getLocale, getTranslations } from "next-intl/server";
import { activeFilters } from "#components/households/active-filters.ts";
import { columnsShown, type HouseholdColumn, textOf } from "#components/households/columns.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { countRows, startExport } from "#lib/domains/exports/commands/start-export.ts";
import { exportHouseholds } from "#lib/domains/households/commands/export-households.ts";
import { HouseholdFilter, householdFilterOf } from "#lib/domains/households/input.ts";
import { allHouseholds, type HouseholdRow } from "#lib/domains/households/queries/list-households.ts";
import { ownColumns } from "#lib/domains/list-views/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { route } from "#lib/platform/route.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import type { WrittenColumn } from "#lib/platform/sheets/write.ts";
import { join, sql } from "#lib/platform/sql.ts";
import { numberBehind, partWords } from "../../../(work)/households/number-behind.ts";
import { streamedWorkbook } from "../../streamed-workbook.ts";

const KINDS: Partial<Record<HouseholdColumn, WrittenColumn["kind"]>> = {
  members: "number",
  income: "money",
  lastVisit: "date",
};
const WIDTHS: Partial<Record<HouseholdColumn, number>> = { number: 22, place: 24, helper: 28 };
/** A page has fifty rows; more than some pages by hand is not a selection. */
const MOST_TICKED = 500;

export const GET = route({
  name: "GET /api/households/export",
  run: (session, request) => send(session, request, null),
});

/** The ticked rows; a form of fifty boxes is too long for an address. */
export const POST = route({
  name: "POST /api/households/export",
  run: async (session, request) => {
    const ticked = (await request.formData()).getAll("household").map(String);
    const ids = ticked.filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, MOST_TICKED);
    // Nothing ticked leads back to the list, which says how it is done.
    if (ids.length === 0) {
      const back = new URL(request.url).searchParams.toString();
      return new Response(null, {
        status: 303,
        headers: { location: `/households${back ? `?${back}` : ""}` },
      });
    }
    return send(session, request, ids);
  },
});

async function send(session: Session, request: Request, ids: string[] | null): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const t = await getTranslations("households");
  const common = await getTranslations("common");
  const locale = await getLocale();
  const f = await getFormats();
  const { after: _, before: __, ...asked } = HouseholdFilter.parse(householdFilterOf(params));
  const { viewer, columns, behind } = await reading(session, async (scope) => ({
    viewer: scope.viewer,
    columns: columnsShown(await ownColumns(scope, { list: "households" })),
    behind: await numberBehind(scope, params),
  }));
  const conditions = activeFilters(householdFilterOf(params), params, t, locale).map((one) => one.label);
  if (behind)
    conditions.push(
      `${behind.indicator.id} ${behind.indicator.name[locale]} · ${f.period(behind.period)} · ${partWords(behind, t, locale)}`,
    );
  if (ids) conditions.push(t("exported.ticked", { count: ids.length }));
  const only = [behind?.condition, ids ? sql`h.id = any (${ids}::uuid[])` : undefined].filter(
    (one) => one !== undefined,
  );
  const filter = { ...asked, only: only.length > 0 ? join(only, " and ") : undefined };
  // The audit keeps which conditions, not the name that was typed.
  const told = [...params].filter(([name]) => name !== "q").map((pair) => pair.join("="));
  const { unit, total } = await exportHouseholds(session, { ...filter, note: told.join("&").slice(0, 500) });
  const { id } = await startExport(session, {
    what: "households",
    divisionId: unit.id,
    conditions: conditions.join("; ").slice(0, 500),
  });
  const cell = (row: HouseholdRow, column: HouseholdColumn) => {
    if (column === "members") return row.memberCount;
    if (column === "income") return row.incomePerHeadFen === null ? null : Number(row.incomePerHeadFen) / 100;
    return textOf(row, column, locale);
  };
  return streamedWorkbook(session, async (stream) => {
    const place = await listPlace(stream, filter.unit);
    const watermark = t("exported.watermark", { name: viewer.name, time: f.dayTime(new Date()) });
    let count = 0;
    async function* rows() {
      for await (const row of stream.rows<HouseholdRow>(allHouseholds(stream, place, filter))) {
        count++;
        yield columns.map((column) => cell(row, column));
      }
    }
    return {
      plainName: `households-${today()}.xlsx`,
      name: `${t("title")}-${unit.name}-${today()}.xlsx`,
      finished: () => countRows(session, { id, rows: count }),
      sheets: [
        {
          name: t("title"),
          watermark,
          columns: columns.map((column) => ({
            label: t(`column.${column}`),
            kind: KINDS[column],
            width: WIDTHS[column],
          })),
          rows: rows(),
        },
        {
          name: t("exported.sheet"),
          columns: [{ label: t("exported.what") }, { label: t("exported.value"), width: 60 }],
          rows: [
            [t("exported.unit"), unit.name],
            [t("exported.filters"), conditions.join("; ") || common("none")],
            [t("exported.rows"), total],
            [t("exported.by"), viewer.name],
            [t("exported.at"), f.dayTime(new Date())],
            ...(env.DEMO ? [[common("demo.tag"), common("demo.banner")]] : []),
          ],
        },
      ],
    };
  });
}
