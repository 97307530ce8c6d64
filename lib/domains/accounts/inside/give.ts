/** Writes a grant with its term. */
import { isDay, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { isOfficer, OFFICERS } from "../roles.ts";
import { endsTooSoon, midnight } from "../term.ts";

export type Term = { fromOn?: string; toOn?: string };

export async function give(
  { tx, viewer, today }: Work,
  accountId: number,
  what: { role: string; divisionId: number },
  term: Term,
): Promise<number> {
  const fromOn = dayOf("fromOn", term.fromOn, today);
  const toOn = dayOf("toOn", term.toOn, today);
  if (endsTooSoon(fromOn, toOn, today)) throw rule("account.termEnds", undefined, "toOn");
  if (isOfficer(what.role)) await mustBeAlone({ tx }, accountId, what.role, fromOn ?? today, toOn);
  const { id } = await tx.roleGrant.create({
    data: {
      accountId,
      ...what,
      grantedBy: viewer.accountId,
      ...(fromOn && fromOn !== today ? { fromAt: midnight(fromOn) } : {}),
      toAt: toOn ? midnight(toOn) : null,
    },
    select: { id: true },
  });
  return id;
}

function dayOf(field: string, typed: string | undefined, today: string): string | null {
  if (!typed) return null;
  const day = readDay(typed, today);
  if (!day || !isDay(day)) throw invalid({ [field]: [dayProblem(typed, today)] });
  return day;
}

/** Nobody holds two of the three at one time; the database says so as well, without words. */
async function mustBeAlone(
  { tx }: Pick<Work, "tx">,
  accountId: number,
  role: string,
  fromOn: string,
  toOn: string | null,
): Promise<void> {
  const other = await tx.roleGrant.findFirst({
    where: {
      accountId,
      role: { in: OFFICERS.filter((one) => one !== role) },
      ...(toOn ? { fromAt: { lt: midnight(toOn) } } : {}),
      OR: [{ toAt: null }, { toAt: { gt: midnight(fromOn) > new Date() ? midnight(fromOn) : new Date() } }],
    },
    select: { id: true },
  });
  if (other) throw rule("account.twoOfficers", undefined, "role");
}
