/** papers.correct: another title, number or date of a paper; its file stays what it is. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/problem.ts";
import { CorrectPaper } from "../input.ts";
import { heldPaper } from "../inside/paper.ts";
import { inOneLine, mayKeepPapers } from "../paper.ts";

export const correctPaper = command({
  name: "papers.correct",
  tells: "paper.corrected",
  input: CorrectPaper,
  subject: heldPaper,
  may: (viewer, { about }) => mayKeepPapers(viewer, about.owner.kind, about.divisionId),
  run: async ({ tx, today, note }, { id, version, title, documentNo, datedOn: typed }, paper) => {
    const datedOn = typed === "" ? null : readDay(typed, today);
    if (typed !== "" && datedOn === null) throw invalid({ datedOn: [dayProblem(typed, today)] });
    if (datedOn !== null && datedOn > today) throw invalid({ datedOn: [{ key: "futureDay" }] });
    const { count } = await tx.paper.updateMany({
      where: { id, version },
      data: {
        title,
        documentNo,
        datedOn: datedOn === null ? null : dayToColumn(datedOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    const { owner, divisionId } = paper.about;
    const [old, now] = [inOneLine(paper), inOneLine({ title, documentNo, datedOn })];
    if (old !== now)
      note({ entity: owner.kind, entityId: owner.id, divisionId, field: "paper", old, new: now });
    return { id, owner };
  },
  fact: (_result, input, { about }) => ({
    subject: `${about.owner.kind}:${about.owner.id}`,
    division: about.divisionId,
    paper: input.id,
  }),
});
