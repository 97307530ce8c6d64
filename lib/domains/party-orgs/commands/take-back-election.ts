/** orgs.takeBackElection: an election that was never held, entered by mistake, goes; the term before it runs on, as long as nothing new hangs on it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { TakeBackElection } from "../input-life.ts";
import { orgOf } from "../inside/org.ts";
import { mistakenTerm } from "../inside/term.ts";

export const takeBackElection = command({
  name: "orgs.takeBackElection",
  tells: "partyOrg.electionTakenBack",
  input: TakeBackElection,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.edit", org.divisionId),
  run: async ({ tx, sql, note }, { id, version }, org) => {
    const term = await mistakenTerm(sql, id);
    if (!term) throw rule("election.notTakenBack");
    const { count } = await tx.partyOrgTerm.deleteMany({
      where: { id: term.id, version, reelectedOn: null },
    });
    if (count === 0) throw conflict();
    if (term.beforeId !== null)
      await tx.partyOrgTerm.updateMany({
        where: { id: term.beforeId },
        data: { reelectedOn: null, result: null, version: { increment: 1 } },
      });
    note({
      ...{ entity: "partyOrg", entityId: String(id), divisionId: org.divisionId, field: "electedOn" },
      ...{ old: term.electedOn, new: term.beforeElectedOn },
    });
    return { id, electedOn: term.electedOn };
  },
  fact: ({ electedOn }, _input, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    electedOn,
  }),
});
