/** orgs.move: another organization leads from a day on, on a basis that the rule of affiliation allows. */
import { may } from "#lib/domains/accounts/roles.ts";
import { registerChange } from "#lib/domains/divisions/tree-change.ts";
import { command } from "#lib/platform/command.ts";
import { MoveOrg } from "../input.ts";
import { checkMove } from "../inside/check-change.ts";
import { orgOf } from "../inside/org.ts";

export const moveOrg = command({
  name: "orgs.move",
  tells: "partyOrg.moved",
  input: MoveOrg,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.change", org.divisionId),
  run: async (work, input, org) => {
    const { effectiveOn, leader } = await checkMove(work, input, org);
    const { basis, supervisingDept } = input;
    return registerChange(work, {
      tree: "PARTY_ORG",
      kind: "MOVE",
      nodeId: org.id,
      targetId: leader.id,
      effectiveOn,
      documentNo: input.documentNo,
      detail: { basis, ...(supervisingDept ? { supervisingDept } : {}) },
    });
  },
  fact: (change, input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    from: org.leaderId,
    to: input.leaderId,
    basis: input.basis,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
