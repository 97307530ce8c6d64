/** An approved file in clear, made as it is fetched: for the one who asked, within its day, each time told. */
import { fetchExport } from "#lib/domains/exports/commands/fetch-export.ts";
import { route } from "#lib/platform/route.ts";
import { officeWorkbook } from "../office-workbook.ts";

export const GET = route({
  name: "GET /api/exports/[id]",
  run: async (session, _request, { id = "" }) => {
    const { what, divisionId, reason, decidedName } = await fetchExport(session, { id });
    return officeWorkbook(session, {
      sheet: what,
      divisionId,
      clear: { reason, decidedName: decidedName ?? "" },
    });
  },
});
