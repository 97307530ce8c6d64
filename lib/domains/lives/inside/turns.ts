/** The turns of one person within a deed: comes, goes, goes over to another household, stands otherwise to the head. */
import type { Resident } from "../life.ts";
import { type Deed, type Home, touch } from "./deed.ts";
import { lastTurn } from "./roll.ts";

const turned = (
  deed: Deed,
  home: Home,
  who: Resident,
  old: string | null,
  now: string | null,
  on = deed.on,
) =>
  deed.turns.push({
    personId: who.personId,
    householdId: home.id,
    divisionId: home.divisionId,
    year: deed.year,
    kind: old === null ? "IN" : now === null ? "OUT" : "RELATION",
    on,
    name: who.name,
    oldRelation: old,
    newRelation: now,
  });

export async function comes(deed: Deed, home: Home, who: Resident): Promise<void> {
  touch(deed, home);
  await deed.work.tx.membershipYear.create({
    data: { ...who, year: deed.year, householdId: home.id, divisionId: home.divisionId },
  });
  turned(deed, home, who, null, who.relation);
  noteMember(deed, home, null, who.name);
}

/** Closed for this household: off the roll of the open year; the row as it was is kept with the deed. */
export async function goes(deed: Deed, home: Home, who: Resident): Promise<void> {
  touch(deed, home);
  const [gone] = await deed.work.sql<{ row: Record<string, unknown> | null }>`
    select sec.member_leaves(${who.personId}::uuid, ${home.id}::uuid, ${deed.year}) as row`;
  if (gone?.row) deed.kept.rows.push({ personId: who.personId, row: gone.row });
  await deed.work.tx.person.update({
    where: { id: who.personId },
    data: { householdId: null, version: { increment: 1 } },
  });
  turned(deed, home, who, who.relation, null);
  noteMember(deed, home, who.name, null);
}

export async function goesOver(
  deed: Deed,
  from: Home,
  to: Home,
  who: Resident,
  relation: string,
): Promise<void> {
  touch(deed, from);
  touch(deed, to);
  await deed.work.tx.membershipYear.update({
    where: { personId_year: { personId: who.personId, year: deed.year } },
    data: { householdId: to.id, divisionId: to.divisionId, relation },
  });
  await livesIn(deed, to, who);
  turned(deed, from, who, who.relation, null);
  turned(deed, to, who, null, relation);
  noteMember(deed, from, who.name, null);
  noteMember(deed, to, null, who.name);
}

/** From the day of the deed, or from the day on which somebody came who came later. */
export async function standsTo(deed: Deed, home: Home, who: Resident, relation: string): Promise<void> {
  if (who.relation === relation) return;
  const last = await lastTurn(deed.work.sql, who.personId);
  touch(deed, home);
  await deed.work.tx.membershipYear.update({
    where: { personId_year: { personId: who.personId, year: deed.year } },
    data: { relation },
  });
  turned(deed, home, who, who.relation, relation, last && last.on > deed.on ? last.on : deed.on);
}

/** The person's own row and the line of the search follow the home. */
export async function livesIn({ work }: Deed, home: Home, who: Pick<Resident, "personId">): Promise<void> {
  await work.tx.person.update({
    where: { id: who.personId },
    data: { householdId: home.id, divisionId: home.divisionId, version: { increment: 1 } },
  });
  await work.tx.searchEntry.updateMany({
    where: { kind: "person", subjectId: who.personId },
    data: { divisionId: home.divisionId, householdId: home.id },
  });
}

const noteMember = ({ work }: Deed, home: Home, old: string | null, now: string | null) =>
  work.note({
    entity: "household",
    entityId: home.id,
    householdId: home.id,
    divisionId: home.divisionId,
    field: "member",
    old,
    new: now,
  });
