/** He no longer stands in any roster from a day on: the spell ends, and his row says why. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Deed } from "../member.ts";
import { dayTyped } from "./days.ts";
import { about, type Member, onTheRolls } from "./member.ts";

type Leaving = {
  version: number;
  on: string;
  how: "OUT" | "DIED" | "EXPELLED";
  why: string | null;
  wentTo?: string;
};

export async function leave(work: Work, member: Member, leaving: Leaving): Promise<Deed> {
  const { spellId, fromOn, orgName, id } = onTheRolls(member);
  const on = dayTyped(leaving.on, work.today, "on");
  if (on < fromOn) throw rule("member.afterEntry", { day: fromOn, org: orgName }, "on");
  const { how, why, wentTo } = leaving;
  const { count } = await work.tx.partyMember.updateMany({
    where: { id, version: leaving.version },
    data: { status: how, statusOn: dayToColumn(on), statusWhy: why, version: { increment: 1 } },
  });
  if (count === 0) throw conflict();
  await work.tx.partyMembership.updateMany({
    where: { id: spellId, toOn: null },
    data: { toOn: dayToColumn(on), ended: how, wentTo: wentTo ?? null },
  });
  // What held of him holds no longer than he is on the rolls.
  await work.sql`
    update party_member_flag set to_on = greatest(from_on, ${on}::date) where member_id = ${id}::uuid and (to_on is null or to_on > ${on}::date) returning id`;
  work.note({ ...about(member), field: "memberStatus", old: "ACTIVE", new: how });
  work.note({ ...about(member), field: "statusOn", old: null, new: on });
  if (wentTo) work.note({ ...about(member), field: "wentTo", old: null, new: wentTo });
  return { id, on, to: wentTo ?? null };
}
