/** Writes a deed with who did it and for which unit, and takes the case to its next step; the last step ends it. */
import { columnToDay, dayToColumn } from "#lib/platform/clock.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Case } from "./case.ts";

export type Outcome =
  | "DONE"
  | "APPROVED"
  | "RETURNED"
  | "REJECTED"
  | "POSTED"
  | "CLOSED"
  | "OBJECTED"
  | "CONTINUED"
  | "WITHDRAWN";

type Told = { outcome: Outcome; onDay: string; opinion?: string | null; facts?: Record<string, unknown> };

export async function tellDeed({ tx, sql, viewer }: Work, one: Case, told: Told): Promise<void> {
  const [unit] = await sql<{ name: string }>`select name from division where id = ${viewer.homeDivisionId}`;
  await tx.procedureDeed.create({
    data: {
      caseId: one.id,
      divisionId: one.divisionId,
      householdId: one.householdId,
      at: one.at,
      step: one.steps[one.at]?.step ?? "MARKING",
      outcome: told.outcome,
      onDay: dayToColumn(told.onDay),
      opinion: told.opinion ?? null,
      facts: (told.facts ?? {}) as object,
      accountId: viewer.accountId,
      accountName: viewer.name,
      unitName: unit?.name ?? "",
    },
  });
}

type Change = Parameters<Work["tx"]["procedureCase"]["updateMany"]>[0]["data"];

/** Every change goes through the version that was seen. */
export async function changeCase({ tx }: Work, one: Case, data: Change): Promise<void> {
  const { count } = await tx.procedureCase.updateMany({
    where: { id: one.id, version: one.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw conflict();
}

export async function stepOn(work: Work, one: Case, data: Change = {}): Promise<void> {
  if (one.steps[one.at]?.paper && !(await hasPaper(work, one))) throw rule("procedure.needsPaper");
  await changeCase(work, one, { at: one.at + 1, since: new Date(), returnedWhy: null, ...data });
}

/** A paper put to the case since it first came to its present step; one of an earlier step is another's. */
export async function hasPaper(
  { sql }: Pick<Work, "sql">,
  { id, at }: Pick<Case, "id" | "at">,
): Promise<boolean> {
  const [found] = await sql`
    select 1 from paper p where p.subject_kind = 'procedure' and p.subject_id = ${id} and p.removed_at is null
      and p.created_at >= (select min(d.created_at) from procedure_deed d
        where d.case_id = ${id}::uuid and d.at = ${at - 1} and d.outcome in ('DONE', 'APPROVED', 'CLOSED')) limit 1`;
  return found !== undefined;
}

/** Lists of the case that still hang come down: it was sent back, rejected or withdrawn. */
export async function takeDown({ tx, today }: Work, one: Case): Promise<void> {
  await tx.publicityLine.updateMany({
    where: { caseId: one.id, closedOn: null, withdrawnOn: null },
    data: { withdrawnOn: dayToColumn(today), pausedOn: null },
  });
}

export type Line = {
  id: string;
  at: number;
  fromOn: string;
  days: number;
  calendar: "CALENDAR" | "WORKING";
  dueOn: string;
  pauses: { from: string; to: string }[];
  pausedOn: string | null;
};

/** The list on which the case hangs at its present step. */
export async function hangingLine({ tx }: Work, one: Case): Promise<Line | null> {
  const line = await tx.publicityLine.findFirst({
    where: { caseId: one.id, at: one.at, closedOn: null, withdrawnOn: null },
    include: { notice: true },
  });
  if (!line) return null;
  const { notice } = line;
  return {
    id: line.id,
    at: line.at,
    fromOn: columnToDay(notice.fromOn),
    days: notice.days,
    calendar: notice.calendar === "WORKING" ? "WORKING" : "CALENDAR",
    dueOn: columnToDay(line.dueOn),
    pauses: line.pauses as Line["pauses"],
    pausedOn: line.pausedOn ? columnToDay(line.pausedOn) : null,
  };
}
