/** Rates as exact pairs n/N: rounded half up once, on the screen, and not shown at all for a handful of cases. */

export type Ratio = { part: number; whole: number };

/** Below this many cases a rate says more about chance than about work. */
export const FEWEST_FOR_RATE = 10;

/** Percent with some decimals, half up; null for 0/0, which is "none", not 0. */
export function percentOf({ part, whole }: Ratio, decimals = 1): number | null {
  if (whole === 0) return null;
  const scale = 10 ** decimals;
  // Integers go in, so the only rounding is this one.
  return Math.floor((part * 100 * scale) / whole + 0.5) / scale;
}

/** The same of a thousand. */
export const permilleOf = ({ part, whole }: Ratio, decimals = 1): number | null =>
  percentOf({ part: part * 10, whole }, decimals);

export function hasRate(ratio: Ratio): boolean {
  return ratio.whole >= FEWEST_FOR_RATE;
}

export function addUp(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((sum, one) => ({ part: sum.part + one.part, whole: sum.whole + one.whole }), {
    part: 0,
    whole: 0,
  });
}

/** How many more are needed to reach a target percent: "差 3 户", never a share of a household. */
export function shortOf({ part, whole }: Ratio, targetPercent: number): number {
  return Math.max(0, Math.ceil((whole * targetPercent) / 100 - 1e-9) - part);
}
