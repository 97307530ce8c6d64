/** The figure of the cockpit at this moment, by the same reading as the board's. */
import type { Period } from "#lib/base/period.ts";
import { cellOf, missingOf } from "#lib/domains/cockpit/board.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { readTargets } from "#lib/indicators/targets.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Stood } from "../instruction.ts";

type Asking = Pick<Scope, "sql" | "viewer" | "today">;
const noPanel = async () => ({ ok: false }) as const;

export async function figureNow(
  { sql, viewer, today }: Asking,
  { indicator, unit, period }: { indicator: Ratio; unit: number; period: Period },
): Promise<Stood> {
  const scope = { sql, viewer, today, panel: noPanel };
  const figures = await readFigures(scope, { indicators: [indicator], units: [unit], periods: [period] });
  const targets = await readTargets(scope, [period], [unit]);
  const cell = cellOf({ indicator, unit, period, today, figures, targets });
  const { part, whole } = cell.figure;
  return { indicator: indicator.id, period, part, whole, light: cell.light, missing: missingOf(cell) };
}
