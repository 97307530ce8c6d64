/** The second person agrees to an unmasked export for a day, or refuses it with a word why. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { APPROVED_FOR_HOURS } from "../export.ts";
import { DecideExport } from "../input.ts";
import { mayDecide } from "../policy.ts";

type Asked = { id: string; accountId: number; divisionId: number; status: string };

export const decideExport = command({
  name: "exports.decide",
  tells: "export.decided",
  asks: "fresh-proof",
  input: DecideExport,
  subject: async ({ sql }, { id }) => {
    const [asked] = await sql<Asked>`
      select id, account_id as "accountId", division_id as "divisionId", status from export where id = ${id}::uuid and unmasked`;
    return asked ?? null;
  },
  may: mayDecide,
  run: async ({ tx, viewer }, { id, decision, refusedFor }) => {
    const approve = decision === "approve";
    const now = Date.now();
    const { count } = await tx.export.updateMany({
      where: { id, status: "ASKED" },
      data: {
        status: approve ? "APPROVED" : "REFUSED",
        decidedBy: viewer.accountId,
        decidedName: viewer.name,
        decidedAt: new Date(now),
        expiresAt: approve ? new Date(now + APPROVED_FOR_HOURS * 3_600_000) : null,
        refusedFor: approve ? null : refusedFor,
      },
    });
    if (count === 0) throw rule("export.decidedAlready");
    return { id };
  },
  fact: ({ id }, { decision }, { divisionId }) => ({
    subject: `export:${id}`,
    division: divisionId,
    decision,
  }),
});
