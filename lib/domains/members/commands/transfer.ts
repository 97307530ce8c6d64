/** members.transfer: from a day on he stands in the roster of another organization here, also of one beyond the sender's reach (组织关系转接). */
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { TransferMember } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { about, mayEdit, memberOf, onTheRolls } from "../inside/member.ts";
import { orgNamed, stillOpen } from "../inside/org.ts";
import type { Deed } from "../member.ts";

export const transferMember = command({
  name: "members.transfer",
  tells: "partyMember.transferred",
  input: TransferMember,
  subject: (work, { id }) => memberOf(work, id),
  may: mayEdit,
  run: async (work, { id, version, toOrgId, on: typed }, member): Promise<Deed> => {
    const { orgId, orgName, fromOn } = onTheRolls(member);
    if (member.version !== version) throw conflict();
    const target = await orgNamed(work.sql, toOrgId);
    if (!target) throw invalid({ toOrgId: [{ key: "choose" }] });
    stillOpen(target, "toOrgId");
    if (target.id === orgId) throw rule("member.sameOrg", { org: orgName }, "toOrgId");
    const on = dayTyped(typed, work.today, "on");
    if (on <= fromOn) throw rule("member.afterEntry", { day: fromOn, org: orgName }, "on");
    if (on < target.openedOn)
      throw rule("member.orgNotYet", { name: target.name, day: target.openedOn }, "on");
    await work.sql`select sec.transfer_member(${id}::uuid, ${target.id}::int, ${on}::date)::text`;
    work.note({ ...about(member), field: "roster", old: orgName, new: `${target.name} ${on}` });
    return { id, on, to: target.name };
  },
  fact: ({ id, on, to }, _input, { divisionId, orgName }) => ({
    subject: `partyMember:${id}`,
    division: divisionId,
    from: orgName,
    to,
    on,
  }),
});
