/** A trend with its words: what pages of a desk put on themselves. */

import { getTranslations } from "next-intl/server";
import { TrendChart, type TrendPoint, type TrendTarget } from "#components/charts/trend-chart.tsx";

type Props = { name: string; points: readonly TrendPoint[]; target?: TrendTarget };

export async function Trend({ name, points, target }: Props) {
  const t = await getTranslations("common");
  const words = {
    table: t("trend.table"),
    chart: t("trend.chart"),
    period: t("trend.period"),
    value: t("trend.value"),
    target: t("trend.target"),
  };
  return <TrendChart name={name} points={points} target={target} words={words} />;
}
