/** The files of a deed as they were before it: heads, counts, income, state, spells and pairings. */
import { addDays } from "#lib/base/calendar.ts";
import type { HouseholdSubject } from "#lib/domains/households/subject.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Kept } from "./deed.ts";
import type { KeptSpell } from "./ending.ts";
import { headIs } from "./head.ts";
import { restoreIncomes } from "./incomes.ts";
import { rollOf } from "./roll.ts";

type Event = { householdId: string; year: number; kept: Kept };

export async function restoreFiles(work: Work, event: Event, homes: HouseholdSubject[]): Promise<void> {
  const { kept } = event;
  const stay = homes.filter(({ id }) => id !== kept.made);
  if (kept.made) await forget(work, kept.made, event.householdId);
  for (const home of stay) await restore(work, event, home);
  if (kept.incomes) await restoreIncomes(work, stay, event.year, kept.incomes);
  for (const { id, toOn, endReason } of kept.pairings)
    await work.tx.pairing.update({
      where: { id },
      data: { toOn: toOn === null ? null : dayToColumn(toOn), endReason, version: { increment: 1 } },
    });
}

async function restore(work: Work, { year, kept }: Event, home: HouseholdSubject): Promise<void> {
  const before = kept.homes[home.id];
  if (!before) return;
  const facts = {
    memberCount: before.members,
    incomePerHeadFen: before.perHead === null ? null : BigInt(before.perHead),
    status: before.status,
  };
  const spells = kept.spells?.[home.id];
  if (spells) await layStays(work, home.id, spells);
  await work.tx.household.update({
    where: { id: home.id },
    data: { ...facts, version: { increment: 1 } },
  });
  if (spells) await openLast(work, home.id, spells);
  await work.tx.householdYear.updateMany({ where: { householdId: home.id, year }, data: facts });
  const head = (await rollOf(work.sql, home.id, year)).find(({ relation }) => relation === "HEAD");
  if (head) await headIs({ work, year }, home, head);
  if (home.status !== before.status)
    work.note({
      entity: "household",
      entityId: home.id,
      householdId: home.id,
      divisionId: home.divisionId,
      field: "status",
      old: home.status,
      new: before.status,
    });
}

/** The spells as they were; the running one ends for now, since it may not say another state than its file does. */
async function layStays(work: Work, householdId: string, spells: readonly KeptSpell[]): Promise<void> {
  await work.tx.householdSpell.deleteMany({ where: { householdId } });
  for (const { fromOn, toOn, ...spell } of spells)
    await work.tx.householdSpell.create({
      data: {
        ...spell,
        householdId,
        fromOn: dayToColumn(fromOn),
        toOn: dayToColumn(toOn ?? addDays(fromOn, 1)),
      },
    });
}

async function openLast(work: Work, householdId: string, spells: readonly KeptSpell[]): Promise<void> {
  const last = spells.at(-1);
  if (last && last.toOn === null)
    await work.tx.householdSpell.update({
      where: { householdId_fromOn: { householdId, fromOn: dayToColumn(last.fromOn) } },
      data: { toOn: null },
    });
}

/** The file that a division made goes, if nothing hangs on it yet. */
async function forget(work: Work, made: string, backTo: string): Promise<void> {
  const [used] = await work.sql<{ used: boolean }>`
    select exists (select 1 from visit where household_id = ${made}::uuid) or exists (select 1 from pairing where household_id = ${made}::uuid)
      or exists (select 1 from stored_file where household_id = ${made}::uuid) or exists (select 1 from industry_link where household_id = ${made}::uuid)
      or exists (select 1 from need where household_id = ${made}::uuid) or exists (select 1 from service_case where household_id = ${made}::uuid) as used`;
  if (used?.used) throw rule("life.newFileInUse");
  await work.sql`select sec.forget_divided(${made}::uuid, ${backTo}::uuid)::text`;
}
