/** Writes which villages an entity covers, and tells its history which came and went. */
import type { Work } from "#lib/platform/scope.ts";

export async function writeVillages(
  work: Work,
  entity: { id: string; divisionId: number },
  wanted: readonly number[],
): Promise<void> {
  const { sql, tx } = work;
  const entityId = entity.id;
  const before = await sql<{
    id: number;
  }>`select village_id as id from industry_village where entity_id = ${entityId}::uuid`;
  const had = new Set(before.map(({ id }) => id));
  const added = [...new Set(wanted)].filter((id) => !had.has(id));
  const gone = [...had].filter((id) => !wanted.includes(id));
  if (added.length + gone.length === 0) return;
  await tx.industryVillage.deleteMany({ where: { entityId, villageId: { in: gone } } });
  await tx.industryVillage.createMany({
    data: added.map((villageId) => ({ entityId, villageId, divisionId: entity.divisionId })),
  });
  const names = await sql<{ id: number; name: string }>`
    select id, name from division where id = any (${[...added, ...gone]}::int[]) order by code nulls last, id`;
  const named = (ids: readonly number[]) =>
    names
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join("、") || null;
  work.note({
    entity: "industryEntity",
    entityId,
    divisionId: entity.divisionId,
    field: "villages",
    old: named(gone),
    new: named(added),
  });
}
