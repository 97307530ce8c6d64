/** orgs.split: a part of an organization becomes one of its own from a day on, with what it leads and the members that go along. */
import { may } from "#lib/domains/accounts/roles.ts";
import { registerChange } from "#lib/domains/divisions/tree-change.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { command } from "#lib/platform/command.ts";
import { SplitOrg } from "../input.ts";
import { checkSplit } from "../inside/check-split.ts";
import { orgOf } from "../inside/org.ts";

export const splitOrg = command({
  name: "orgs.split",
  tells: "partyOrg.split",
  input: SplitOrg,
  subject: (work, input) => orgOf(work.sql, input.id),
  // It may sit elsewhere: that place must be one's own as well.
  may: (viewer, org, input) =>
    may(viewer, "partyOrg.change", org.divisionId) &&
    may(viewer, "partyOrg.change", input.seatId ?? org.divisionId),
  run: async (work, input, org) => {
    const { effectiveOn, children, members, seat } = await checkSplit(work, input, org);
    const { name, orgKind, documentNo } = input;
    return registerChange(work, {
      ...{ tree: "PARTY_ORG", kind: "SPLIT", nodeId: org.id, targetId: null },
      ...{ effectiveOn, documentNo },
      detail: {
        ...{ name, kind: orgKind, members, children: children.map(({ id }) => id), ...nameKeys(name) },
        ...(seat === org.divisionId ? {} : { seatId: seat }),
      },
    });
  },
  fact: (change, input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    name: input.name,
    organizations: input.children.length,
    members: input.members.length,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
