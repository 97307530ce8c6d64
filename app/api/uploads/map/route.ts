/** Takes a map of the boundaries and leads back to it, or to the field that is wrong with what was typed. */
import { receiveMap } from "#lib/domains/maps/receive-map.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/uploads/map",
  run: async (session, request) => {
    const received = await receiveMap(session, request);
    if ("id" in received) return seeOther("/admin/map");
    const { field, words, approvalNo } = received;
    const names = words.values?.names;
    const said = new URLSearchParams({
      ...{ field, refused: words.key.replace(/^map\./, "") },
      ...(approvalNo ? { approvalNo } : {}),
      ...(names ? { names: String(names) } : {}),
    });
    return seeOther(`/admin/map?${said}#upload`);
  },
});

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
