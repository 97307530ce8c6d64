/** Takes the photos of a visit and leads back to it, with what was kept or the reason why not. */
import { receivePhotos } from "#lib/domains/visits/receive-photos.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/uploads/visit-photos",
  run: async (session, request) => {
    const { visit, refused } = await receivePhotos(session, request);
    const location = `/visits/${visit}${refused ? `?refused=${refused}` : ""}#photos`;
    return new Response(null, { status: 303, headers: { location } });
  },
});
