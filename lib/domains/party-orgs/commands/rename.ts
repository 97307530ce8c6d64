/** orgs.rename: a new name of a Party organization from a day on. */
import { may } from "#lib/domains/accounts/roles.ts";
import { registerRenaming } from "#lib/domains/divisions/tree-change.ts";
import { command } from "#lib/platform/command.ts";
import { RenameOrg } from "../input.ts";
import { checkRename } from "../inside/check-change.ts";
import { orgOf } from "../inside/org.ts";

export const renameOrg = command({
  name: "orgs.rename",
  tells: "partyOrg.renamed",
  input: RenameOrg,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.change", org.divisionId),
  run: async (work, input, org) => {
    const { effectiveOn } = await checkRename(work, input, org);
    const { name, documentNo } = input;
    return registerRenaming(work, "PARTY_ORG", { nodeId: org.id, name, effectiveOn, documentNo });
  },
  fact: (change, input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    from: org.name,
    to: input.name,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
