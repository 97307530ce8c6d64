/** Twelve periods as one small line with the target behind it; what is missing is a gap, never zero. */

import { getTranslations } from "next-intl/server";
import { linePath } from "#components/charts/line-path.ts";

type Props = {
  name: string;
  /** Oldest first; null where there is no figure. */
  values: readonly (number | null)[];
  target?: number;
  /** What was due at each point, where that is not the target itself. */
  line?: readonly (number | null)[] | undefined;
  /** The latest value and the target as the reader writes them. */
  last: string;
  targetText?: string;
  /** A scale shared with the neighbors in the same column. */
  bottom?: number;
  top?: number;
};

const WIDTH = 96;
const HEIGHT = 28;
const EDGE = 4;

export async function Sparkline({ name, values, target, line, last, targetText, bottom, top }: Props) {
  const t = await getTranslations("common");
  const known = values.filter((value) => value !== null);
  const due = line ?? (target === undefined ? [] : values.map(() => target));
  const scale = [...known, ...due.filter((value) => value !== null)];
  const low = bottom ?? Math.min(...scale);
  const high = top ?? Math.max(...scale);
  const x = (index: number) => round(EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, values.length - 1));
  const y = (value: number) =>
    round(high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) * (HEIGHT - 2 * EDGE)) / (high - low));
  const lastIndex = values.findLastIndex((value) => value !== null);
  const count = values.length;
  const title =
    known.length === 0
      ? t("trend.missing", { name })
      : targetText
        ? t("trend.sparkline", { name, count, last, target: targetText })
        : t("trend.sparklineBare", { name, count, last });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
      className="block h-7 w-24 max-w-full"
    >
      <title>{title}</title>
      {due.length === 0 ? null : (
        <path d={linePath(due, x, y)} className="stroke-ink-2" strokeDasharray="3 2" fill="none" />
      )}
      <path
        d={linePath(values, x, y)}
        className="stroke-cat-1"
        strokeWidth="1.75"
        strokeLinecap="round"
        fill="none"
      />
      {lastIndex < 0 ? null : (
        <circle cx={x(lastIndex)} cy={y(values[lastIndex] ?? 0)} r="2.5" className="fill-cat-1" />
      )}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
