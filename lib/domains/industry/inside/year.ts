/** Which years of an entity can be told of, and which of its links earned in one. */
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Entity } from "./entity.ts";

const MOST_YEARS = 8;

/** From this year back to the year in which it opened; of a closed one, from the year in which it closed. */
export function yearsOf(
  { openedOn, closedOn }: Pick<Entity, "openedOn" | "closedOn">,
  today: string,
): number[] {
  const last = Number((closedOn ?? today).slice(0, 4));
  const first = Math.max(Number(openedOn.slice(0, 4)), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

/** As a condition on industry_link l: it held on some day of the year. */
export const earningIn = (year: number): Fragment =>
  sql`l.from_on <= ${`${year}-12-31`}::date and (l.to_on is null or l.to_on > ${`${year}-01-01`}::date) and (l.to_on is null or l.to_on > l.from_on)`;
