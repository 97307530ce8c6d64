/** The periods of a trend: only those whose roll-ups are kept, for it is not worth counting years of rows again while somebody waits. */
import { firstDay, kindOf, type Period, previous, seriesEnding } from "#lib/base/period.ts";
import { oldestKept } from "#lib/indicators/stale.ts";

/** Oldest first; the period itself is always the last. */
export function keptSeries(period: Period, length: number, today: string): Period[] {
  const oldest = firstDay(oldestKept(kindOf(period), today));
  return seriesEnding(period, length).filter((at) => at === period || firstDay(at) >= oldest);
}

/** With the one that the last is compared with. */
export const withPrevious = (series: readonly Period[]): Period[] => {
  const last = series.at(-1);
  return last === undefined || series.length > 1 ? [...series] : [...series, previous(last)];
};
