/** orgs.close: a Party organization ends; what it leads is led by its successor from that day on. */
import { may } from "#lib/domains/accounts/roles.ts";
import { registerChange } from "#lib/domains/divisions/tree-change.ts";
import { command } from "#lib/platform/command.ts";
import { CloseOrg } from "../input.ts";
import { checkClose } from "../inside/check-change.ts";
import { orgOf } from "../inside/org.ts";

export const closeOrg = command({
  name: "orgs.close",
  tells: "partyOrg.closed",
  input: CloseOrg,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.change", org.divisionId),
  run: async (work, input, org) => {
    const { effectiveOn, successor } = await checkClose(work, input, org);
    return registerChange(work, {
      tree: "PARTY_ORG",
      kind: "CLOSE",
      nodeId: org.id,
      targetId: successor.id,
      effectiveOn,
      documentNo: input.documentNo,
      detail: {},
    });
  },
  fact: (change, input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    successor: input.targetId,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
