/** A team, a member and a request for leave as subjects of a deed, within reach; and who keeps them. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { LeaveLevel, LeaveStatus, TeamRole } from "../team.ts";

type Asks = Pick<Work, "sql" | "viewer">;
type At = { divisionId: number };

export const mayKeep = (viewer: Viewer, { divisionId }: At): boolean => may(viewer, "team.edit", divisionId);

export type Team = At & {
  id: string;
  sendingUnit: string;
  batch: string;
  fromOn: string;
  dueOn: string | null;
  toOn: string | null;
};
export async function heldTeam({ sql, viewer }: Asks, id: string): Promise<Team | null> {
  const [team] = await sql<Team>`
    select t.id, t.division_id as "divisionId", t.sending_unit as "sendingUnit", t.batch, t.from_on::text as "fromOn", t.due_on::text as "dueOn", t.to_on::text as "toOn"
    from resident_team t where t.id = ${id}::uuid and ${reachable(viewer, { division: "t.division_id" })}`;
  return team ?? null;
}

export type Member = At & {
  id: string;
  teamId: string;
  personId: string;
  name: string;
  unit: string;
  post: string | null;
  roles: TeamRole[];
  fromOn: string;
  toOn: string | null;
  orgMoved: boolean;
};
export async function heldMember({ sql, viewer }: Asks, id: string): Promise<Member | null> {
  const [member] = await sql<Member>`
    select m.id, m.team_id as "teamId", m.division_id as "divisionId", m.person_id as "personId", m.name, m.unit, m.post, m.roles,
      m.from_on::text as "fromOn", m.to_on::text as "toOn", m.org_moved as "orgMoved"
    from team_member m where m.id = ${id}::uuid and ${reachable(viewer, { division: "m.division_id" })}`;
  return member ?? null;
}
/** Is it the viewer's own row? */
export const isOwn = (viewer: Viewer, { personId }: { personId: string }): boolean =>
  viewer.personId === personId;

export type Leave = At & {
  id: string;
  memberId: string;
  teamId: string;
  personId: string;
  name: string;
  fromOn: string;
  lastOn: string;
  level: LeaveLevel;
  status: LeaveStatus;
  askedBy: number;
};
export async function heldLeave({ sql, viewer }: Asks, id: string): Promise<Leave | null> {
  const [leave] = await sql<Leave>`
    select l.id, l.member_id as "memberId", m.team_id as "teamId", l.division_id as "divisionId", m.person_id as "personId", m.name,
      l.from_on::text as "fromOn", l.last_on::text as "lastOn", l.level, l.status, l.account_id as "askedBy"
    from team_leave l join team_member m on m.id = l.member_id
    where l.id = ${id}::uuid and ${reachable(viewer, { division: "l.division_id" })} for update of l`;
  return leave ?? null;
}

/** By the level that its days ask for, by nobody who asked, and by nobody who stands in for whoever asked. */
export function mayDecide(
  viewer: Viewer,
  leave: Pick<Leave, "level" | "divisionId" | "askedBy" | "personId">,
): boolean {
  if (viewer.accountId === leave.askedBy || viewer.personId === leave.personId) return false;
  const grants = viewer.grants.filter(({ lent }) => lent?.accountId !== leave.askedBy);
  return may({ grants }, leave.level === "COUNTY" ? "leave.county" : "leave.township", leave.divisionId);
}

/** The row was changed by somebody else in between. */
export function stillAsRead(rows: readonly unknown[]): void {
  if (rows.length === 0) throw conflict();
}
