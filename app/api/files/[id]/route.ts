/** A photo or a paper, for whoever may see its owner: as a thing of its own that can do nothing in our pages, and that no cache keeps. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { getFile } from "#lib/domains/files/queries.ts";
import { storedFile } from "#lib/platform/files/store.ts";
import { notFound } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";

export const GET = route({
  name: "GET /api/files/[id]",
  run: async (session, request, { id = "" }) => {
    const file = await reading(session, (scope) => getFile(scope, { id }));
    const preview = new URL(request.url).searchParams.get("size") === "preview";
    const path = storedFile((preview && file.previewSha256) || file.sha256);
    const about = await stat(path).catch(() => null);
    if (!about) throw notFound();
    const picture = file.mediaType === "image/jpeg";
    const name = file.name ?? `${file.createdOn}.jpg`;
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": file.mediaType,
        "content-length": String(about.size),
        "content-disposition": `${picture ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  },
});
