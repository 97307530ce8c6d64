/** What must be settled elsewhere before the account can be closed. */
import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/notice.tsx";
import type { Hindrance } from "#lib/domains/handover/hand-over.ts";

export async function Hindrances({ hindrances }: { hindrances: readonly Hindrance[] }) {
  const t = await getTranslations("handover");
  if (hindrances.length === 0) return null;
  return (
    <Notice tone="watch" title={t("hindrance.title")}>
      <ul className="list-disc pl-5">
        {hindrances.map((one) => (
          <li key={one.why === "beyond" ? one.place : one.name}>
            {one.why === "beyond"
              ? t("hindrance.beyond", { place: one.place, count: one.count })
              : t(`hindrance.${one.why}`, { name: one.name || t("unnamed") })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
