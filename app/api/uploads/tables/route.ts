/** Takes an empty form of a department and leads on to its columns, or back with the reason and what was typed. */
import { receiveForm } from "#lib/domains/table-forms/receive-form.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/uploads/tables",
  run: async (session, request) => {
    const received = await receiveForm(session, request);
    if ("id" in received) return seeOther(`/tables/${received.id}/columns`);
    const said = Object.entries(received.typed).filter(([, value]) => value !== "");
    return seeOther(`/tables/new?${new URLSearchParams([["refused", received.refused], ...said])}#upload`);
  },
});

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
