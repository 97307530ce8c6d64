/** Takes a visit back on the day it was written down, by whoever wrote it: the row stays, and counts no more. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { VisitId } from "../input.ts";
import { lastVisitMoves } from "../inside/last-visit.ts";

type Subject = {
  id: string;
  householdId: string;
  divisionId: number;
  recordedBy: number | null;
  status: string;
  fresh: boolean;
};

export const withdrawVisit = command({
  name: "visits.withdraw",
  tells: "visit.withdrawn",
  input: VisitId,
  subject: async ({ sql }, { id }): Promise<Subject | null> => {
    const [row] = await sql<Subject>`
      select id, household_id as "householdId", division_id as "divisionId", recorded_by as "recordedBy", status,
        (created_at at time zone 'Asia/Shanghai')::date = beijing_today() as fresh
      from visit where id = ${id}::uuid for update`;
    return row ?? null;
  },
  may: (viewer, visit) => visit.recordedBy === viewer.accountId,
  run: async (work, _input, visit) => {
    if (visit.status === "WITHDRAWN") throw rule("visit.withdrawnAlready");
    if (!visit.fresh) throw rule("visit.withdrawToday");
    await work.tx.visit.update({
      where: { id: visit.id },
      data: { status: "WITHDRAWN", version: { increment: 1 } },
    });
    await work.tx.visitVisitor.updateMany({ where: { visitId: visit.id }, data: { counts: false } });
    await lastVisitMoves(work, visit.householdId);
    return { id: visit.id, householdId: visit.householdId, divisionId: visit.divisionId };
  },
  fact: (result) => ({
    subject: `visit:${result.id}`,
    division: result.divisionId,
    household: result.householdId,
  }),
});
