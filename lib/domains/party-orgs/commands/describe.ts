/** orgs.describe: the secretary's name and the number of members, as the organization reports them. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { DescribeOrg } from "../input.ts";
import { orgOf } from "../inside/org.ts";

export const describeOrg = command({
  name: "orgs.describe",
  tells: "partyOrg.described",
  input: DescribeOrg,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.edit", org.divisionId),
  run: async ({ tx, note }, { id, version, secretary, memberCount }, org) => {
    if (org.closedOn !== null) throw rule("tree.closed", { name: org.name, day: org.closedOn });
    const { count } = await tx.partyOrg.updateMany({
      where: { id, version },
      data: { secretary: secretary ?? null, memberCount, version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "partyOrg", entityId: String(id), divisionId: org.divisionId };
    if ((secretary ?? null) !== org.secretary)
      note({ ...about, field: "secretary", old: org.secretary, new: secretary ?? null });
    if (memberCount !== org.memberCount)
      note({ ...about, field: "memberCount", old: textOf(org.memberCount), new: textOf(memberCount) });
    return { id };
  },
  fact: (_result, input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    memberCount: input.memberCount,
  }),
});

const textOf = (count: number | null) => (count === null ? null : String(count));
