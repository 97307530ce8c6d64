/** teams.found, teams.correct, teams.end: a team comes to a village, is described, and leaves with everybody who is still in it. */
import { addDays } from "#lib/base/calendar.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { CorrectTeam, EndTeam, FoundTeam } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { heldTeam, mayKeep, stillAsRead } from "../inside/held.ts";

type Place = { divisionId: number; name: string };
const YEARS_AHEAD = 5 * 366;

function dueTyped(typed: string | undefined, today: string, fromOn: string): string | null {
  if (!typed) return null;
  const due = dayTyped(typed, today, "dueOn", { ahead: YEARS_AHEAD });
  if (due <= fromOn) throw invalid({ dueOn: [{ key: "team.dueBefore", values: { day: fromOn } }] });
  return due;
}

export const foundTeam = command({
  name: "teams.found",
  tells: "residentTeam.founded",
  input: FoundTeam,
  subject: async ({ sql, viewer }, { divisionId }): Promise<Place | null> => {
    const [place] = await sql<Place>`
      select id as "divisionId", name from division where id = ${divisionId} and level = 'VILLAGE' and closed_on is null`;
    return place && reaches(viewer, place.divisionId) ? place : null;
  },
  may: mayKeep,
  run: async ({ sql, today, viewer, note }, { sendingUnit, batch, ...input }, { divisionId, name }) => {
    const fromOn = dayTyped(input.fromOn, today, "fromOn");
    const dueOn = dueTyped(input.dueOn, today, fromOn);
    const [other] = await sql<{ unit: string }>`
      select sending_unit as unit from resident_team where division_id = ${divisionId} and (to_on is null or to_on > ${fromOn}::date) limit 1`;
    if (other) throw rule("team.thereAlready", { village: name, unit: other.unit }, "fromOn");
    const [made] = await sql<{ id: string }>`
      insert into resident_team (division_id, sending_unit, batch, from_on, due_on, account_id)
      values (${divisionId}, ${sendingUnit}, ${batch}, ${fromOn}::date, ${dueOn}::date, ${viewer.accountId}) returning id`;
    const id = made!.id;
    note({
      entity: "residentTeam",
      entityId: id,
      divisionId,
      field: "sendingUnit",
      old: null,
      new: sendingUnit,
    });
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId }),
});

export const correctTeam = command({
  name: "teams.correct",
  tells: "residentTeam.corrected",
  input: CorrectTeam,
  subject: (work, { id }) => heldTeam(work, id),
  may: mayKeep,
  run: async ({ sql, today, note }, { id, version, sendingUnit, batch, dueOn: typed }, before) => {
    const dueOn = dueTyped(typed, today, before.fromOn);
    stillAsRead(
      await sql`update resident_team set sending_unit = ${sendingUnit}, batch = ${batch}, due_on = ${dueOn}::date, version = version + 1
        where id = ${id}::uuid and version = ${version} returning id`,
    );
    for (const [field, value] of Object.entries({ sendingUnit, batch, dueOn })) {
      const old = before[field as "sendingUnit" | "batch" | "dueOn"];
      if (old !== value)
        note({ entity: "residentTeam", entityId: id, divisionId: before.divisionId, field, old, new: value });
    }
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId }),
});

export const endTeam = command({
  name: "teams.end",
  tells: "residentTeam.ended",
  input: EndTeam,
  subject: (work, { id }) => heldTeam(work, id),
  may: mayKeep,
  run: async ({ sql, today, note }, { id, version, toOn: typed }, { divisionId, fromOn, toOn: ended }) => {
    if (ended !== null) throw rule("team.endedAlready", { day: ended });
    const toOn = dayTyped(typed, today, "toOn", { ahead: 1 });
    if (toOn <= fromOn) throw rule("team.endsBefore", { day: fromOn }, "toOn");
    const [late] = await sql<{ day: string; name: string }>`
      select greatest(max(d.day), max(m.from_on))::text as day, m.name from team_member m left join team_day d on d.member_id = m.id
      where m.team_id = ${id}::uuid and m.to_on is null group by m.id, m.name
      having greatest(max(d.day), max(m.from_on)) >= ${toOn}::date limit 1`;
    if (late) throw rule("team.daysAfter", { name: late.name, day: addDays(late.day, 1) }, "toOn");
    stillAsRead(
      await sql`update resident_team set to_on = ${toOn}::date, version = version + 1 where id = ${id}::uuid and version = ${version} returning id`,
    );
    await sql`update team_member set to_on = ${toOn}::date, ended = 'TERM_OVER', version = version + 1 where team_id = ${id}::uuid and to_on is null`;
    note({ entity: "residentTeam", entityId: id, divisionId, field: "toOn", old: null, new: toOn });
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `residentTeam:${id}`, division: divisionId }),
});
