/** How a figure of an indicator is written: a ratio as a rate, a number of cases and a sum in their own unit; its target, its gap and its change likewise. */
import { getLocale, getTranslations } from "next-intl/server";
import { hasRate, percentOf, permilleOf } from "#lib/base/percent.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { targetPercent } from "./figures.ts";

/** As much of a declaration as its figures need. */
type Worded = Pick<Ratio, "caseUnit" | "measure" | "adds">;

export async function figureWords(indicator: Worded) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  const { adds } = indicator;
  const counts = isCount(indicator);
  const caseUnit = indicator.caseUnit[locale];
  const unit = adds?.unit[locale] ?? caseUnit;
  const amount = (count: number) => t("value.amount", { n: count, unit });
  /** Of a sum in its unit, of a mean what a case has. */
  const added = (figure: Figure): string => {
    const value = amountOf(indicator, figure);
    return value === null ? f.none : amount(value);
  };
  const change = (now: Figure, before: Figure): string | null => {
    const [to, from] = [amountOf(indicator, now), amountOf(indicator, before)];
    if (to === null || from === null) return null;
    if (!counts && !adds && !(hasRate(now) && hasRate(before))) return null;
    if (adds?.over?.per === 1000)
      return t("value.change", { sign: to > from ? "+" : "", n: tenths(to - from), unit: "‰" });
    return (adds && !adds.over) || counts
      ? t("value.change", { sign: to > from ? "+" : "", n: tenths(to - from), unit })
      : f.points(to - from);
  };
  return {
    caseUnit,
    /** In what is missing or added up. */
    unit,
    amount,
    value: (figure: Figure) => {
      if (adds?.over) return adds.over.per === 100 ? f.percent(figure, 2) : f.permille(figure);
      if (counts) return amount(figure.part);
      // Of a handful of cases no rate is told, however large the letters.
      return adds ? added(figure) : hasRate(figure) ? f.percent(figure) : f.rate(figure);
    },
    rate: (figure: Figure) => {
      if (adds?.over) return f.rateOf(figure, adds.over.per);
      return counts ? amount(figure.part) : adds ? added(figure) : f.rate(figure);
    },
    target: (target: number) => {
      if (counts) return amount(target);
      if (adds?.over)
        return t("value.atMost", { value: `${targetShare(indicator, target)}${signOf(indicator)}` });
      return adds ? t("value.mean", { n: target, unit }) : `${targetPercent(target)}%`;
    },
    change,
  };
}
/** A share of two sums, of which less is better: poor people among all people. */
export const isShareOfSums = ({ adds }: Pick<Ratio, "adds">) => adds?.over !== undefined;

/** A target of a share, in the sign in which it is shown. */
export const targetShare = ({ adds }: Pick<Ratio, "adds">, basisPoints: number): number =>
  adds?.over?.per === 1000 ? basisPoints / 10 : targetPercent(basisPoints);
export const signOf = ({ adds }: Pick<Ratio, "adds">): "%" | "‰" => (adds?.over?.per === 1000 ? "‰" : "%");

export type FigureWords = Awaited<ReturnType<typeof figureWords>>;

/** A number of cases is what it is; the other two are nothing where there is no case. */
export const isCount = ({ measure }: Pick<Ratio, "measure">) => measure === "count";

const tenths = (value: number) => Math.round(value * 10) / 10;

/** What the cases add up to, in the unit in which it is shown. */
export const sumOf = ({ adds }: Pick<Ratio, "adds">, part: number): number => part / (adds?.mean ?? 1);

/** For a line and a bar: percent of a ratio, the number or the sum itself, a mean with one decimal; null where there is no case. */
export function amountOf(indicator: Pick<Ratio, "measure" | "adds">, figure: Figure): number | null {
  if (isCount(indicator)) return figure.part;
  const { adds } = indicator;
  if (!adds) return percentOf(figure);
  if (adds.over) return adds.over.per === 100 ? percentOf(figure, 2) : permilleOf(figure);
  if (figure.whole === 0) return null;
  return adds.mean ? tenths(figure.part / adds.mean / figure.whole) : figure.part;
}

/** A target as the line of a chart: percent, or the number; of a sum what all its cases together may add. */
export function targetLine(
  indicator: Pick<Ratio, "measure" | "adds">,
  target: number,
  figure: Figure,
): number {
  if (isCount(indicator)) return target;
  if (indicator.adds?.over) return targetShare(indicator, target);
  return indicator.adds ? target * figure.whole : targetPercent(target);
}
