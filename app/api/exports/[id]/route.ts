/** An approved file in clear, made as it is fetched: for the one who asked, within its day, each time told. */
import { fetchExport } from "#lib/domains/exports/commands/fetch-export.ts";
import { proofAsked } from "#lib/platform/fresh-proof.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";
import { officeWorkbook } from "../office-workbook.ts";

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });

export const GET = route({
  name: "GET /api/exports/[id]",
  run: async (session, _request, { id = "" }) => {
    // A link cannot ask: the page does, and leads back.
    if (await reading(session, proofAsked)) return seeOther("/me/confirm");
    const { what, divisionId, reason, decidedName } = await fetchExport(session, { id });
    return officeWorkbook(session, {
      sheet: what,
      divisionId,
      clear: { reason, decidedName: decidedName ?? "" },
    });
  },
});
