/** Takes papers and leads back to the page of what they are about; a script that shows the progress is told where that is. */
import { OWNERS } from "#lib/domains/papers/paper.ts";
import { receivePapers } from "#lib/domains/papers/receive-papers.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/uploads/papers",
  run: async (session, request) => {
    const { owner, added, refused } = await receivePapers(session, request);
    const said = new URLSearchParams();
    if (added.length > 0) said.set("paper", added.join(","));
    if (refused) said.set("refused", refused);
    const location = `${OWNERS[owner.kind].href(owner.id)}?${said}#papers`;
    if (request.headers.get("accept") === "application/json") return Response.json({ location });
    return new Response(null, { status: 303, headers: { location } });
  },
});
