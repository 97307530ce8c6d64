// What the demo tells: which counties are ahead and which behind, who signs in, and where the named people work.
import type { Place } from "../ground/places.ts";

/** The registry's first day in the demo. */
export const REGISTERED_ON = "2016-01-01";

export type CountyStory = {
  /** Share of households that have a helper. */
  paired: number;
  /** Share of months in which a helper does the visit that is owed. */
  visits: number;
  /** How much better or worse that became over the last half year. */
  trend: number;
  /** Share of households whose income of the open year is reported by now. */
  reported: number;
};

const STORIES: Record<string, CountyStory> = {
  卡若区: { paired: 0.992, visits: 0.965, trend: 0.01, reported: 0.98 },
  左贡县: { paired: 0.99, visits: 0.96, trend: 0.015, reported: 0.97 },
  类乌齐县: { paired: 0.981, visits: 0.945, trend: 0, reported: 0.95 },
  江达县: { paired: 0.977, visits: 0.94, trend: 0, reported: 0.94 },
  丁青县: { paired: 0.975, visits: 0.935, trend: 0.01, reported: 0.95 },
  芒康县: { paired: 0.974, visits: 0.935, trend: -0.01, reported: 0.93 },
  八宿县: { paired: 0.97, visits: 0.93, trend: 0, reported: 0.94 },
  洛隆县: { paired: 0.966, visits: 0.92, trend: 0.02, reported: 0.92 },
  边坝县: { paired: 0.958, visits: 0.915, trend: -0.01, reported: 0.9 },
  察雅县: { paired: 0.885, visits: 0.84, trend: -0.06, reported: 0.85 },
  贡觉县: { paired: 0.87, visits: 0.8, trend: 0.04, reported: 0.82 },
};

const storyNamed = (county: string | null): CountyStory =>
  STORIES[county ?? ""] ?? { paired: 0.97, visits: 0.93, trend: 0, reported: 0.93 };
export const storyOf = (county: Place): CountyStory => storyNamed(county.name);

const [LAST, FIRST] = [0.87, 0.992];

/** How far ahead a county is in everything, from 0 for the last to 1 for the first: who pairs well builds, trains and serves well, too. */
export const strengthNamed = (county: string | null): number =>
  (storyNamed(county).paired - LAST) / (FIRST - LAST);
export const strengthOf = (county: Place): number => strengthNamed(county.name);

/** Where the first secretary, the paired cadre and the village cadre of the demo work. */
export const HOME = { county: "察雅县", township: "吉塘镇", village: "雪通村" } as const;
/** How many households the named people help. */
export const SECRETARY_HELPS = 8;
export const HELPER_HELPS = 5;
/** Their village holds these and some more, at any scale. */
export const HOME_HOUSEHOLDS = 24;
