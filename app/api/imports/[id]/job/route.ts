/** How far an import is, for the bar of progress. */
import { getTranslations } from "next-intl/server";
import { jobViewOf } from "#components/imports/job-view.ts";
import { getImport } from "#lib/domains/imports/queries.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";

export const GET = route({
  name: "GET /api/imports/[id]/job",
  run: async (session, _request, { id = "" }) => {
    const found = await reading(session, (scope) => getImport(scope, { id }));
    const view = jobViewOf(found, await getTranslations("imports"));
    return Response.json(view, { headers: { "cache-control": "private, no-store" } });
  },
});
