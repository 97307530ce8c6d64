/**
 * One deed on the rolls while it is being done: what changes is written at once, what it meant for whom is gathered, and at the end
 * the deed is put on record with everything that taking it back needs.
 */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { openYear } from "#lib/domains/households/open-year.ts";
import { type HouseholdSubject, heldHousehold } from "#lib/domains/households/subject.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { earliestDay, type LifeKind, type LifeReason, perHeadAfter, type Turn } from "../life.ts";
import type { KeptSpell } from "./ending.ts";
import type { KeptIncome } from "./incomes.ts";
import { lastTurn } from "./roll.ts";

/** Whoever asks, a rehearsal or the deed itself. */
export type Asking = Pick<Work, "sql" | "today" | "viewer">;
export type Home = HouseholdSubject;
export type HomeBefore = { members: number; perHead: string | null; status: string; headName: string };
export type Found = {
  personId: string;
  divisionId: number;
  entry: { divisionId: number; householdId: string | null } | null;
};
/** What taking back needs; stands in life_event.kept. */
export type Kept = {
  /** Rows that left the roll, as they were. */
  rows: { personId: string; row: Record<string, unknown> }[];
  /** Each file that was touched, as it was, and its version when all was done. */
  homes: Record<string, HomeBefore>;
  versions: Record<string, number>;
  /** Pairings that ended with the file, and until when they would have held. */
  pairings: { id: string; toOn: string | null; endReason: string | null }[];
  /** The spells of files that ended. */
  spells?: Record<string, KeptSpell[]>;
  /** Incomes by source of files that divided or joined. */
  incomes?: KeptIncome[];
  /** Somebody known who had no home here: where he was found before. */
  found?: Found;
  /** The file that came to be. */
  made?: string;
};

export type Deed = {
  work: Work;
  id: string;
  year: number;
  kind: LifeKind;
  reason: LifeReason;
  on: string;
  home: Home;
  /** How income per head follows: the family's income stays, or each head's does. */
  income: "whole" | "head";
  turns: (Turn & { householdId: string; divisionId: number })[];
  homes: Map<string, Home>;
  kept: Kept;
};

type Begun = Pick<Deed, "kind" | "reason" | "home"> & { on: string; income?: Deed["income"] };

export async function beginDeed(work: Work, begun: Begun): Promise<Deed> {
  const [made] = await work.sql<{ id: string }>`select new_id()::text as id`;
  const deed: Deed = {
    income: "whole",
    ...begun,
    work,
    id: made?.id ?? "",
    year: await openYear(work),
    turns: [],
    homes: new Map(),
    kept: { rows: [], homes: {}, versions: {}, pairings: [] },
  };
  touch(deed, begun.home);
  return deed;
}

/** A file that the deed changes: as it was before. */
export function touch(deed: Deed, home: Home): void {
  if (deed.homes.has(home.id)) return;
  deed.homes.set(home.id, home);
  deed.kept.homes[home.id] = {
    members: home.memberCount,
    perHead: home.incomePerHeadFen === null ? null : String(home.incomePerHeadFen),
    status: home.status,
    headName: home.headName,
  };
}

/** A day typed for a deed: it has happened, and not before the rolls that are settled. */
export async function dayOfDeed(asking: Asking, typed: string): Promise<string> {
  const on = readDay(typed, asking.today);
  if (!on) throw invalid({ on: [dayProblem(typed, asking.today)] });
  if (on > asking.today) throw invalid({ on: [{ key: "futureDay" }] });
  const earliest = earliestDay(await openYear(asking));
  if (on < earliest) throw rule("life.tooLongAgo", { day: earliest }, "on");
  return on;
}

/** Deeds on one person follow each other in time. */
export async function refuseBefore({ sql }: Asking, personId: string, on: string): Promise<void> {
  const last = await lastTurn(sql, personId);
  if (last && on < last.on) throw rule("life.beforeLast", { name: last.name, day: last.on }, "on");
}

export async function finishDeed(deed: Deed): Promise<{ members: number; perHead: bigint | null }> {
  const { work, home } = deed;
  for (const one of deed.homes.values()) await recount(deed, one);
  const after = await heldHousehold(work, home.id);
  for (const id of deed.homes.keys()) {
    const now = id === home.id ? after : await heldHousehold(work, id);
    if (now) deed.kept.versions[id] = now.version;
  }
  const members = after?.memberCount ?? 0;
  const perHead = after?.incomePerHeadFen ?? null;
  await work.tx.lifeEvent.create({
    data: {
      id: deed.id,
      householdId: home.id,
      divisionId: home.divisionId,
      year: deed.year,
      kind: deed.kind,
      reason: deed.reason,
      happenedOn: dayToColumn(deed.on),
      membersBefore: home.memberCount,
      membersAfter: members,
      perHeadBefore: home.incomePerHeadFen,
      perHeadAfter: perHead,
      kept: deed.kept as object,
      accountId: work.viewer.accountId,
      accountName: work.viewer.name,
    },
  });
  for (const { on, ...turn } of deed.turns)
    await work.tx.lifeChange.create({
      data: { ...turn, eventId: deed.id, year: deed.year, happenedOn: dayToColumn(on) },
    });
  return { members, perHead };
}

/** The count of heads and the income per head of the open year follow the roll; no other year is touched. */
async function recount({ work, year, income }: Deed, home: Home): Promise<void> {
  const memberCount = await work.tx.membershipYear.count({ where: { householdId: home.id, year } });
  const incomePerHeadFen =
    income === "whole"
      ? perHeadAfter(home.incomePerHeadFen, home.memberCount, memberCount)
      : home.incomePerHeadFen;
  await work.tx.household.update({
    where: { id: home.id },
    data: { memberCount, incomePerHeadFen, version: { increment: 1 } },
  });
  await work.tx.householdYear.updateMany({
    where: { householdId: home.id, year },
    data: { memberCount, incomePerHeadFen },
  });
}
