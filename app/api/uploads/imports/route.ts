/** Takes the posted file of an import and leads on to its columns, or back to the form with the reason. */
import { receiveImport } from "#lib/domains/imports/receive.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/uploads/imports",
  run: async (session, request) => {
    const received = await receiveImport(session, request);
    const to =
      "id" in received
        ? `/imports/${received.id}/columns`
        : `/imports/new/upload?sheet=${encodeURIComponent(received.sheet)}&refused=${received.refused}`;
    return new Response(null, { status: 303, headers: { location: to } });
  },
});
