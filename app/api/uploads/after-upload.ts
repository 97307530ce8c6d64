/** Where a form of uploading leads: on to the columns, or back with the reason and what was chosen. */
import type { Received } from "#lib/domains/imports/receive.ts";

export function afterUpload(received: Received): Response {
  if ("id" in received) return seeOther(`/imports/${received.id}/columns`);
  const { refused, sheet, divisionId } = received;
  const said = new URLSearchParams({ sheet, refused, ...(divisionId ? { unit: divisionId } : {}) });
  return seeOther(`/imports/new/upload?${said}#${refused === "badUnit" ? "unit" : "file"}`);
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
