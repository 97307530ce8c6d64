/** relocations.withdrawCheck: a check entered by mistake counts no more; it stays to be read with who withdrew it and why. */
import * as z from "zod";
import { uuid } from "#lib/base/typed-fields.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { mayEdit, worksWith } from "../subject.ts";

export const WithdrawCheck = z.strictObject({
  id: uuid,
  why: z.string("required").trim().min(1, "required").max(200, "tooLong"),
});

type Held = {
  id: string;
  householdId: string;
  divisionId: number;
  accountId: number;
  living: boolean;
  withdrawn: boolean;
};

export const withdrawRelocationCheck = command({
  name: "relocations.withdrawCheck",
  tells: "household.relocationCheckWithdrawn",
  input: WithdrawCheck,
  subject: async ({ sql }, { id }): Promise<Held | null> => {
    const [row] = await sql<Held>`
      select c.id, c.household_id as "householdId", c.division_id as "divisionId", c.account_id as "accountId", c.living, c.withdrawn_at is not null as withdrawn
      from relocation_check c where c.id = ${id}::uuid for update`;
    return row ?? null;
  },
  // One's own mistake, as long as one works with the family; anybody's for whoever keeps its record.
  may: (viewer, check) =>
    mayEdit(viewer, check) ||
    (check.accountId === viewer.accountId &&
      worksWith(viewer, { id: check.householdId, divisionId: check.divisionId })),
  run: async (work, { why }, { id, householdId, divisionId, living, withdrawn }) => {
    if (withdrawn) throw rule("household.checkWithdrawn");
    await work.tx.relocationCheck.update({
      where: { id },
      data: { withdrawnAt: new Date(), withdrawnBy: work.viewer.name, withdrawnWhy: why },
    });
    work.note({
      ...{ entity: "household", entityId: householdId, householdId, divisionId },
      ...{ field: "relocationCheck", old: living ? "yes" : "no", new: null },
    });
    return { id: householdId, divisionId };
  },
  fact: ({ id, divisionId }) => ({ subject: `household:${id}`, division: divisionId }),
});
