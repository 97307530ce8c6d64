/** How the Party covers an entity: shape, word and color. */
import { useTranslations } from "next-intl";
import { Light } from "#components/ui/light.tsx";
import type { PartyCoverage } from "#lib/domains/industry/industry.ts";

export function PartyMark({ coverage }: { coverage: PartyCoverage }) {
  const t = useTranslations("industry");
  return <Light state={coverage === "NONE" ? "watch" : "ok"} word={t(`coverage.${coverage}`)} />;
}
