/** measures.correct, measures.end, measures.withdraw: a measure is put right, closed with its result, or taken back as a mistake. */

import { mayEdit } from "#lib/domains/households/subject.ts";
import { columnToDay, dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, type FieldProblems, invalid } from "#lib/platform/problem.ts";
import { CorrectMeasure, EndMeasure, WithdrawMeasure } from "../input.ts";
import {
  dayTyped,
  factsTyped,
  heldMeasure,
  type MeasureSubject,
  moneyTyped,
  noteFacts,
} from "../inside/subject.ts";

/** What the doors need to know of it afterwards. */
const done = ({ id, householdId, divisionId }: MeasureSubject) => ({ id, householdId, divisionId });
const told = ({ id, householdId, divisionId }: ReturnType<typeof done>) => ({
  subject: `measure:${id}`,
  division: divisionId,
  household: householdId,
});
const current = (measure: MeasureSubject, version: number) => {
  if (measure.version !== version) throw conflict();
};

export const correctMeasure = command({
  name: "measures.correct",
  tells: "measure.corrected",
  input: CorrectMeasure,
  subject: (work, { id }) => heldMeasure(work, id),
  may: mayEdit,
  run: async (work, { id, version, ...typed }, measure) => {
    current(measure, version);
    const before = await work.tx.measure.findUniqueOrThrow({ where: { id } });
    const facts = await factsTyped(work, typed, before.category);
    await work.tx.measure.update({ where: { id }, data: { ...facts, version: { increment: 1 } } });
    noteFacts(work, measure, before.project, before, facts);
    return done(measure);
  },
  fact: told,
});

export const endMeasure = command({
  name: "measures.end",
  tells: "measure.ended",
  input: EndMeasure,
  subject: (work, { id }) => heldMeasure(work, id),
  may: mayEdit,
  run: async (work, { id, version, status, toOn, result, gain }, measure) => {
    current(measure, version);
    const problems: FieldProblems = {};
    const before = await work.tx.measure.findUniqueOrThrow({ where: { id } });
    const day = dayTyped(toOn, "toOn", work.today, problems);
    if (day && day > work.today) problems.toOn = [{ key: "futureDay" }];
    if (day && before.fromOn && day < columnToDay(before.fromOn))
      problems.toOn = [{ key: "measure.endsBefore" }];
    const gainFen = moneyTyped(gain, "gain", problems);
    if (day === null || Object.keys(problems).length > 0) throw invalid(problems);
    const facts = { status, toOn: dayToColumn(day), result, gainFen };
    await work.tx.measure.update({ where: { id }, data: { ...facts, version: { increment: 1 } } });
    noteFacts(work, measure, before.project, before, facts);
    return done(measure);
  },
  fact: (measure, { status }) => ({ ...told(measure), status }),
});

export const withdrawMeasure = command({
  name: "measures.withdraw",
  tells: "measure.withdrawn",
  input: WithdrawMeasure,
  subject: (work, { id }) => heldMeasure(work, id),
  may: mayEdit,
  run: async (work, { id, version }, measure) => {
    current(measure, version);
    const before = await work.tx.measure.update({
      where: { id },
      data: { status: "WITHDRAWN", version: { increment: 1 } },
    });
    work.note({
      ...{
        entity: "measure",
        entityId: id,
        householdId: measure.householdId,
        divisionId: measure.divisionId,
      },
      ...{ field: "measure", old: `${before.year} ${before.project}`, new: null },
    });
    return done(measure);
  },
  fact: told,
});
