/** POST /api/sync/held: a phone whose sign-in was ended leaves what it sealed; somebody of the township looks at it before it counts. */
import { hold } from "#lib/domains/sync/hold.ts";
import { postedBytes } from "#lib/platform/posted-bytes.ts";
import { Problem } from "#lib/platform/problem.ts";
import { publicRoute } from "#lib/platform/route.ts";
import { currentSession } from "#lib/platform/session.ts";

export const POST = publicRoute({
  name: "POST /api/sync/held",
  run: async (request) => {
    const session = await currentSession();
    if (!session) return new Response(null, { status: 401 });
    try {
      return Response.json(await hold(session.token, await postedBytes(request)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return new Response(null, { status: 404 });
    }
  },
});
