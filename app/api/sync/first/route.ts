/** GET /api/sync/first: what a phone keeps for days without a network. */
import { orGone } from "#lib/domains/sync/or-gone.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";

export const GET = route({
  name: "GET /api/sync/first",
  run: (session) =>
    orGone(session, async () => Response.json(await reading(session, (scope) => firstSync(scope, {})))),
});
