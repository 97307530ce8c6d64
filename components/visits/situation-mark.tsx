/** How the family was found: shape, word and color. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import { SITUATION_LIGHT, type Situation } from "#lib/domains/visits/visit.ts";

export async function SituationMark({ situation }: { situation: string }) {
  const t = await getTranslations("visits");
  const known = situation as Situation;
  return <Light state={SITUATION_LIGHT[known]} word={t(`situation.${known}`)} />;
}
