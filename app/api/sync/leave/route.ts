/** POST /api/sync/leave: a phone whose password was forgotten ends its session, so that only its owner comes in again. */
import { route } from "#lib/platform/route.ts";
import { closeSession, dropSessionCookie } from "#lib/platform/session.ts";

export const POST = route({
  name: "POST /api/sync/leave",
  run: async ({ token }) => {
    await closeSession(token);
    await dropSessionCookie();
    return new Response(null, { status: 204 });
  },
});
