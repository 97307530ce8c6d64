/** orgs.reportWeak: an organization is reported as put right, once its measures are done; a level above decides. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { ReportWeak } from "../input-life.ts";
import { factOf, mayWork, weakOf } from "../inside/weak.ts";

export const reportWeak = command({
  name: "orgs.reportWeak",
  tells: "partyOrg.weakReported",
  input: ReportWeak,
  subject: (work, { weakId }) => weakOf(work, weakId),
  may: mayWork,
  run: async ({ tx, today, viewer }, { weakId, version, summary }, weak) => {
    if (weak.status !== "OPEN") throw rule("weak.notOpen");
    if (weak.measures === 0) throw rule("weak.noMeasure");
    if (weak.undone > 0) throw rule("weak.undone", { count: weak.undone });
    const { count } = await tx.partyOrgWeak.updateMany({
      where: { id: weakId, version, status: "OPEN" },
      data: {
        ...{ status: "REPORTED", summary, reportedBy: viewer.accountId, reportedOn: dayToColumn(today) },
        ...{ returnedWhy: null, version: { increment: 1 } },
      },
    });
    if (count === 0) throw conflict();
    return { id: weakId };
  },
  fact: (_result, _input, weak) => factOf(weak),
});
