/**
 * Order and place of the household list without page numbers: a page begins behind a row, named by its id alone, so that
 * no name or income stands in an address. Missing income comes last both ways; "never visited" counts as longest ago.
 */
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { HouseholdSort } from "../household.ts";
import type { HouseholdFilter } from "../input.ts";

type Key = { column: string; missing: "no" | "last" | "low" };

const KEYS: Record<HouseholdSort, Key> = {
  number: { column: "household_no", missing: "no" },
  name: { column: "pinyin", missing: "no" },
  income: { column: "income_per_head_fen", missing: "last" },
  visit: { column: "last_visit_on", missing: "low" },
};

/** Walking backwards turns everything round; the rows are turned back by the caller. */
function walk(filter: HouseholdFilter) {
  const key = KEYS[filter.sort];
  const back = filter.before !== undefined;
  const rising = filter.down === back;
  const missingAtEnd = (key.missing === "last" || filter.down) !== back;
  return { key, back, rising, missingAtEnd };
}

export function orderOf(filter: HouseholdFilter): Fragment {
  const { key, back, rising, missingAtEnd } = walk(filter);
  const missing = key.missing === "no" ? "" : missingAtEnd ? " nulls last" : " nulls first";
  return raw(`h.${key.column} ${rising ? "asc" : "desc"}${missing}, h.id ${back ? "desc" : "asc"}`);
}

export function beyond(filter: HouseholdFilter): Fragment {
  const anchor = filter.before ?? filter.after;
  if (!anchor) return raw("true");
  const { key, back, rising, missingAtEnd } = walk(filter);
  const column = raw(`h.${key.column}`);
  const there = sql`(select a.${raw(key.column)} from household a where a.id = ${anchor}::uuid)`;
  const further = raw(rising ? ">" : "<");
  const tie = sql`h.id ${raw(back ? "<" : ">")} ${anchor}::uuid`;
  const among = sql`${column} ${further} ${there} or (${column} = ${there} and ${tie})`;
  if (key.missing === "no") return sql`(${among})`;
  const missing = sql`(${column} is null and ${there} is null and ${tie})`;
  return missingAtEnd
    ? sql`(${among} or ${missing} or (${column} is null and ${there} is not null))`
    : sql`(${among} or ${missing} or (${column} is not null and ${there} is null))`;
}
