/** Takes a block pasted out of Excel or WPS and leads on to its columns, or back to the form with the reason. */
import { getTranslations } from "next-intl/server";
import { receivePasted } from "#lib/domains/imports/receive.ts";
import { route } from "#lib/platform/route.ts";
import { afterUpload } from "../after-upload.ts";

export const POST = route({
  name: "POST /api/uploads/pasted",
  run: async (session, request) => {
    const t = await getTranslations("imports");
    return afterUpload(await receivePasted(session, request, t("upload.pasteName")));
  },
});
