/** orgs.recordElection: an election was held; the term before it ends, in time or not, and a new one begins. */
import { may } from "#lib/domains/accounts/roles.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { RecordElection } from "../input-life.ts";
import { orgOf } from "../inside/org.ts";
import { notLater, runningTerm, typedDay } from "../inside/term.ts";
import { HAS_TERM } from "../lacks.ts";
import { type ElectionResult, endOfTerm, resultOf } from "../term.ts";

export const recordElection = command({
  name: "orgs.recordElection",
  tells: "partyOrg.elected",
  input: RecordElection,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.edit", org.divisionId),
  run: async (work, { id, electedOn: typed, years, documentNo }, org) => {
    const { tx, sql, today, viewer, note } = work;
    if (org.closedOn !== null) throw rule("tree.closed", { name: org.name, day: org.closedOn });
    if (!HAS_TERM.includes(org.kind)) throw rule("election.noTerm");
    const electedOn = notLater(typedDay(typed, today, "electedOn"), today, "electedOn");
    const running = await runningTerm(sql, id);
    let result: ElectionResult | null = null;
    if (running) {
      if (electedOn <= running.electedOn)
        throw rule("election.beforeLast", { day: running.electedOn }, "electedOn");
      result = resultOf(running, electedOn, await numberInForce(sql, "election-early-days", today));
      const { count } = await tx.partyOrgTerm.updateMany({
        where: { id: running.id, version: running.version, reelectedOn: null },
        data: { reelectedOn: dayToColumn(electedOn), result, version: { increment: 1 } },
      });
      if (count === 0) throw conflict();
    }
    const endsOn = dayToColumn(endOfTerm(electedOn, years));
    await tx.partyOrgTerm.create({
      data: {
        ...{ orgId: id, divisionId: org.divisionId, electedOn: dayToColumn(electedOn), years },
        ...{ endsOn, dueOn: endsOn, documentNo, accountId: viewer.accountId },
      },
    });
    note({
      ...{ entity: "partyOrg", entityId: String(id), divisionId: org.divisionId, field: "electedOn" },
      ...{ old: running?.electedOn ?? null, new: electedOn },
    });
    return { id, electedOn, result };
  },
  fact: ({ electedOn, result }, { years, documentNo }, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    electedOn,
    years,
    result,
    documentNo: documentNo ?? null,
  }),
});
