/** members.list: whoever stands in the rosters of a place or an organization on a day, and how many there are of each sort. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, nothing, sql } from "#lib/platform/sql.ts";
import { MemberFilter } from "../input.ts";
import { conditionsOf, dayOf, full, inBand } from "../inside/conditions.ts";
import { withoutPost } from "../inside/no-post.ts";
import { orgNamed, type RosterOrg } from "../inside/org.ts";
import type { Kind, Mark } from "../member.ts";

export const MEMBERS_PER_PAGE = 50;

export type MemberRow = {
  id: string;
  name: string;
  sex: "M" | "F" | null;
  age: number | null;
  education: string | null;
  memberGroup: string;
  kind: Kind;
  joinedOn: string;
  fullOn: string | null;
  partyPost: string | null;
  duty: string | null;
  flags: Mark[];
  /** Where a mobile member is. */
  whereTo: string | null;
  orgId: number;
  orgName: string;
  place: string;
};
export type MemberCounts = {
  total: number;
  full: number;
  probationary: number;
  women: number;
  minority: number;
  young: number;
  old: number;
  /** Without a day of birth: in no band; without sex or nation: in neither number. */
  ageless: number;
  sexless: number;
  nationless: number;
};
export type MemberPage = {
  place: ListPlace;
  day: string;
  org: RosterOrg | null;
  rows: MemberRow[];
  counts: MemberCounts;
  from: number;
};

export const listMembers = query({
  name: "members.list",
  input: MemberFilter,
  may: (viewer) => mayAnywhere(viewer, "household.view"),
  run: async (scope, filter): Promise<MemberPage> => {
    const place = await listPlace(scope, filter.unit);
    const where = conditionsOf(scope, place, filter);
    const day = dayOf(filter.on, scope.today);
    const skip = (filter.page - 1) * MEMBERS_PER_PAGE;
    return {
      place,
      day,
      org: filter.orgId === null ? null : await orgNamed(scope.sql, filter.orgId),
      counts: await countsOf(scope, where, day),
      rows: await scope.sql<MemberRow>`${rowsOf(where, day, sql`limit ${MEMBERS_PER_PAGE}::int offset ${skip}::int`)}`,
      from: skip + 1,
    };
  },
});

/** The marks are looked up for the rows of the page alone. */
const rowsOf = (where: Fragment, day: string, page: Fragment = nothing): Fragment => sql`
  select r.*, g.flags, g."whereTo" from (
    select m.id, m.name, m.sex, extract(year from age(${day}::date, m.birth_on))::int as age, m.education, m.member_group as "memberGroup",
      case when ${full(day)} then 'FULL' else 'PROBATIONARY' end as kind, m.joined_on::text as "joinedOn", m.full_on::text as "fullOn",
      m.party_post as "partyPost", m.duty, s.org_id as "orgId", o.name as "orgName", d.name as place, d.code, d.id as "placeId"
    from party_membership s join party_member m on m.id = s.member_id join party_org o on o.id = s.org_id join division d on d.id = s.division_id
    where ${where} order by d.code nulls last, d.id, s.org_id, m.name, m.id ${page}) r
  left join lateral (
    select coalesce(array_agg(f.flag order by f.flag) filter (where f.flag <> 'NO_POST'), '{}')
        || case when ${withoutPost("r.id", day)} then array['NO_POST'] else '{}' end as flags, max(f.where_to) as "whereTo"
    from party_member_flag f where f.member_id = r.id and f.from_on <= ${day}::date and (f.to_on is null or f.to_on > ${day}::date)) g on true
  order by r.code nulls last, r."placeId", r."orgId", r.name, r.id`;

/** The day that the list is of: what was typed, if it says something sensible. */
export const rosterDay = ({ on }: Pick<MemberFilter, "on">, today: string): string => dayOf(on, today);

/** For a file: all pages at once. */
export const allMembers = (
  scope: Pick<Scope, "viewer" | "today">,
  place: ListPlace,
  filter: MemberFilter,
): Fragment => rowsOf(conditionsOf(scope, place, filter), dayOf(filter.on, scope.today));

const NOBODY: MemberCounts = {
  ...{ total: 0, full: 0, probationary: 0, women: 0, minority: 0 },
  ...{ young: 0, old: 0, ageless: 0, sexless: 0, nationless: 0 },
};

/** 汉族 is the one that is no minority. */
const HAN = "01";

async function countsOf({ sql: ask }: Scope, where: Fragment, day: string): Promise<MemberCounts> {
  const [counts] = await ask<MemberCounts>`
    select count(*)::int as total, count(*) filter (where ${full(day)})::int as full, count(*) filter (where ${full(day)} is not true)::int as probationary,
      count(*) filter (where m.sex = 'F')::int as women, count(*) filter (where m.ethnicity <> ${HAN})::int as minority,
      count(*) filter (where ${inBand("young", day)})::int as young, count(*) filter (where ${inBand("old", day)})::int as old,
      count(*) filter (where m.birth_on is null)::int as ageless, count(*) filter (where m.sex is null)::int as sexless,
      count(*) filter (where m.ethnicity is null)::int as nationless
    from party_membership s join party_member m on m.id = s.member_id where ${where}`;
  return counts ?? NOBODY;
}
