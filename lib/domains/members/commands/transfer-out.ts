/** members.transferOut: to an organization outside the prefecture, which is kept by its name (转出). */
import { command } from "#lib/platform/command.ts";
import { TransferOut } from "../input.ts";
import { leave } from "../inside/leave.ts";
import { mayEdit, memberOf } from "../inside/member.ts";

export const transferOut = command({
  name: "members.transferOut",
  tells: "partyMember.leftPrefecture",
  input: TransferOut,
  subject: (work, { id }) => memberOf(work, id),
  may: mayEdit,
  run: (work, { version, on, wentTo }, member) =>
    leave(work, member, { version, on, how: "OUT", why: null, wentTo }),
  fact: ({ id, on }, { wentTo }, { divisionId, orgName }) => ({
    subject: `partyMember:${id}`,
    division: divisionId,
    from: orgName,
    to: wentTo,
    on,
  }),
});
