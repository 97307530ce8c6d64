/** teams.join, teams.correctMember, teams.leave: who belongs to a team, as what, from when to when, and why somebody went or was recalled. */
import { addDays } from "#lib/base/calendar.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { CorrectMember, JoinTeam, LeaveTeam } from "../input.ts";
import { dayTyped, within } from "../inside/days.ts";
import { heldMember, heldTeam, type Member, mayKeep, stillAsRead } from "../inside/held.ts";
import { joiningOf } from "../inside/person.ts";
import type { TeamRole } from "../team.ts";

export const joinTeam = command({
  name: "teams.join",
  tells: "teamMember.joined",
  input: JoinTeam,
  subject: (work, { id }) => heldTeam(work, id),
  may: mayKeep,
  run: async (work, { id, roles, post, orgMoved, personId, newName, ...input }, team) => {
    const { sql, today, viewer } = work;
    if (team.toOn !== null) throw rule("team.endedAlready", { day: team.toOn });
    if (roles.length === 0) throw invalid({ roles: [{ key: "choose" }] });
    const fromOn = dayTyped(input.fromOn, today, "fromOn");
    within(fromOn, team, "fromOn");
    await oneOfEach(work, team.id, roles, null);
    const who = await joiningOf(
      work,
      { personId, newName, unit: input.unit ?? team.sendingUnit },
      team.divisionId,
    );
    const unit = input.unit ?? who.unit ?? team.sendingUnit;
    const [elsewhere] = await sql<{ village: string }>`
      select d.name as village from team_member m join division d on d.id = m.division_id
      where m.person_id = ${who.id}::uuid and (m.to_on is null or m.to_on > ${fromOn}::date) limit 1`;
    if (elsewhere)
      throw rule("team.memberAlready", { name: who.name, village: elsewhere.village }, "personId");
    await sql`
      insert into team_member (team_id, division_id, person_id, name, unit, post, roles, from_on, org_moved, account_id)
      values (${id}::uuid, ${team.divisionId}, ${who.id}::uuid, ${who.name}, ${unit}, ${post}, ${roles}::text[], ${fromOn}::date, ${orgMoved}, ${viewer.accountId})`;
    work.note({ ...about(team), field: "teamMember", old: null, new: `${who.name} ${fromOn}` });
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId }),
});

export const correctMember = command({
  name: "teams.correctMember",
  tells: "teamMember.corrected",
  input: CorrectMember,
  subject: (work, { id }) => heldMember(work, id),
  may: mayKeep,
  run: async (work, { id, version, unit, post, roles, orgMoved }, before) => {
    if (roles.length === 0) throw invalid({ roles: [{ key: "choose" }] });
    if (before.toOn === null) await oneOfEach(work, before.teamId, roles, id);
    stillAsRead(
      await work.sql`update team_member set unit = ${unit}, post = ${post}, roles = ${roles}::text[], org_moved = ${orgMoved}, version = version + 1
        where id = ${id}::uuid and version = ${version} returning id`,
    );
    const said = (one: Pick<Member, "unit" | "roles">) => `${before.name} ${one.unit}`;
    if (said(before) !== said({ unit, roles }))
      work.note({ ...about(before), field: "teamMember", old: said(before), new: said({ unit, roles }) });
    return { id: before.teamId };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId }),
});

export const leaveTeam = command({
  name: "teams.leave",
  tells: "teamMember.left",
  input: LeaveTeam,
  subject: (work, { id }) => heldMember(work, id),
  may: mayKeep,
  run: async (work, { id, version, ended, why, toOn: typed }, member) => {
    const { sql, today } = work;
    if (member.toOn !== null) throw rule("team.leftAlready", { day: member.toOn });
    if (ended === "RECALLED" && (why?.length ?? 0) < 4) throw invalid({ why: [{ key: "team.whyRecalled" }] });
    const toOn = dayTyped(typed, today, "toOn", { ahead: 1 });
    if (toOn < member.fromOn) throw rule("team.endsBefore", { day: member.fromOn }, "toOn");
    const [late] = await sql<{ day: string | null }>`
      select max(day)::text as day from team_day where member_id = ${id}::uuid and day >= ${toOn}::date`;
    if (late?.day) throw rule("team.daysAfter", { name: member.name, day: addDays(late.day, 1) }, "toOn");
    stillAsRead(
      await sql`update team_member set to_on = ${toOn}::date, ended = ${ended}, ended_why = ${why}, version = version + 1
        where id = ${id}::uuid and version = ${version} returning id`,
    );
    await sql`update team_leave set status = 'WITHDRAWN' where member_id = ${id}::uuid and status = 'WAITING'`;
    work.note({ ...about(member), field: "teamMember", old: member.name, new: `${member.name} ${toOn}` });
    return { id: member.teamId };
  },
  fact: ({ id }, { ended }, { divisionId }) => ({
    subject: `residentTeam:${id}`,
    division: divisionId,
    ended,
  }),
});

const about = (one: { divisionId: number } & ({ teamId: string } | { id: string })) => ({
  entity: "residentTeam",
  entityId: "teamId" in one ? one.teamId : one.id,
  divisionId: one.divisionId,
});

/** One leader and one first secretary at a time. */
async function oneOfEach(
  { sql }: Work,
  team: string,
  roles: readonly TeamRole[],
  but: string | null,
): Promise<void> {
  const single = roles.filter((role) => role !== "MEMBER");
  if (single.length === 0) return;
  const [other] = await sql<{ name: string; role: TeamRole }>`
    select m.name, (select r from unnest(m.roles) r where r = any (${single}::text[]) limit 1) as role from team_member m
    where m.team_id = ${team}::uuid and m.to_on is null and m.id is distinct from ${but}::uuid and m.roles && ${single}::text[] limit 1`;
  if (other)
    throw rule(
      other.role === "LEADER" ? "team.leaderAlready" : "team.secretaryAlready",
      { name: other.name },
      "roles",
    );
}
