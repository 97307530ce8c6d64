/** members.flag and members.unflag: what holds of a member (流动, 失能 …) from a day on, and until when. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { FlagMember, UnflagMember } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { about, mayEdit, memberOf, onTheRolls, readable } from "../inside/member.ts";
import type { Deed, Flag } from "../member.ts";

export const flagMember = command({
  name: "members.flag",
  tells: "partyMember.flagged",
  input: FlagMember,
  subject: (work, { id }) => memberOf(work, id),
  may: mayEdit,
  run: async (work, { id, flag, fromOn: typed, whereTo }, member): Promise<Deed> => {
    onTheRolls(member);
    if (flag === "MOBILE" && whereTo === null) throw invalid({ whereTo: [{ key: "required" }] });
    const fromOn = dayTyped(typed, work.today, "fromOn");
    if (fromOn < member.joinedOn) throw rule("member.beforeJoined", { day: member.joinedOn }, "fromOn");
    const [other] = await work.sql<{ fromOn: string }>`
      select from_on::text as "fromOn" from party_member_flag where member_id = ${id}::uuid and flag = ${flag}
        and (to_on is null or to_on > ${fromOn}::date) order by from_on limit 1`;
    if (other) throw rule("member.flaggedAlready", { day: other.fromOn }, "fromOn");
    await work.tx.partyMemberFlag.create({
      data: {
        memberId: id,
        flag,
        fromOn: dayToColumn(fromOn),
        whereTo: flag === "MOBILE" ? whereTo : null,
        accountId: work.viewer.accountId,
      },
      select: { id: true },
    });
    const said = [fromOn, flag === "MOBILE" ? whereTo : null].filter(Boolean).join(" ");
    work.note({ ...about(member), field: `flag.${flag}`, old: null, new: said });
    return { id, on: fromOn, to: null };
  },
  fact: ({ id, on }, { flag }, { divisionId }) => ({
    subject: `partyMember:${id}`,
    division: divisionId,
    flag,
    fromOn: on,
  }),
});

type Held = {
  id: string;
  memberId: string;
  flag: Flag;
  fromOn: string;
  toOn: string | null;
  divisionId: number;
};

async function flagOf({ sql, viewer }: Pick<Scope, "sql" | "viewer">, flagId: string): Promise<Held | null> {
  const [held] = await sql<Held>`
    select f.id, f.member_id as "memberId", f.flag, f.from_on::text as "fromOn", f.to_on::text as "toOn", f.division_id as "divisionId"
    from party_member_flag f where f.id = ${flagId}::uuid and f.flag <> 'NO_POST' and ${readable(viewer, "f.places")}`;
  return held ?? null;
}

export const unflagMember = command({
  name: "members.unflag",
  tells: "partyMember.unflagged",
  input: UnflagMember,
  subject: (work, { flagId }) => flagOf(work, flagId),
  may: mayEdit,
  run: async (work, { toOn: typed }, held): Promise<Deed> => {
    if (held.toOn !== null) throw rule("member.unflaggedAlready", { day: held.toOn }, "toOn");
    const toOn = dayTyped(typed, work.today, "toOn");
    if (toOn < held.fromOn) throw rule("member.flagEndsEarly", { day: held.fromOn }, "toOn");
    const { count } = await work.tx.partyMemberFlag.updateMany({
      where: { id: held.id, toOn: null },
      data: { toOn: dayToColumn(toOn) },
    });
    if (count === 0) throw conflict();
    const member = { id: held.memberId, divisionId: held.divisionId };
    work.note({ ...about(member), field: `flag.${held.flag}`, old: held.fromOn, new: toOn });
    return { id: held.memberId, on: toOn, to: null };
  },
  fact: ({ id, on }, _input, { divisionId, flag }) => ({
    subject: `partyMember:${id}`,
    division: divisionId,
    flag,
    toOn: on,
  }),
});
