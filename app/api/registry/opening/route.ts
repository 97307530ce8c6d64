/** How far the opening of the next year is, for the bar of progress. */
import { getTranslations } from "next-intl/server";
import { openingView } from "#components/registry/opening-view.ts";
import { registryYears } from "#lib/domains/registry-years/queries/years.ts";
import { notFound } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";

export const GET = route({
  name: "GET /api/registry/opening",
  run: async (session) => {
    const { opening } = await reading(session, (scope) => registryYears(scope, {}));
    if (!opening) throw notFound();
    const view = openingView(opening, await getTranslations("registry"));
    return Response.json(view, { headers: { "cache-control": "private, no-store" } });
  },
});
