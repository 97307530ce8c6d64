/** orgs.postponeElection: an approval lets the running term last longer; the new day is what the election is held against. */
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { PostponeElection } from "../input-life.ts";
import { orgOf } from "../inside/org.ts";
import { runningTerm, typedDay } from "../inside/term.ts";

export const postponeElection = command({
  name: "orgs.postponeElection",
  tells: "partyOrg.electionPostponed",
  input: PostponeElection,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.edit", org.divisionId),
  run: async ({ tx, sql, today, note }, { id, version, postponedTo: typed, postponedDocument }, org) => {
    if (org.closedOn !== null) throw rule("tree.closed", { name: org.name, day: org.closedOn });
    const running = await runningTerm(sql, id);
    if (!running) throw rule("election.noRunning");
    const postponedTo = typedDay(typed, today, "postponedTo");
    if (postponedTo <= running.dueOn) throw rule("election.notLater", { day: running.dueOn }, "postponedTo");
    const { count } = await tx.partyOrgTerm.updateMany({
      where: { id: running.id, version, reelectedOn: null },
      data: {
        postponedTo: dayToColumn(postponedTo),
        postponedDocument,
        dueOn: dayToColumn(postponedTo),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    note({
      ...{ entity: "partyOrg", entityId: String(id), divisionId: org.divisionId, field: "termDueOn" },
      ...{ old: running.dueOn, new: postponedTo },
    });
    return { id, postponedTo };
  },
  fact: ({ postponedTo }, { postponedDocument }, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    postponedTo,
    documentNo: postponedDocument,
  }),
});
