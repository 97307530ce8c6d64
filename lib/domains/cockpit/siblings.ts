/** A unit among its siblings, through folded figures: how an indicator is compared, and what place it has (decisions 22). */
import type { Period } from "#lib/base/period.ts";
import type { Figure } from "#lib/indicators/count.ts";
import { spanOf } from "#lib/indicators/fact.ts";
import { isCount, type Ratio } from "#lib/indicators/indicator.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";

/** `tied`: how many share the place, itself included. */
export type Place = { place: number; among: number; tied: number };

/** One sibling's figure; null where too few cases stand behind it to be told outside one's reach. */
export type Sibling = {
  indicator: string;
  period: Period;
  id: number;
  code: string | null;
  name: string;
  part: number | null;
  whole: number | null;
} & { [Key in keyof Place]: number | null };

/** Levels that have peers to be compared with; a village's figures are too few cases. */
export const hasPeers = (level: string): level is "COUNTY" | "TOWNSHIP" =>
  level === "COUNTY" || level === "TOWNSHIP";

const kindOf = ({ adds, ...indicator }: Ratio) => {
  if (isCount(indicator)) return "count";
  if (!adds) return "share";
  return adds.over ? "over" : adds.mean ? "mean" : "sum";
};

/** How good a figure is among its peers: more is better, of a sum and of a share of sums less; null where nothing is to be compared. */
export function worthOf(indicator: Ratio, { part, whole }: Figure): number | null {
  const kind = kindOf(indicator);
  if (kind === "count" || whole === 0) return null;
  return (kind === "sum" || kind === "over" ? -1 : 1) * (part / whole);
}

/** The place of each among all that have a worth. */
export function placesOf(worths: readonly (number | null)[]): (Place | null)[] {
  const known = worths.filter((worth) => worth !== null);
  return worths.map((worth) =>
    worth === null
      ? null
      : {
          place: 1 + known.filter((other) => other > worth).length,
          among: known.length,
          tied: known.filter((other) => other === worth).length,
        },
  );
}

export function siblingsSql(given: {
  unit: number;
  indicators: readonly Ratio[];
  periods: readonly Period[];
  today: string;
}): Fragment {
  const { unit, indicators, periods, today } = given;
  return sql`select s.indicator, s.period, s.division_id as id, s.code, s.name, s.part, s.whole, s.place, s.among, s.tied from sec.among_siblings(
    ${unit}::int, ${indicators.map(({ id }) => id)}::text[], ${indicators.map(kindOf)}::text[],
    ${periods}::text[], ${periods.map((period) => spanOf(period, today).asOf)}::date[]) s`;
}
