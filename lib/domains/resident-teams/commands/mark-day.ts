/** teams.markDay: a member says where he is; whoever keeps the team puts a day right, with the reason. */
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { MarkDay } from "../input.ts";
import { dayTyped, within } from "../inside/days.ts";
import { heldMember, isOwn, mayKeep } from "../inside/held.ts";
import { type DaySource, type DayStatus, OWN_DAYS_BACK, OWN_STATUSES } from "../team.ts";

export const markDay = command({
  name: "teams.markDay",
  tells: "teamMember.dayMarked",
  input: MarkDay,
  subject: (work, { id }) => heldMember(work, id),
  may: (viewer, member) => mayKeep(viewer, member) || isOwn(viewer, member),
  run: async (work, { id, status, why, day: typed }, member) => {
    const { sql, viewer, today } = work;
    const own = isOwn(viewer, member);
    const day = dayTyped(typed, today, "day", own ? { back: OWN_DAYS_BACK } : {});
    within(day, member, "day");
    const [before] = await sql<{ status: DayStatus; source: DaySource }>`
      select status, source from team_day where member_id = ${id}::uuid and day = ${day}::date for update`;
    if (own && !(OWN_STATUSES as readonly string[]).includes(status))
      throw invalid({ status: [{ key: "team.askLeaveFor" }] });
    if (own && before && before.source !== "SELF") throw rule("team.dayChecked", { day }, "day");
    if (!own && (why?.length ?? 0) < 2) throw invalid({ why: [{ key: "team.whyDay" }] });
    await sql`
      insert into team_day (member_id, day, division_id, status, source, why, account_id, account_name)
      values (${id}::uuid, ${day}::date, ${member.divisionId}, ${status}, ${own ? "SELF" : "DESK"}, ${why}, ${viewer.accountId}, ${viewer.name})
      on conflict (member_id, day) do update set status = excluded.status, source = excluded.source, why = excluded.why,
        account_id = excluded.account_id, account_name = excluded.account_name, created_at = now()`;
    if (before?.status !== status)
      work.note({
        ...{
          entity: "residentTeam",
          entityId: member.teamId,
          divisionId: member.divisionId,
          field: "attendance",
        },
        old: before ? `${member.name} ${day} ${before.status}` : null,
        new: `${member.name} ${day} ${status}`,
      });
    return { id: member.teamId, month: day.slice(0, 7) };
  },
  fact: ({ id }, { status }, { divisionId }) => ({
    subject: `residentTeam:${id}`,
    division: divisionId,
    status,
  }),
});
