/** orgs.merge: others end and go on in this one, with what they lead and their members; it may take a new name on that day. */
import { may } from "#lib/domains/accounts/roles.ts";
import { registerMerger } from "#lib/domains/divisions/tree-change.ts";
import { command } from "#lib/platform/command.ts";
import { MergeOrgs } from "../input.ts";
import { checkMerge } from "../inside/check-change.ts";
import { orgOf, seatsOf } from "../inside/org.ts";

export const mergeOrgs = command({
  name: "orgs.merge",
  tells: "partyOrg.merged",
  input: MergeOrgs,
  subject: async ({ sql }, input) => {
    const org = await orgOf(sql, input.id);
    return org ? { ...org, seats: await seatsOf(sql, [org.id, ...input.sources]) } : null;
  },
  may: (viewer, { seats }) => seats.every((seat) => may(viewer, "partyOrg.change", seat)),
  run: async (work, input, org) => {
    const { effectiveOn, sources, name } = await checkMerge(work, input, org);
    const ends = { nodeId: org.id, sources: sources.map(({ id }) => id), name };
    return registerMerger(work, "PARTY_ORG", { ...ends, effectiveOn, documentNo: input.documentNo });
  },
  fact: (change, input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    absorbed: input.sources.join(","),
    ...(input.name ? { name: input.name } : {}),
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
