/** GET /sw.js: the service worker of this build. */
import { buildId } from "#lib/platform/build-id.ts";
import { publicRoute } from "#lib/platform/route.ts";
import { worker } from "./worker.ts";

export const GET = publicRoute({
  name: "GET /sw.js",
  run: async () =>
    new Response(`(${worker.toString()})(${JSON.stringify(buildId())});`, {
      headers: { "content-type": "text/javascript; charset=utf-8" },
    }),
});
