/** GET /api/search?q=: the first few hits of each kind, as the palette under Ctrl K shows them. */

import { getTranslations } from "next-intl/server";
import { findByIdTail } from "#lib/domains/search/commands.ts";
import { type Hit, looksLikeIdTail } from "#lib/domains/search/hit.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";

const PER_KIND = 5;

export const GET = route({
  name: "GET /api/search",
  run: async (session, request) => {
    const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 40);
    const t = await getTranslations("search");
    const found = await reading(session, (scope) => findAnything(scope, { q, limit: PER_KIND }));
    const people = looksLikeIdTail(q) ? await findByIdTail(session, { tail: q }) : [];
    const hits: Hit[] = [
      ...people,
      ...found.groups.flatMap((group) => group.hits),
      ...found.hints.flatMap((hint) => hint.hits),
    ];
    return Response.json(
      hits.map(({ kind, title, detail, href }) => ({ kind: t(`kind.${kind}`), title, detail, href })),
      { headers: { "cache-control": "private, no-store" } },
    );
  },
});
