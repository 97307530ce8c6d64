/** teams.askLeave, teams.withdrawLeave, teams.decideLeave: a member asks for days away, and the level that their number asks for decides. */
import { daysBetween } from "#lib/base/calendar.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { AskLeave, DecideLeave, WithdrawLeave } from "../input.ts";
import { dayTyped, within } from "../inside/days.ts";
import { heldLeave, heldMember, isOwn, mayDecide } from "../inside/held.ts";
import { rulesOn } from "../inside/rules.ts";
import { levelFor, OWN_DAYS_BACK } from "../team.ts";

const MOST_DAYS = 180;

export const askLeave = command({
  name: "teams.askLeave",
  tells: "teamMember.leaveAsked",
  input: AskLeave,
  subject: (work, { id }) => heldMember(work, id),
  may: isOwn,
  run: async ({ sql, viewer, today }, { id, kind, why, ...input }, member) => {
    const fromOn = dayTyped(input.fromOn, today, "fromOn", { ahead: MOST_DAYS, back: OWN_DAYS_BACK });
    const lastOn = dayTyped(input.lastOn, today, "lastOn", { ahead: 2 * MOST_DAYS });
    if (lastOn < fromOn) throw invalid({ lastOn: [{ key: "team.leaveEnds", values: { day: fromOn } }] });
    within(fromOn, member, "fromOn");
    const days = daysBetween(fromOn, lastOn) + 1;
    if (days > MOST_DAYS)
      throw invalid({ lastOn: [{ key: "team.leaveLong", values: { count: MOST_DAYS } }] });
    const [other] = await sql<{ fromOn: string; lastOn: string }>`
      select from_on::text as "fromOn", last_on::text as "lastOn" from team_leave where member_id = ${id}::uuid and status in ('WAITING', 'APPROVED')
        and from_on <= ${lastOn}::date and last_on >= ${fromOn}::date limit 1`;
    if (other) throw rule("team.leaveTwice", { from: other.fromOn, to: other.lastOn }, "fromOn");
    const level = levelFor(days, await rulesOn(sql, today, member.divisionId));
    await sql`
      insert into team_leave (member_id, division_id, kind, from_on, last_on, days, why, level, account_id)
      values (${id}::uuid, ${member.divisionId}, ${kind}, ${fromOn}::date, ${lastOn}::date, ${days}, ${why}, ${level}, ${viewer.accountId})`;
    return { id: member.teamId };
  },
  fact: ({ id }, { kind }, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId, kind }),
});

export const withdrawLeave = command({
  name: "teams.withdrawLeave",
  tells: "teamMember.leaveWithdrawn",
  input: WithdrawLeave,
  subject: (work, { id }) => heldLeave(work, id),
  may: isOwn,
  run: async ({ sql, today }, { id }, leave) => {
    const begun = leave.status === "APPROVED" && leave.fromOn <= today;
    if (begun || !["WAITING", "APPROVED"].includes(leave.status)) throw conflict("team.leaveSettled");
    await sql`update team_leave set status = 'WITHDRAWN' where id = ${id}::uuid`;
    return { id: leave.teamId };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId }),
});

export const decideLeave = command({
  name: "teams.decideLeave",
  tells: "teamMember.leaveDecided",
  input: DecideLeave,
  subject: (work, { id }) => heldLeave(work, id),
  may: mayDecide,
  run: async (work, { id, decision, why }, leave) => {
    if (leave.status !== "WAITING") throw conflict("team.leaveSettled");
    if (decision === "REJECTED" && (why?.length ?? 0) < 4)
      throw invalid({ why: [{ key: "team.whyRejected" }] });
    await work.sql`
      update team_leave set status = ${decision}, decided_by = ${work.viewer.accountId}, decided_by_name = ${work.viewer.name},
        decided_on = ${work.today}::date, decided_why = ${why} where id = ${id}::uuid`;
    const about = { entity: "residentTeam", entityId: leave.teamId, divisionId: leave.divisionId };
    work.note({
      ...about,
      field: "teamLeave",
      old: null,
      new: `${leave.name} ${leave.fromOn} ${leave.lastOn} ${decision}`,
    });
    return { id: leave.teamId };
  },
  fact: ({ id }, { decision }, { divisionId }) => ({
    subject: `residentTeam:${id}`,
    division: divisionId,
    decision,
  }),
});
