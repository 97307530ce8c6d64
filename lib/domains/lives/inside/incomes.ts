/** Recorded incomes of the open year when families divide or join: nothing of them is lost and nothing is counted twice. */

import type { Work } from "#lib/platform/scope.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { joinedPerHead, partOf } from "../life.ts";
import type { Deed, Home } from "./deed.ts";

export type KeptIncome = { householdId: string; code: string; amount: string };

export const incomesOf = (sql: Sql, households: readonly string[], year: number) => sql<KeptIncome>`
  select household_id as "householdId", code, amount_fen::text as amount from income_item
  where household_id = any (${households}::uuid[]) and year = ${year} order by household_id, code`;

/** By heads: what the new file takes is taken from the old one. */
export async function divideIncomes(
  deed: Deed,
  home: Home,
  made: Home,
  goers: number,
  all: number,
): Promise<void> {
  const { work, year } = deed;
  const items = await keepIncomes(deed, [home.id]);
  for (const { code, amount } of items) {
    const part = partOf(BigInt(amount), goers, all);
    await work.tx.incomeItem.update({
      where: { householdId_year_code: { householdId: home.id, year, code } },
      data: { amountFen: BigInt(amount) - part },
    });
    await work.tx.incomeItem.create({
      data: { householdId: made.id, divisionId: made.divisionId, year, code, amountFen: part },
    });
  }
}

/** Both by source: added up by source. Both without: by heads. One of each cannot be added up, and the other's stands as it was. */
export async function joinIncomes(deed: Deed, from: Home, into: Home): Promise<void> {
  const { work, year } = deed;
  const items = await keepIncomes(deed, [from.id, into.id]);
  const brought = items.filter(({ householdId }) => householdId === from.id);
  const there = items.filter(({ householdId }) => householdId === into.id);
  if (brought.length === 0 && there.length === 0) {
    into.incomePerHeadFen = joinedPerHead(
      { perHead: from.incomePerHeadFen, members: from.memberCount },
      { perHead: into.incomePerHeadFen, members: into.memberCount },
    );
    return;
  }
  if (brought.length === 0 || there.length === 0) return;
  for (const { code, amount } of brought)
    await work.tx.incomeItem.upsert({
      where: { householdId_year_code: { householdId: into.id, year, code } },
      create: { householdId: into.id, divisionId: into.divisionId, year, code, amountFen: BigInt(amount) },
      update: { amountFen: { increment: BigInt(amount) } },
    });
}

async function keepIncomes(deed: Deed, households: string[]): Promise<KeptIncome[]> {
  const items = await incomesOf(deed.work.sql, households, deed.year);
  deed.kept.incomes = items;
  return items;
}

export async function restoreIncomes(
  work: Work,
  homes: readonly { id: string; divisionId: number }[],
  year: number,
  kept: readonly KeptIncome[],
): Promise<void> {
  for (const { id, divisionId } of homes) {
    await work.tx.incomeItem.deleteMany({ where: { householdId: id, year } });
    for (const { code, amount } of kept.filter(({ householdId }) => householdId === id))
      await work.tx.incomeItem.create({
        data: { householdId: id, divisionId, year, code, amountFen: BigInt(amount) },
      });
  }
}
