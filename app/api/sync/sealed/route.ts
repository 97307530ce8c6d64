/** POST /api/sync/sealed: what a phone can no longer read, as it sealed it to us; answered operation by operation. */
import { orGone } from "#lib/domains/sync/or-gone.ts";
import { takeFile } from "#lib/domains/sync/take-file.ts";
import { postedBytes } from "#lib/platform/posted-bytes.ts";
import { problemView } from "#lib/platform/problem-view.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/sync/sealed",
  run: (session, request) =>
    orGone(session, async () => {
      const { answers } = await takeFile(session, await postedBytes(request), problemView);
      return Response.json({ answers });
    }),
});
