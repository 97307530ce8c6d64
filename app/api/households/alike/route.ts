/** POST /api/households/alike: files that may be the family being typed. Posted, so that no number stands in an address. */
import { getTranslations } from "next-intl/server";
import { alikeWhileTyping } from "#lib/domains/lives/queries/duplicates.ts";
import { route } from "#lib/platform/route.ts";
import { reading } from "#lib/platform/scope.ts";

export const POST = route({
  name: "POST /api/households/alike",
  run: async (session, request) => {
    const typed = (await request.json().catch(() => ({}))) as Record<string, unknown>;
    const text = (name: string) => (typeof typed[name] === "string" ? (typed[name] as string) : "");
    const t = await getTranslations("lives");
    const found = await reading(session, (scope) =>
      alikeWhileTyping(scope, { divisionId: text("divisionId"), name: text("name"), idNo: text("idNo") }),
    );
    const files = found.map((one) => ({
      id: one.id,
      name: t("tieFile", { name: one.headName, number: one.householdNo }),
      detail: t("alike.detail", {
        place: [one.township, one.place, one.groupName].filter(Boolean).join(" "),
        members: one.members,
      }),
      why: t(`alike.${one.like}`),
      sure: one.like === "ID",
    }));
    return Response.json(files, { headers: { "cache-control": "private, no-store" } });
  },
});
