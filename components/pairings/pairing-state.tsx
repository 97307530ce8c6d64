/** Whether a pairing holds today: shape and word. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import { stateOn } from "#lib/domains/pairings/pairing.ts";

const LIGHT = { current: "ok", planned: "none", ended: "off" } as const;

export async function PairingState({
  pairing,
  today,
}: {
  pairing: { fromOn: string; toOn: string | null };
  today: string;
}) {
  const t = await getTranslations("pairings");
  const state = stateOn(pairing, today);
  return <Light state={LIGHT[state]} word={t(`state.${state}`)} />;
}
