/** POST /api/sync: what was written down on a phone; each operation is answered by itself. */
import { deliver } from "#lib/domains/sync/deliver.ts";
import { orGone } from "#lib/domains/sync/or-gone.ts";
import { problemView } from "#lib/platform/problem-view.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/sync",
  run: (session, request) =>
    orGone(session, async () => {
      const answers = await deliver(session, await request.json().catch(() => null), problemView);
      // The machine's own time, so that a phone can tell when its clock is wrong.
      return Response.json({ answers, now: new Date().toISOString() });
    }),
});
