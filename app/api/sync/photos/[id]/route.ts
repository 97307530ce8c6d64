/** POST /api/sync/photos/[id]?visit=&size=&sha256=&at=: the next part of a photo, or, with an empty body, how much is held of it. */
import { getTranslations } from "next-intl/server";
import type { PartAnswer } from "#lib/domains/sync/op.ts";
import { orGone } from "#lib/domains/sync/or-gone.ts";
import { receivePart } from "#lib/domains/sync/receive-part.ts";
import { notFound, Problem } from "#lib/platform/problem.ts";
import { problemView } from "#lib/platform/problem-view.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/sync/photos/[id]",
  run: (session, request, { id }) =>
    orGone(session, async () => {
      const asked = { ...Object.fromEntries(new URL(request.url).searchParams), id };
      const bytes = new Uint8Array(await request.arrayBuffer());
      try {
        const held = await receivePart(session, asked, bytes);
        if (held.state === "noVisit")
          return answer({ state: "early", message: (await problemView(notFound())).message });
        if (held.state !== "unfit") return answer(held);
        const t = await getTranslations("visits");
        return answer({ state: "refused", message: t(`photos.refused.${held.reason as "tooLarge"}`) });
      } catch (error) {
        if (!(error instanceof Problem) || ["signed-out", "busy"].includes(error.code)) throw error;
        return answer({ state: "refused", message: (await problemView(error)).message });
      }
    }),
});

const answer = (held: PartAnswer) => Response.json(held);
