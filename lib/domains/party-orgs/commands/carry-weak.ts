/** orgs.carryWeak: what was not accepted in its year goes on in this year's list, with what is still to be done. */
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { CarryWeak } from "../input-life.ts";
import { factOf, mayDecide, weakOf } from "../inside/weak.ts";

export const carryWeak = command({
  name: "orgs.carryWeak",
  tells: "partyOrg.weakCarried",
  input: CarryWeak,
  subject: (work, { weakId }) => weakOf(work, weakId),
  may: mayDecide,
  run: async ({ tx, today, viewer }, { weakId, version }, weak) => {
    const year = Number(today.slice(0, 4));
    if (weak.status !== "OPEN" && weak.status !== "REPORTED") throw rule("weak.notOpen");
    if (weak.year >= year) throw rule("weak.stillRunning", { year: weak.year });
    const taken = await tx.partyOrgWeak.findFirst({
      where: { orgId: weak.orgId, year },
      select: { id: true },
    });
    if (taken) throw rule("weak.listed", { year });
    const { count } = await tx.partyOrgWeak.updateMany({
      where: { id: weakId, version },
      data: { status: "CARRIED", decidedBy: viewer.accountId, version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const old = await tx.partyOrgWeak.findUniqueOrThrow({
      where: { id: weakId },
      include: { measures: { where: { doneOn: null } } },
    });
    const made = await tx.partyOrgWeak.create({
      data: {
        ...{ orgId: old.orgId, divisionId: old.divisionId, year, cause: old.cause, foundOn: old.foundOn },
        ...{ note: old.note, carriedFrom: old.id, accountId: viewer.accountId },
      },
      select: { id: true },
    });
    await tx.partyOrgWeakMeasure.createMany({
      data: old.measures.map(({ divisionId, what, who, dueOn }) => ({
        ...{ weakId: made.id, divisionId, what, who, dueOn, accountId: viewer.accountId },
      })),
    });
    return { id: made.id };
  },
  fact: ({ id }, _input, weak) => ({ ...factOf(weak), carriedTo: id }),
});
