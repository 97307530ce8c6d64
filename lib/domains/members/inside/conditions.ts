/** Which rows of the rosters a filter means on a day, over s (spell in a roster) and m (member). */
import { readDay } from "#lib/base/calendar.ts";
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import type { MemberFilter } from "../input.ts";
import { type AgeBand, OLD_FROM, YOUNG_UP_TO } from "../member.ts";
import { withoutPost } from "./no-post.ts";

/** Rosters are of the past and of today; a day to come shows today. */
export function dayOf(on: string | null, today: string): string {
  const day = on === null ? null : readDay(on, today);
  return day !== null && day < today && day >= "1921-07-01" ? day : today;
}

/** An organization is asked for wherever it lies within reach; else the unit of the address holds the list. */
export function conditionsOf(
  { viewer, today }: Pick<Scope, "viewer" | "today">,
  place: ListPlace,
  filter: MemberFilter,
): Fragment {
  const day = dayOf(filter.on, today);
  const columns = { division: "s.division_id", household: "null::uuid" };
  const parts = [
    sql`s.from_on <= ${day}::date and (s.to_on is null or s.to_on > ${day}::date)`,
    filter.orgId === null ? place.holds(columns) : reachable(viewer, { division: "s.division_id" }),
  ];
  if (filter.orgId !== null)
    parts.push(
      filter.below
        ? sql`s.org_id in (select c.node_id from party_org_closure c where c.ancestor_id = ${filter.orgId} and c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date)
            union all select ${filter.orgId}::int)`
        : sql`s.org_id = ${filter.orgId}`,
    );
  if (filter.kind !== null)
    parts.push(filter.kind === "FULL" ? full(day) : sql`not coalesce(${full(day)}, false)`);
  if (filter.group !== null) parts.push(sql`m.member_group = ${filter.group}`);
  if (filter.sex !== null) parts.push(sql`m.sex = ${filter.sex}`);
  if (filter.age !== null) parts.push(inBand(filter.age, day));
  if (filter.flag === "NO_POST") parts.push(withoutPost("m.id", day));
  else if (filter.flag !== null)
    parts.push(sql`exists (select 1 from party_member_flag f where f.member_id = m.id and f.flag = ${filter.flag}
      and f.from_on <= ${day}::date and (f.to_on is null or f.to_on > ${day}::date))`);
  if (filter.q !== "") {
    const { word, letters } = searchTerms(filter.q);
    parts.push(
      letters === ""
        ? sql`position(${word} in m.name) > 0`
        : sql`exists (select 1 from person p where p.id = m.person_id and (starts_with(p.pinyin, ${letters}) or starts_with(p.initials, ${letters})))`,
    );
  }
  return join(parts, " and ");
}

/** A full member (正式) on that day. */
export const full = (day: string): Fragment => sql`m.full_on <= ${day}::date`;

export function inBand(band: AgeBand, day: string): Fragment {
  const young = sql`m.birth_on > ${day}::date - make_interval(years => ${YOUNG_UP_TO + 1}::int)`;
  const old = sql`m.birth_on <= ${day}::date - make_interval(years => ${OLD_FROM}::int)`;
  if (band === "young") return young;
  return band === "old" ? old : sql`(not ${young} and not ${old})`;
}
