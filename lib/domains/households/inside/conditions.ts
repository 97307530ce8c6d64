/** The filter of the household list as conditions for SQL, over the alias h; shared by list, count and export, so that they cannot differ. */
import { addDays } from "#lib/base/calendar.ts";
import { firstDay, periodOf } from "#lib/base/period.ts";
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import type { Visited } from "../household.ts";
import type { HouseholdFilter } from "../input.ts";
import { bandOf, lineOf } from "./income-band.ts";

export type Asking = Pick<Scope, "viewer" | "today" | "sql">;

/** A pairing of the household h that holds on a day. */
export const pairedOn = (day: string) =>
  sql`exists (select 1 from pairing p where p.household_id = h.id and p.from_on <= ${day}::date and (p.to_on is null or p.to_on > ${day}::date))`;

export function conditionsOf({ today }: Asking, place: ListPlace, filter: HouseholdFilter): Fragment {
  const conditions = [place.holds({ division: "h.division_id", household: "h.id" })];
  if (filter.statuses.length > 0) conditions.push(sql`h.status = any (${filter.statuses}::text[])`);
  if (filter.attributes.length > 0) conditions.push(sql`h.attribute = any (${filter.attributes}::text[])`);
  if (filter.causes.length > 0) conditions.push(sql`h.main_cause = any (${filter.causes}::text[])`);
  if (filter.paired === "yes") conditions.push(pairedOn(today));
  if (filter.paired === "no") conditions.push(sql`not ${pairedOn(today)}`);
  if (filter.visited) conditions.push(visitedCondition(filter.visited, today));
  if (filter.income)
    conditions.push(
      sql`h.id in (select h.id from household h ${lineOf} where ${place.holds({ division: "h.division_id", household: "h.id" })} and ${bandOf} = ${filter.income})`,
    );
  if (filter.q) conditions.push(named(filter.q));
  if (filter.only) conditions.push(filter.only);
  return join(conditions, " and ");
}

function visitedCondition(visited: Visited, today: string): Fragment {
  if (visited === "never") return sql`h.last_visit_on is null`;
  if (visited === "notThisQuarter")
    return sql`(h.last_visit_on is null or h.last_visit_on < ${firstDay(periodOf(today, "quarter"))}::date)`;
  const over = visited.startsWith("over");
  const since = addDays(today, -Number(visited.replace("over", "")));
  return over
    ? sql`(h.last_visit_on is null or h.last_visit_on < ${since}::date)`
    : sql`h.last_visit_on >= ${since}::date`;
}

/**
 * By a piece of the head's name, by letters from the beginning of its pinyin or initials, by number from its beginning. The reach has
 * already narrowed the rows; within a unit reading them through is faster than the search index of the whole prefecture.
 */
function named(q: string): Fragment {
  const { word, letters } = searchTerms(q);
  const begins = (column: Fragment, text: string) =>
    sql`(${column} collate "C" >= ${text} and ${column} collate "C" < ${`${text}~`})`;
  const ways = [sql`position(${word} in h.head_name) > 0`];
  if (letters) ways.push(begins(raw("h.pinyin"), letters), begins(raw("h.initials"), letters));
  if (/^[0-9A-Za-z-]+$/.test(word)) ways.push(begins(raw("h.household_no"), word.toUpperCase()));
  return sql`(${join(ways, " or ")})`;
}
