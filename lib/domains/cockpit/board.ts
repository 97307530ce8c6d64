/** What a board shows of one indicator at one unit: the figure, what was due, the light, and how it went. */
import type { Period } from "#lib/base/period.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Figures } from "#lib/indicators/figures.ts";
import { isCount, type Ratio } from "#lib/indicators/indicator.ts";
import { dueByNow, type LightState, lightOf, worst } from "#lib/indicators/light.ts";
import type { Goal, Targets } from "#lib/indicators/targets.ts";

export type Cell = {
  indicator: Ratio;
  figure: Figure;
  /** Basis points of a ratio, a number of cases, the mean per case of a sum; null = no target set. */
  target: number | null;
  /** How much of it is due at the end of each quarter or month; null = as the indicator says. */
  steps: readonly number[] | null;
  /** What is due by the day of the figure. */
  due: number | null;
  light: LightState;
  /** How many cases are short of what is due, or by how much a sum is over it; 0 when nothing is. */
  short: number;
};

type Judging = {
  indicator: Ratio;
  unit: number;
  period: Period;
  today: string;
  figures: Figures;
  targets: Targets;
};

/** What a figure is held against; what a closed period was held against stands as well. */
function goalOf({ indicator, unit, period, figures, targets }: Judging): Goal | null {
  const told = figures.told(indicator.id, unit, period);
  if (!told) return targets.of(indicator.id, unit, period);
  return told.target === null ? null : { value: told.target, steps: told.steps };
}

/** Where the line of the target stands in a period: what was due by its end, by the target of its time. */
export function lineAt(given: Judging): number | null {
  const goal = goalOf(given);
  if (given.indicator.due === "path") return goal?.value ?? null;
  return dueByNow(given.indicator, goal?.value ?? null, given.period, given.today, goal?.steps);
}

export function cellOf(given: Judging): Cell {
  const { indicator, unit, period, today, figures } = given;
  const figure = figures.of(indicator.id, unit, period);
  const goal = goalOf(given);
  const due = dueByNow(indicator, goal?.value ?? null, period, today, goal?.steps);
  return {
    indicator,
    figure,
    target: goal?.value ?? null,
    steps: goal?.steps ?? null,
    due,
    light: lightOf(figure, due, indicator),
    short: due === null ? 0 : Math.max(0, shortOf(indicator, figure, due)),
  };
}

function shortOf(indicator: Ratio, { part, whole }: Figure, due: number): number {
  if (indicator.adds?.over) return part - Math.floor((whole * due) / 10_000);
  if (indicator.adds) return part - whole * due;
  return (isCount(indicator) ? due : Math.ceil((whole * due) / 10_000)) - part;
}

/** What a figure is missing: cases of a ratio, what a number still lacks, or the whole of a sum that should be nothing. */
export function missingOf({
  indicator,
  figure,
  short,
}: Pick<Cell, "indicator" | "figure" | "short">): number {
  if (indicator.adds) return figure.part;
  return isCount(indicator) ? short : figure.whole - figure.part;
}

/** The light of an item is the worst of its scored indicators (decisions 9), and the one that causes it is named. */
export function itemLight(cells: readonly Cell[]): { light: LightState; cause: Cell | null } {
  const scored = cells.filter((cell) => cell.indicator.scored);
  const light = worst(scored.map((cell) => cell.light));
  return { light, cause: scored.find((cell) => cell.light === light) ?? null };
}
