/** orgs.nameDepartment: which department is in charge beside the Party line; its own organization is found by its name, if it is registered. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { NameDepartment } from "../input-life.ts";
import { orgOf } from "../inside/org.ts";

export const nameDepartment = command({
  name: "orgs.nameDepartment",
  tells: "partyOrg.departmentNamed",
  input: NameDepartment,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.edit", org.divisionId),
  run: async ({ tx, note }, { id, supervisingDept }, org) => {
    if (org.closedOn !== null) throw rule("tree.closed", { name: org.name, day: org.closedOn });
    const running = await tx.partyOrgAffiliation.findFirst({
      where: { orgId: id, toOn: null },
      select: { id: true, supervisingDept: true },
    });
    if (!running) throw rule("life.noLeader");
    // The reference goes first, so that it is looked for anew.
    await tx.partyOrgAffiliation.updateMany({
      where: { id: running.id },
      data: { supervisingDept, supervisingOrgId: null },
    });
    note({
      ...{ entity: "partyOrg", entityId: String(id), divisionId: org.divisionId, field: "supervisingDept" },
      ...{ old: running.supervisingDept, new: supervisingDept },
    });
    return { id };
  },
  fact: (_result, { supervisingDept }, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    department: supervisingDept,
  }),
});
