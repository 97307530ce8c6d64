/** Takes the posted file of an import and leads on to its columns, or back to the form with the reason. */
import { receiveImport } from "#lib/domains/imports/receive.ts";
import { route } from "#lib/platform/route.ts";
import { afterUpload } from "../after-upload.ts";

export const POST = route({
  name: "POST /api/uploads/imports",
  run: async (session, request) => afterUpload(await receiveImport(session, request)),
});
