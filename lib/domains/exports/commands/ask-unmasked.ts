/** Somebody asks for a whole sheet with its numbers in clear, and says what for; a second person decides. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { AskUnmasked } from "../input.ts";
import { mayAsk } from "../policy.ts";

export const askUnmasked = command({
  name: "exports.ask",
  tells: "export.asked",
  asks: "fresh-proof",
  input: AskUnmasked,
  subject: async ({ sql, viewer }, { divisionId }) => {
    const [unit] = await sql<{
      id: number;
    }>`select id from division where id = ${divisionId} and closed_on is null`;
    return unit && reaches(viewer, unit.id) ? unit : null;
  },
  may: (viewer, unit) => mayAsk(viewer, unit.id),
  run: async ({ tx, sql, viewer }, { what, reason }, unit) => {
    const open =
      await sql`select 1 from export where account_id = ${viewer.accountId} and status = 'ASKED' and what = ${what} and division_id = ${unit.id}`;
    if (open.length > 0) throw rule("export.askedAlready");
    return tx.export.create({
      data: {
        what,
        reason,
        divisionId: unit.id,
        accountId: viewer.accountId,
        accountName: viewer.name,
        unmasked: true,
        status: "ASKED",
      },
      select: { id: true },
    });
  },
  fact: ({ id }, { what, reason }, unit) => ({ subject: `export:${id}`, division: unit.id, what, reason }),
});
