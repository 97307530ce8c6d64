/** “怎么算的”: definition in words, formula, source, light rule and the day of the figure. */
import { getLocale, getTranslations } from "next-intl/server";
import { Explain } from "#components/ui/explain.tsx";
import { stepsText } from "#lib/domains/cockpit/target.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { WATCH_FROM } from "#lib/indicators/light.ts";
import { isShareOfSums } from "./figure-words.ts";

/** `steps`: how much of the year's target is due by the end of each quarter or month, where that is set. */
type Props = { indicator: Ratio; asOf: string; steps?: readonly number[] | null; end?: boolean };

export async function HowCounted({ indicator, asOf, steps, end }: Props) {
  const t = await getTranslations("cockpit");
  return (
    <Explain label={t("how.label")} end={end}>
      <HowCountedText indicator={indicator} asOf={asOf} steps={steps} />
    </Explain>
  );
}

export async function HowCountedText({ indicator, asOf, steps }: Omit<Props, "end">) {
  const t = await getTranslations("cockpit");
  const locale = await getLocale();
  return (
    <>
      <p className="font-semibold">
        {indicator.id} {indicator.name[locale]}
      </p>
      <p className="mt-1">{indicator.definition[locale]}</p>
      <p className="mt-1">
        <b>{t("how.formula")}</b> {indicator.formula[locale]}
      </p>
      <p className="mt-1">
        <b>{t("how.source")}</b> {indicator.source[locale]}
      </p>
      {indicator.scored ? (
        <p className="mt-1 text-ink-2">
          {steps ? t("how.steps", { steps: stepsText(steps) }) : t(`how.due.${indicator.due}`)}
        </p>
      ) : null}
      <p className="mt-1 text-ink-2">
        {t(
          indicator.scored
            ? isShareOfSums(indicator)
              ? "how.lightShare"
              : indicator.adds
                ? "how.lightSum"
                : "how.light"
            : "how.watched",
          watchWords(indicator),
        )}
      </p>
      <p className="mt-1 text-ink-2">{t("how.asOf", { day: asOf })}</p>
    </>
  );
}

/** From which share of what is due the light is ▲, and how much over it a sum may be; in percent, the latter rounded down. */
export function watchWords({ watchFrom = WATCH_FROM }: Pick<Ratio, "watchFrom">): {
  from: number;
  over: number;
} {
  return { from: watchFrom / 100, over: Math.floor((10_000 / watchFrom - 1) * 100) };
}
