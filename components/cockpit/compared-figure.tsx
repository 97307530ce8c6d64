/** A figure among others: where one reaches it opens its rows; beyond it is told as it is, or said to be too few cases. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import type { Period } from "#lib/base/period.ts";
import type { ComparedCell } from "#lib/domains/cockpit/compare-query.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { figureWords } from "./figure-words.ts";
import { rowsHref } from "./figures.ts";

type Props = { indicator: Ratio; cell: Pick<ComparedCell, "unit" | "figure">; period: Period };

export async function ComparedFigure({ indicator, cell: { unit, figure }, period }: Props) {
  const t = await getTranslations("compare");
  if (!figure)
    return (
      <span className="text-ink-2" title={t("fewWhy")}>
        {t("few")}
      </span>
    );
  const words = await figureWords(indicator);
  if (!unit.reached) return words.rate(figure);
  return (
    <Link
      href={rowsHref(indicator.id, unit.id, period, "all")}
      data-metric
      className="inline-flex min-h-touch items-center desk:min-h-6"
    >
      {words.rate(figure)}
    </Link>
  );
}
