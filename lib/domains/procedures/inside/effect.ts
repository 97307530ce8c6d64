/** What a finished case does: the household's status with its day, the second status of monitoring, or the exit of a unit. */
import { columnToDay, dayToColumn } from "#lib/platform/clock.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type Application, isUnitKind, MOVES, PROPOSED } from "../procedure.ts";
import type { Case } from "./case.ts";

/** After the deciding review an exit is proposed until it is announced. */
export async function propose(work: Work, one: Case): Promise<void> {
  if (one.kind !== "EXIT" || one.fromStatus === PROPOSED) return;
  await moveStatus(work, one, PROPOSED, work.today);
}

/** Rejected after it was proposed: the household is as before. */
export async function takeBackProposal(work: Work, one: Case): Promise<void> {
  if (one.movedTo !== PROPOSED || !one.fromStatus) return;
  await moveStatus(work, one, one.fromStatus, work.today);
}

/** The case is at its end already: the database looks whether every step has its deed. */
export async function carryOut(work: Work, one: Case, day: string): Promise<void> {
  if (isUnitKind(one.kind)) {
    await work.tx.unitExit.create({
      data: { divisionId: one.divisionId, exitedOn: dayToColumn(day), caseId: one.id },
    });
    return;
  }
  const { to } = MOVES[one.kind];
  if (to !== null) await moveStatus(work, one, to, day);
  else if (one.kind === "MONITORING") await beginMonitoring(work, one, day);
  else await endMonitoring(work, one, day);
}

/** The moment is the database's own: it lets a status follow only in the transaction that says so. */
async function moveStatus(work: Work, one: Case, to: string, wanted: string): Promise<void> {
  const { tx, sql, note } = work;
  const id = one.householdId as string;
  const household = await tx.household.findUniqueOrThrow({ where: { id } });
  await tx.$executeRaw`update procedure_case set moved_to = ${to}, moved_at = now() where id = ${one.id}::uuid`;
  const facts = applied(to === "POOR" ? one.application : {});
  await tx.household.update({
    where: { id },
    data: { status: to, ...facts.both, version: { increment: 1 } },
  });
  const [open] = await sql<{ year: number }>`select year from registry_year where status = 'OPEN'`;
  if (!open) throw rule("household.noOpenYear");
  const day = await notBefore(work, id, wanted);
  const exit =
    to === "EXITED" ? { exitYear: Number(day.slice(0, 4)) } : to === "RETURNED" ? { exitYear: null } : {};
  const ofYear = { status: to, ...facts.both, ...facts.year, ...exit };
  await tx.householdYear.upsert({
    where: { householdId_year: { householdId: id, year: open.year } },
    update: ofYear,
    create: {
      divisionId: household.divisionId,
      headName: household.headName,
      attribute: household.attribute,
      mainCause: household.mainCause,
      memberCount: household.memberCount,
      ...ofYear,
      householdId: id,
      year: open.year,
    },
  });
  await sql`select sec.turn_status(${id}::uuid, ${to}, ${day}::date)::text`;
  note({
    ...{ entity: "household", entityId: id, householdId: id, divisionId: one.divisionId },
    ...{ field: "status", old: household.status, new: to },
  });
}

/** What an identification settles besides: attribute, cause and standard. */
function applied({ attribute, mainCause, standard }: Partial<Application>) {
  return {
    both: { ...(attribute ? { attribute } : {}), ...(mainCause ? { mainCause } : {}) },
    year: standard ? { standard } : {},
  };
}

/** A stretch of days that began later keeps its beginning: what was before it is told already. */
async function notBefore({ tx }: Work, householdId: string, wanted: string): Promise<string> {
  const running = await tx.householdSpell.findFirst({ where: { householdId, toOn: null } });
  const began = running ? columnToDay(running.fromOn) : wanted;
  return began > wanted ? began : wanted;
}

async function beginMonitoring({ tx }: Work, one: Case, day: string): Promise<void> {
  const { type, risks } = one.application;
  await tx.householdMonitoring.create({
    data: {
      householdId: one.householdId as string,
      divisionId: one.divisionId,
      type: type ?? "SUDDEN",
      risks: risks ?? [],
      fromOn: dayToColumn(day),
      openedCase: one.id,
    },
  });
}

async function endMonitoring({ tx }: Work, one: Case, day: string): Promise<void> {
  const running = await tx.householdMonitoring.findFirst({
    where: { householdId: one.householdId as string, toOn: null },
  });
  if (!running) throw rule("procedure.notMonitored");
  const began = columnToDay(running.fromOn);
  await tx.householdMonitoring.update({
    where: { id: running.id },
    data: {
      toOn: dayToColumn(day > began ? day : began),
      endedHow: one.application.endedHow ?? "ELIMINATED",
      closedCase: one.id,
    },
  });
}
