/** Where a form of uploading leads: on to the columns, or back with the reason. */
import type { Received } from "#lib/domains/imports/receive.ts";

export function afterUpload(received: Received): Response {
  const location =
    "id" in received
      ? `/imports/${received.id}/columns`
      : `/imports/new/upload?sheet=${encodeURIComponent(received.sheet)}&refused=${received.refused}`;
  return new Response(null, { status: 303, headers: { location } });
}
