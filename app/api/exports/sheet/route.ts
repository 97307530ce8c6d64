/** A whole sheet of an office, masked, at once. */
import { countRows, startExport } from "#lib/domains/exports/commands/start-export.ts";
import { OFFICE_SHEETS } from "#lib/domains/exports/sheet-ids.ts";
import { notFound } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";
import { officeWorkbook } from "../office-workbook.ts";

export const GET = route({
  name: "GET /api/exports/sheet",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const sheet = OFFICE_SHEETS.find((one) => one === params.get("sheet"));
    const divisionId = Number(params.get("u"));
    if (!sheet) throw notFound();
    const { id } = await startExport(session, { what: sheet, divisionId });
    return officeWorkbook(session, {
      sheet,
      divisionId,
      clear: null,
      finished: (rows) => countRows(session, { id, rows }),
    });
  },
});
