/** What a board shows of one indicator at one unit: the figure, what was due, the light, and how it went. */
import type { Period } from "#lib/base/period.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Figures } from "#lib/indicators/figures.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { dueByNow, type LightState, lightOf, worst } from "#lib/indicators/light.ts";
import type { Targets } from "#lib/indicators/targets.ts";

export type Cell = {
  indicator: Ratio;
  figure: Figure;
  /** Basis points of a ratio, the mean per case of a sum; null = no target set. */
  target: number | null;
  /** What is due by the day of the figure. */
  due: number | null;
  light: LightState;
  /** How many cases are short of what is due, or by how much a sum is over it; 0 when nothing is. */
  short: number;
};

export function cellOf(given: {
  indicator: Ratio;
  unit: number;
  period: Period;
  today: string;
  figures: Figures;
  targets: Targets;
}): Cell {
  const { indicator, unit, period, today, figures, targets } = given;
  const figure = figures.of(indicator.id, unit, period);
  const target = targets.of(indicator.id, unit);
  const due = dueByNow(indicator, target, period, today);
  const sums = indicator.adds !== undefined;
  return {
    indicator,
    figure,
    target,
    due,
    light: lightOf(figure, due, sums),
    short:
      due === null
        ? 0
        : Math.max(
            0,
            sums ? figure.part - figure.whole * due : Math.ceil((figure.whole * due) / 10_000) - figure.part,
          ),
  };
}

/** What a figure is missing: cases of a ratio, or the whole of a sum that should be nothing. */
export const missingOf = ({ indicator, figure }: Pick<Cell, "indicator" | "figure">): number =>
  indicator.adds ? figure.part : figure.whole - figure.part;

/** The light of an item is the worst of its scored indicators (decisions 9), and the one that causes it is named. */
export function itemLight(cells: readonly Cell[]): { light: LightState; cause: Cell | null } {
  const scored = cells.filter((cell) => cell.indicator.scored);
  const light = worst(scored.map((cell) => cell.light));
  return { light, cause: scored.find((cell) => cell.light === light) ?? null };
}
