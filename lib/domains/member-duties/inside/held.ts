/** A post, a holding, a pledge, a member and a report to a community as subjects of a deed, within reach. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { invalid } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { sql as condition, type Fragment, raw } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { HoldingStatus, PledgeStatus } from "../duty.ts";

type Asks = Pick<Scope, "sql" | "viewer">;
type At = { divisionId: number };

export const mayKeep = (viewer: Viewer, { divisionId }: At): boolean => may(viewer, "duty.edit", divisionId);
/** Wherever a member stood is enough to read of him, as his own row has it. */
export const memberReadable = (viewer: Viewer, places: string): Fragment =>
  viewer.seesAll ? raw("true") : condition`${raw(places)} && ${viewer.reach}::int[]`;

/** A day that has happened; `ahead`: so many days to come at most. */
export function dayTyped(typed: string, today: string, field: string): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  return day;
}

export type Org = At & { id: number; name: string };
export async function heldOrg({ sql, viewer }: Asks, id: number): Promise<Org | null> {
  const [org] = await sql<Org>`
    select o.id, o.name, o.division_id as "divisionId" from party_org o where o.id = ${id} and o.closed_on is null and ${reachable(viewer, { division: "o.division_id" })}`;
  return org ?? null;
}

export type Post = At & { id: string; orgId: number; name: string; places: number; toOn: string | null };
export async function heldPost({ sql, viewer }: Asks, id: string): Promise<Post | null> {
  const [post] = await sql<Post>`
    select p.id, p.org_id as "orgId", p.division_id as "divisionId", p.name, p.places, p.to_on::text as "toOn" from duty_post p
    where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id" })}`;
  return post ?? null;
}

export type Holding = At & {
  id: string;
  postId: string;
  post: string;
  places: number;
  memberId: string;
  name: string;
  status: HoldingStatus;
  proposedOn: string;
  decidedOn: string | null;
  publishedOn: string | null;
  signedOn: string | null;
};
export async function heldHolding({ sql, viewer }: Asks, id: string): Promise<Holding | null> {
  const [holding] = await sql<Holding>`
    select h.id, h.post_id as "postId", p.name as post, p.places, h.division_id as "divisionId", h.member_id as "memberId", h.member_name as name, h.status,
      h.proposed_on::text as "proposedOn", h.decided_on::text as "decidedOn", h.published_on::text as "publishedOn", h.signed_on::text as "signedOn"
    from duty_holding h join duty_post p on p.id = h.post_id where h.id = ${id}::uuid and ${reachable(viewer, { division: "h.division_id" })}`;
  return holding ?? null;
}

export type PledgeHeld = At & {
  id: string;
  memberId: string;
  name: string;
  dueOn: string;
  status: PledgeStatus;
  deliveredBy: number | null;
};
export async function heldPledge({ sql, viewer }: Asks, id: string): Promise<PledgeHeld | null> {
  const [pledge] = await sql<PledgeHeld>`
    select p.id, p.member_id as "memberId", p.member_name as name, p.division_id as "divisionId", p.due_on::text as "dueOn", p.status, p.delivered_by as "deliveredBy"
    from service_pledge p where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id" })}`;
  return pledge ?? null;
}

export type MemberHeld = At & {
  id: string;
  name: string;
  status: string;
  orgId: number | null;
  orgName: string | null;
};
/** Where his roster is today: who stands in none takes on nothing. */
export async function heldMember({ sql, viewer }: Asks, id: string): Promise<MemberHeld | null> {
  const [member] = await sql<MemberHeld>`
    select m.id, m.name, m.status, m.division_id as "divisionId", s.org_id as "orgId", o.name as "orgName" from party_member m
    left join party_membership s on s.member_id = m.id and s.to_on is null left join party_org o on o.id = s.org_id
    where m.id = ${id}::uuid and ${memberReadable(viewer, "m.places")}`;
  return member ?? null;
}

/** Why nobody gives him a post: he holds one, is a probationary member, or is marked as away, disabled or frail. */
export const unfitSql = (member: string, day: string): Fragment => condition`
  case when ${raw(member)}.full_on is null or ${raw(member)}.full_on > ${day}::date then 'PROBATIONARY'
    when ${raw(member)}.id in (select sec.posted_members(${day}::date)) then 'HAS_POST'
    else (select f.flag from party_member_flag f where f.member_id = ${raw(member)}.id and f.flag in ('MOBILE', 'DISABLED', 'FRAIL')
      and f.from_on <= ${day}::date and (f.to_on is null or f.to_on > ${day}::date) order by f.flag limit 1) end`;
