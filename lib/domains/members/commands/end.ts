/** members.end: he died, or is a member no longer, from a day on, for a reason. */
import { command } from "#lib/platform/command.ts";
import { EndMember } from "../input.ts";
import { leave } from "../inside/leave.ts";
import { mayEdit, memberOf } from "../inside/member.ts";

export const endMember = command({
  name: "members.end",
  tells: "partyMember.ended",
  input: EndMember,
  subject: (work, { id }) => memberOf(work, id),
  may: mayEdit,
  run: (work, { version, on, how, why }, member) => leave(work, member, { version, on, how, why }),
  fact: ({ id, on }, { how }, { divisionId, orgName }) => ({
    subject: `partyMember:${id}`,
    division: divisionId,
    from: orgName,
    how,
    on,
  }),
});
