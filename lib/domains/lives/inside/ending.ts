/** A file ends on a day: its state, its spell and its pairings end with it; its visits and its history stay where they are. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { rule } from "#lib/platform/problem.ts";
import { type Deed, type Home, touch } from "./deed.ts";

export type KeptSpell = { divisionId: number; status: string; fromOn: string; toOn: string | null };

export async function endFile(deed: Deed, home: Home): Promise<void> {
  touch(deed, home);
  const { work, on, year } = deed;
  const spells = await work.sql<KeptSpell>`
    select division_id as "divisionId", status, from_on::text as "fromOn", to_on::text as "toOn" from household_spell
    where household_id = ${home.id}::uuid order by from_on`;
  const last = spells.at(-1);
  if (last && on < last.fromOn) throw rule("household.beforeSpell", { day: last.fromOn }, "on");
  deed.kept.spells = { ...deed.kept.spells, [home.id]: spells };
  await work.tx.householdSpell.deleteMany({ where: { householdId: home.id, fromOn: dayToColumn(on) } });
  await work.tx.householdSpell.updateMany({
    where: { householdId: home.id, toOn: null },
    data: { toOn: dayToColumn(on) },
  });
  await work.tx.householdSpell.create({
    data: {
      householdId: home.id,
      divisionId: home.divisionId,
      status: "DISSOLVED",
      fromOn: dayToColumn(on),
    },
  });
  await work.tx.household.update({ where: { id: home.id }, data: { status: "DISSOLVED" } });
  await work.tx.householdYear.updateMany({
    where: { householdId: home.id, year },
    data: { status: "DISSOLVED" },
  });
  await endPairings(deed, home);
  work.note({
    entity: "household",
    entityId: home.id,
    householdId: home.id,
    divisionId: home.divisionId,
    field: "status",
    old: home.status,
    new: "DISSOLVED",
  });
}

async function endPairings({ work, on, kept }: Deed, home: Home): Promise<void> {
  const running = await work.sql<{ id: string; toOn: string | null; endReason: string | null }>`
    select id, to_on::text as "toOn", end_reason as "endReason" from pairing
    where household_id = ${home.id}::uuid and (to_on is null or to_on > ${on}::date)`;
  kept.pairings.push(...running);
  await work.sql`
    update pairing set to_on = greatest(from_on, ${on}::date), end_reason = 'HOUSEHOLD_ENDED', version = version + 1
    where id = any (${running.map(({ id }) => id)}::uuid[]) returning id`;
}
