/** orgs.acceptWeak and orgs.returnWeak: a level above looks at what was reported; whoever reported it decides nothing. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, refused, rule } from "#lib/platform/problem.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { AcceptWeak, ReturnWeak } from "../input-life.ts";
import { factOf, mayDecide, type Weak, weakOf } from "../inside/weak.ts";

function stillToDecide({ accountId }: Viewer, { status, reportedBy }: Weak) {
  if (status !== "REPORTED") throw rule("weak.notReported");
  if (reportedBy === accountId) throw refused("weak.fourEyes");
}

export const acceptWeak = command({
  name: "orgs.acceptWeak",
  tells: "partyOrg.weakAccepted",
  input: AcceptWeak,
  subject: (work, { weakId }) => weakOf(work, weakId),
  may: mayDecide,
  run: async ({ tx, today, viewer, note }, { weakId, version, documentNo }, weak) => {
    stillToDecide(viewer, weak);
    const { count } = await tx.partyOrgWeak.updateMany({
      where: { id: weakId, version, status: "REPORTED" },
      data: {
        ...{ status: "ACCEPTED", acceptedOn: dayToColumn(today), decidedBy: viewer.accountId },
        ...{ documentNo, version: { increment: 1 } },
      },
    });
    if (count === 0) throw conflict();
    note({
      ...{ entity: "partyOrg", entityId: String(weak.orgId), divisionId: weak.divisionId },
      ...{ field: "weakAccepted", old: null, new: String(weak.year) },
    });
    return { id: weakId };
  },
  fact: (_result, _input, weak) => factOf(weak),
});

export const returnWeak = command({
  name: "orgs.returnWeak",
  tells: "partyOrg.weakReturned",
  input: ReturnWeak,
  subject: (work, { weakId }) => weakOf(work, weakId),
  may: mayDecide,
  run: async ({ tx, viewer }, { weakId, version, why }, weak) => {
    stillToDecide(viewer, weak);
    const { count } = await tx.partyOrgWeak.updateMany({
      where: { id: weakId, version, status: "REPORTED" },
      data: {
        status: "OPEN",
        returnedWhy: why,
        decidedBy: viewer.accountId,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    return { id: weakId };
  },
  fact: (_result, _input, weak) => factOf(weak),
});
