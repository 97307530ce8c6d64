/** closings.sign: whoever answers for a unit stands by its closed figures, once. */

import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { signsFor } from "../closing.ts";
import { SignClosing } from "../input.ts";

export const signClosing = command({
  name: "closings.sign",
  tells: "closing.signed",
  input: SignClosing,
  subject: async ({ sql, viewer }, { period, unit }): Promise<{ id: number; name: string } | null> => {
    const [found] = await sql<{ id: number; name: string }>`
      select d.id, d.name from division d join closing c on c.period = ${period} where d.id = ${unit} and d.level in ('PREFECTURE', 'COUNTY')`;
    return found && reaches(viewer, found.id) ? found : null;
  },
  may: (viewer, unit) => signsFor(viewer, unit.id),
  run: async ({ tx, viewer }, { period, note }, unit) => {
    const key = { period, divisionId: unit.id };
    const before = await tx.closingSignature.findUnique({ where: { period_divisionId: key } });
    if (before) throw conflict("closing.signedAlready", { name: before.accountName });
    await tx.closingSignature.create({
      data: { ...key, note, accountId: viewer.accountId, accountName: viewer.name },
    });
    return { period, unit: unit.id };
  },
  fact: ({ period, unit }) => ({ subject: `closing:${period}`, division: unit, period }),
});
