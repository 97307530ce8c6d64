/** duties.checkIn, duties.checkOut: a member or an organization reports to a community (双报到), and leaves it. */

import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, notFound, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { CheckIn, CheckOut } from "../input.ts";
import { dayTyped, heldMember, heldOrg, mayKeep } from "../inside/held.ts";

export const checkIn = command({
  name: "duties.checkIn",
  tells: "communityCheckIn.made",
  input: CheckIn,
  subject: async ({ sql, viewer }, { divisionId }) => {
    const [place] = await sql<{ divisionId: number; name: string }>`
      select id as "divisionId", name from division where id = ${divisionId} and level = 'VILLAGE' and closed_on is null`;
    return place && reaches(viewer, place.divisionId) ? place : null;
  },
  may: mayKeep,
  run: async (work, { memberId, orgId, service, fromOn: typed }, place) => {
    const { sql, viewer, today } = work;
    const fromOn = dayTyped(typed, today, "fromOn");
    const who = await whoReports(work, memberId, orgId);
    const [again] =
      await sql`select 1 from community_check_in where division_id = ${place.divisionId} and to_on is null
      and coalesce(member_id::text, org_id::text) = ${memberId ?? String(orgId)}`;
    if (again)
      throw rule("duty.reportedAlready", { name: who, place: place.name }, memberId ? "memberId" : "orgId");
    await sql`insert into community_check_in (division_id, member_id, org_id, name, service, from_on, account_id)
      values (${place.divisionId}, ${memberId ?? null}::uuid, ${memberId ? null : (orgId ?? null)}::int, ${who}, ${service}, ${fromOn}::date, ${viewer.accountId})`;
    return { id: String(place.divisionId) };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `division:${id}`, division: divisionId }),
});

async function whoReports(
  work: Work,
  memberId: string | undefined,
  orgId: number | undefined,
): Promise<string> {
  if (memberId) {
    const member = await heldMember(work, memberId);
    if (!member) throw notFound();
    return member.name;
  }
  const org = orgId ? await heldOrg(work, orgId) : null;
  if (!org) throw rule("duty.whoReports", undefined, "orgId");
  return org.name;
}

export const checkOut = command({
  name: "duties.checkOut",
  tells: "communityCheckIn.ended",
  input: CheckOut,
  subject: async ({ sql, viewer }, { id }) => {
    const [held] = await sql<{ id: string; divisionId: number; fromOn: string; toOn: string | null }>`
      select c.id, c.division_id as "divisionId", c.from_on::text as "fromOn", c.to_on::text as "toOn" from community_check_in c
      where c.id = ${id}::uuid and ${reachable(viewer, { division: "c.division_id" })}`;
    return held ?? null;
  },
  may: mayKeep,
  run: async ({ sql, today }, { id, toOn: typed }, held) => {
    if (held.toOn !== null) throw conflict("duty.reportEnded");
    const toOn = dayTyped(typed, today, "toOn");
    if (toOn < held.fromOn) throw rule("duty.beforeStep", { day: held.fromOn }, "toOn");
    await sql`update community_check_in set to_on = ${toOn}::date where id = ${id}::uuid`;
    return { id: String(held.divisionId) };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `division:${id}`, division: divisionId }),
});
