/** A state as shape, word and color together: readable in black and white, by ear, and at a glance. */

import { getTranslations } from "next-intl/server";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";

type Props = { state: LightState; word?: string; quiet?: boolean };

export async function Light({ state, word, quiet = false }: Props) {
  const text = word ?? (await getTranslations("common"))(`light.${state}`);
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${tone[state]}`}>
      <Shape state={state} />
      <span className={quiet ? "sr-only" : "font-semibold"}>{text}</span>
    </span>
  );
}
