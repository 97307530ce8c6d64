/** teams.spotCheck: somebody looked whether a member was there; absence without leave becomes that day's entry, and nothing else follows by itself. */
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { SpotCheck } from "../input.ts";
import { dayTyped, within } from "../inside/days.ts";
import { heldMember, isOwn, mayKeep } from "../inside/held.ts";

export const spotCheck = command({
  name: "teams.spotCheck",
  tells: "teamMember.checked",
  input: SpotCheck,
  subject: (work, { id }) => heldMember(work, id),
  may: (viewer, member) => mayKeep(viewer, member) && !isOwn(viewer, member),
  run: async (work, { id, result, words, checkedOn: typed }, member) => {
    const { sql, viewer, today } = work;
    const day = dayTyped(typed, today, "checkedOn");
    within(day, member, "checkedOn");
    if (result === "ABSENT" && (words?.length ?? 0) < 4)
      throw invalid({ words: [{ key: "team.whyAbsent" }] });
    if (result === "ABSENT") {
      const [leave] =
        await sql`select 1 from team_leave where member_id = ${id}::uuid and status = 'APPROVED' and ${day}::date between from_on and last_on`;
      if (leave) throw rule("team.onLeaveThen", { day }, "result");
    }
    await sql`insert into team_check (member_id, division_id, checked_on, result, words, account_id, account_name)
      values (${id}::uuid, ${member.divisionId}, ${day}::date, ${result}, ${words}, ${viewer.accountId}, ${viewer.name})`;
    if (result === "ABSENT")
      await sql`
        insert into team_day (member_id, day, division_id, status, source, why, account_id, account_name)
        values (${id}::uuid, ${day}::date, ${member.divisionId}, 'ABSENT', 'CHECK', ${words}, ${viewer.accountId}, ${viewer.name})
        on conflict (member_id, day) do update set status = excluded.status, source = excluded.source, why = excluded.why,
          account_id = excluded.account_id, account_name = excluded.account_name, created_at = now()`;
    const about = { entity: "residentTeam", entityId: member.teamId, divisionId: member.divisionId };
    work.note({ ...about, field: "teamCheck", old: null, new: `${member.name} ${day} ${result}` });
    return { id: member.teamId, month: day.slice(0, 7) };
  },
  fact: ({ id }, { result }, { divisionId }) => ({
    subject: `residentTeam:${id}`,
    division: divisionId,
    result,
  }),
});
