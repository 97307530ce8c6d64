/** members.confirm: a probationary member becomes a full one from a day on (转正). */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { ConfirmMember } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { about, mayEdit, memberOf, onTheRolls } from "../inside/member.ts";
import type { Deed } from "../member.ts";

export const confirmMember = command({
  name: "members.confirm",
  tells: "partyMember.confirmed",
  input: ConfirmMember,
  subject: (work, { id }) => memberOf(work, id),
  may: mayEdit,
  run: async (work, { id, version, fullOn: typed }, member): Promise<Deed> => {
    onTheRolls(member);
    if (member.fullOn !== null) throw rule("member.fullAlready", { day: member.fullOn }, "fullOn");
    const fullOn = dayTyped(typed, work.today, "fullOn");
    if (fullOn < member.joinedOn) throw rule("member.fullEarly", { day: member.joinedOn }, "fullOn");
    const { count } = await work.tx.partyMember.updateMany({
      where: { id, version },
      data: { fullOn: dayToColumn(fullOn), version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    work.note({ ...about(member), field: "fullOn", old: null, new: fullOn });
    return { id, on: fullOn, to: null };
  },
  fact: ({ id, on }, _input, { divisionId }) => ({
    subject: `partyMember:${id}`,
    division: divisionId,
    fullOn: on,
  }),
});
