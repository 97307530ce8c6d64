/** reports.correct: an issued report is not changed; another revision begins with its words, the figures of now and the reason. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { heldReport, mayWrite, told } from "../held.ts";
import { CorrectReport } from "../input.ts";

export const correctReport = command({
  name: "reports.correct",
  tells: "report.corrected",
  input: CorrectReport,
  subject: heldReport,
  may: mayWrite,
  run: async ({ sql, viewer }, { id, reason }, held) => {
    if (held.status !== "ISSUED") throw rule("report.stillDraft");
    if (held.corrected) throw rule("report.correctedAlready");
    const [made] = await sql<{ id: string }>`
      insert into report (division_id, period, revision, corrects_id, reason, texts, account_id, account_name)
      values (${held.divisionId}, ${held.period}, ${held.revision + 1}, ${id}::uuid, ${reason}, ${JSON.stringify(held.texts)}::jsonb, ${viewer.accountId}, ${viewer.name})
      returning id`;
    return { id: made!.id };
  },
  fact: ({ id }, _input, held) => ({ ...told(held), subject: `report:${id}`, corrects: held.id }),
});
