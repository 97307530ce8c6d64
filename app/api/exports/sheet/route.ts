/** A whole sheet of an office, masked, at once. */
import type { Period } from "#lib/base/period.ts";
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
    const month = /^20\d\d-(0[1-9]|1[0-2])$/.exec(params.get("m") ?? "")?.[0] as Period | undefined;
    const { id } = await startExport(session, { what: sheet, divisionId });
    return officeWorkbook(session, {
      sheet,
      divisionId,
      month,
      clear: null,
      finished: (rows) => countRows(session, { id, rows }),
    });
  },
});
