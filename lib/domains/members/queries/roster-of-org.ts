/** members.ofOrg: the roster of one organization as its page shows it, today or on a day of the past: own members, and how many stand below it. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { OrgRoster } from "../input.ts";
import { full } from "../inside/conditions.ts";
import { orgNamed } from "../inside/org.ts";
import type { Kind } from "../member.ts";

export type RosterName = {
  id: string;
  name: string;
  kind: Kind;
  partyPost: string | null;
  duty: string | null;
};
export type OrgRosterView = {
  orgId: number;
  /** A day of the past; null: today. */
  on: string | null;
  /** The viewer reaches its place: names are shown. */
  within: boolean;
  /** Null: no roster was ever entered; not the same as nobody. */
  own: { members: number; full: number } | null;
  names: RosterName[];
  /** Organizations below that have a roster, and who stands in them. */
  below: { orgs: number; without: number; members: number };
};

export const ROSTER_SHOWN = 20;

export const rosterOfOrg = query({
  name: "members.ofOrg",
  input: OrgRoster,
  run: async (scope, { orgId, on }): Promise<OrgRosterView> => {
    const org = await orgNamed(scope.sql, orgId);
    if (!org) throw notFound();
    const { viewer } = scope;
    const day = on ?? scope.today;
    const [own] = await scope.sql<{ members: number; full: number }>`
      select members, full_members as full from sec.org_rosters(array[${orgId}::int], ${day}::date)
      where ${on}::date is null or members > 0`;
    return {
      orgId,
      on,
      within: viewer.seesAll || viewer.reach.includes(org.divisionId),
      own: own ?? null,
      names: await namesOf(scope, orgId, day),
      below: await belowOf(scope, orgId, on),
    };
  },
});

const namesOf = ({ sql, viewer }: Scope, orgId: number, day: string) => sql<RosterName>`
  select m.id, m.name, case when ${full(day)} then 'FULL' else 'PROBATIONARY' end as kind, m.party_post as "partyPost", m.duty
  from party_membership s join party_member m on m.id = s.member_id
  where s.org_id = ${orgId} and s.from_on <= ${day}::date and (s.to_on is null or s.to_on > ${day}::date)
    and ${reachable(viewer, { division: "s.division_id" })}
  order by m.party_post is null, m.name, m.id limit ${ROSTER_SHOWN}::int`;

/** By the line of the day. */
async function belowOf(
  { sql, today }: Scope,
  orgId: number,
  on: string | null,
): Promise<OrgRosterView["below"]> {
  const day = on ?? today;
  const [below] = await sql<OrgRosterView["below"]>`
    with node as materialized (
      select c.node_id as id from party_org_closure c join party_org o on o.id = c.node_id and o.opened_on <= ${day}::date and (o.closed_on is null or o.closed_on > ${day}::date)
      where c.ancestor_id = ${orgId} and c.depth > 0 and c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date))
    select count(r.org_id)::int as orgs, count(*) filter (where r.org_id is null)::int as without, coalesce(sum(r.members), 0)::int as members
    from node n left join sec.org_rosters((select array_agg(id) from node), ${day}::date) r on r.org_id = n.id and (${on}::date is null or r.members > 0)`;
  return below ?? { orgs: 0, without: 0, members: 0 };
}
