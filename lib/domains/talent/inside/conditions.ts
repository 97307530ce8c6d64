/** Conditions that several lists share: rows under a unit, on a day, and by name. */
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { ListState } from "../talent.ts";

/** There is no household in it: those paired with a helper open none. */
export const under = (place: ListPlace, division: string): Fragment =>
  place.holds({ division, household: "null::uuid" });

/** Between its days, over alias.from_on and alias.to_on. */
export const holdsOn = (alias: string, day: string): Fragment =>
  sql`(${raw(`${alias}.from_on`)} <= ${day}::date and (${raw(`${alias}.to_on`)} is null or ${raw(`${alias}.to_on`)} > ${day}::date))`;
const endedBy = (alias: string, day: string): Fragment =>
  sql`(${raw(`${alias}.to_on`)} <= ${day}::date and ${raw(`${alias}.to_on > ${alias}.from_on`)})`;

export function inState(state: ListState, alias: string, day: string): Fragment {
  if (state === "now") return holdsOn(alias, day);
  return state === "ended" ? endedBy(alias, day) : sql`${raw(`${alias}.from_on`)} <= ${day}::date`;
}

/** By the beginning of a name, its sound or its initials, or by a part of what stands in other columns. */
export function called(q: string, alias: string, others: readonly string[]): Fragment {
  const letters = q.toLowerCase();
  const inside = others.map((column) => sql`position(${q} in ${raw(`${alias}.${column}`)}) > 0`);
  return sql`(${[
    sql`starts_with(${raw(`${alias}.name`)}, ${q}) or starts_with(${raw(`${alias}.pinyin`)}, ${letters}) or ${raw(`${alias}.initials`)} = ${letters}`,
    ...inside,
  ].reduce((all, one) => sql`${all} or ${one}`)})`;
}
