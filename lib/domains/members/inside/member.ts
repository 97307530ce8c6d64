/** A member as the subject of a deed, held until the deed is done. */
import { may } from "#lib/domains/accounts/roles.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Status } from "../member.ts";

export type Member = {
  id: string;
  personId: string;
  name: string;
  sex: "M" | "F" | null;
  birthOn: string | null;
  ethnicity: string | null;
  education: string | null;
  joinedOn: string;
  fullOn: string | null;
  memberGroup: string;
  partyPost: string | null;
  duty: string | null;
  status: Status;
  statusOn: string | null;
  statusWhy: string | null;
  divisionId: number;
  version: number;
  /** The roster in which he stands, or stood last. */
  spellId: string | null;
  orgId: number | null;
  orgName: string | null;
  fromOn: string | null;
};

/** Wherever he stood is enough to read of him: the first wall says it as the second does. */
export const readable = (viewer: Viewer, places: string): Fragment =>
  viewer.seesAll ? raw("true") : sql`${raw(places)} && ${viewer.reach}::int[]`;

/** Out of reach reads as not found. */
export async function memberOf(
  { sql: ask, viewer }: Pick<Scope, "sql" | "viewer">,
  id: string,
): Promise<Member | null> {
  const [member] = await ask<Member>`
    select m.id, m.person_id as "personId", m.name, m.sex, m.birth_on::text as "birthOn", m.ethnicity, m.education, m.joined_on::text as "joinedOn",
      m.full_on::text as "fullOn", m.member_group as "memberGroup", m.party_post as "partyPost", m.duty, m.status, m.status_on::text as "statusOn",
      m.status_why as "statusWhy", m.division_id as "divisionId", m.version, s.id as "spellId", s.org_id as "orgId", o.name as "orgName", s.from_on::text as "fromOn"
    from party_member m
    left join lateral (select s.* from party_membership s where s.member_id = m.id order by s.from_on desc, s.to_on nulls first limit 1) s on true
    left join party_org o on o.id = s.org_id
    where m.id = ${id}::uuid and ${readable(viewer, "m.places")}`;
  return member ?? null;
}

export const mayEdit = (viewer: Viewer, { divisionId }: { divisionId: number }): boolean =>
  may(viewer, "member.edit", divisionId);

type OnTheRolls = Member & { spellId: string; orgId: number; orgName: string; fromOn: string };

/** Deeds are done on whoever is on the rolls; the past stays as it was. */
export function onTheRolls(member: Member): OnTheRolls {
  if (member.status !== "ACTIVE" || member.spellId === null)
    throw rule("member.ended", { name: member.name, day: member.statusOn ?? "" });
  return member as OnTheRolls;
}

export const about = ({ id, divisionId }: Pick<Member, "id" | "divisionId">) => ({
  entity: "partyMember",
  entityId: id,
  divisionId,
});
