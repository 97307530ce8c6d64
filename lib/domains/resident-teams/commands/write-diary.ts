/** teams.writeDiary: a member keeps his diary of the people (民情日记), a day at a time; nobody else writes in it. */
import { command } from "#lib/platform/command.ts";
import { WriteDiary } from "../input.ts";
import { dayTyped, within } from "../inside/days.ts";
import { heldMember, isOwn } from "../inside/held.ts";

export const writeDiary = command({
  name: "teams.writeDiary",
  tells: "teamMember.diaryWritten",
  input: WriteDiary,
  subject: (work, { id }) => heldMember(work, id),
  may: isOwn,
  run: async ({ sql, viewer, today }, { id, words, day: typed }, member) => {
    const day = dayTyped(typed, today, "day", { back: 31 });
    within(day, member, "day");
    await sql`insert into team_diary (member_id, division_id, day, words, account_id)
      values (${id}::uuid, ${member.divisionId}, ${day}::date, ${words}, ${viewer.accountId})`;
    return { id: member.teamId };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId }),
});
