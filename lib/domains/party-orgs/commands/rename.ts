/** orgs.rename: a new name of a Party organization from a day on, or another kind (改设), or both. */
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
    const { effectiveOn, recast } = await checkRename(work, input, org);
    const { name, documentNo } = input;
    const kind = recast?.to;
    return registerRenaming(work, "PARTY_ORG", { nodeId: org.id, name, kind, effectiveOn, documentNo });
  },
  fact: (change, input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    from: org.name,
    to: input.name,
    ...(input.orgKind && input.orgKind !== org.kind ? { fromKind: org.kind, toKind: input.orgKind } : {}),
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
