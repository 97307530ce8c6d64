/** The sentence of a hint, the same for the visitor and for whoever asks later. */
import { getTranslations } from "next-intl/server";
import type { HintKind } from "#lib/domains/visits/hint.ts";

export async function hintWords(): Promise<(kind: HintKind) => string> {
  const t = await getTranslations("visits");
  return (kind) => t(`hints.kind.${kind}`);
}
