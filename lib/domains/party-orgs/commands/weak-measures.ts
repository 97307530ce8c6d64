/** orgs.addMeasure and orgs.finishMeasure: what is done about a weak organization, by whom, by when, and since when it is done. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { AddMeasure, FinishMeasure } from "../input-life.ts";
import { notLater, typedDay } from "../inside/term.ts";
import { factOf, mayWork, type Weak, weakOf, weakOfMeasure } from "../inside/weak.ts";

const stillOpen = ({ status }: Weak) => {
  if (status !== "OPEN") throw rule("weak.notOpen");
};

export const addMeasure = command({
  name: "orgs.addMeasure",
  tells: "partyOrg.measureAdded",
  input: AddMeasure,
  subject: (work, { weakId }) => weakOf(work, weakId),
  may: mayWork,
  run: async ({ tx, today, viewer }, { weakId, what, who, dueOn }, weak) => {
    stillOpen(weak);
    await tx.partyOrgWeakMeasure.create({
      data: {
        ...{ weakId, divisionId: weak.divisionId, what, who, accountId: viewer.accountId },
        dueOn: dayToColumn(typedDay(dueOn, today, "dueOn")),
      },
    });
    return { id: weakId };
  },
  fact: (_result, _input, weak) => factOf(weak),
});

export const finishMeasure = command({
  name: "orgs.finishMeasure",
  tells: "partyOrg.measureDone",
  input: FinishMeasure,
  subject: (work, { measureId }) => weakOfMeasure(work, measureId),
  may: mayWork,
  run: async ({ tx, today }, { measureId, doneOn: typed }, weak) => {
    stillOpen(weak);
    const doneOn = notLater(typedDay(typed, today, "doneOn"), today, "doneOn");
    const { count } = await tx.partyOrgWeakMeasure.updateMany({
      where: { id: measureId, doneOn: null },
      data: { doneOn: dayToColumn(doneOn) },
    });
    if (count === 0) throw conflict();
    return { id: weak.id, doneOn };
  },
  fact: ({ doneOn }, _input, weak) => ({ ...factOf(weak), doneOn }),
});
