/** Writes changed facts of the open year into the tables that keep them; a fact that the list repeats goes there as well. */
import type { Stored } from "#lib/base/fact-field.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { FactTable, HouseholdFact } from "../fact-columns.ts";
import type { HouseholdSubject } from "../subject.ts";

export type Change = { fact: HouseholdFact; value: Stored };
type Data = Record<string, unknown>;

/** As Prisma names the column. */
const PRISMA_NAME: Record<string, string> = { income: "incomePerHeadFen", productionPower: "power" };
const nameOf = ({ key }: HouseholdFact) => PRISMA_NAME[key] ?? key;

const cell = ({ fact, value }: Change): unknown => {
  if (fact.key === "otherCauses") return value === null ? [] : String(value).split(",");
  return fact.kind === "day" && value !== null ? dayToColumn(String(value)) : value;
};
const dataOf = (changes: readonly Change[]): Data =>
  Object.fromEntries(changes.map((change) => [nameOf(change.fact), cell(change)]));

export async function writeFacts(
  work: Work,
  household: HouseholdSubject & { year: number },
  changes: readonly Change[],
): Promise<void> {
  const { tx, viewer } = work;
  const { id: householdId, divisionId, year } = household;
  const own = (table: FactTable) => changes.filter(({ fact }) => fact.table === table);
  const listed = changes.filter(({ fact }) => fact.listed || fact.table === "household");
  await tx.household.update({
    where: { id: householdId },
    data: { ...dataOf(listed), version: { increment: 1 } },
  });
  const key = { householdId_year: { householdId, year } };
  const placed = { householdId, year, divisionId };
  const yearly = dataOf(own("householdYear"));
  await tx.householdYear.upsert({
    where: key,
    update: yearly,
    create: {
      ...{ headName: household.headName, status: household.status, attribute: household.attribute },
      ...{ mainCause: household.mainCause, memberCount: household.memberCount },
      ...placed,
      ...yearly,
    },
  });
  const living = dataOf(own("livingYear"));
  if (own("livingYear").length > 0)
    await tx.livingYear.upsert({ where: key, update: living, create: { ...placed, ...living } });
  const production = dataOf(own("productionYear"));
  if (own("productionYear").length > 0)
    await tx.productionYear.upsert({ where: key, update: production, create: { ...placed, ...production } });
  const relocation = dataOf(own("relocation"));
  if (own("relocation").length > 0)
    await tx.relocation.upsert({
      where: { householdId },
      update: relocation,
      create: { householdId, divisionId, accountId: viewer.accountId, ...relocation },
    });
  await writeLivestock(work, placed, own("livestock"));
}

/** A kind of which neither number is known any more has no row. */
async function writeLivestock(
  { tx }: Work,
  placed: { householdId: string; year: number; divisionId: number },
  changes: readonly Change[],
): Promise<void> {
  const { householdId, year } = placed;
  for (const kind of new Set(changes.map(({ fact }) => fact.key.split(".")[1] ?? ""))) {
    const key = { householdId_year_kind: { householdId, year, kind } };
    const before = await tx.livestock.findUnique({ where: key });
    const next = { stock: before?.stock ?? null, sold: before?.sold ?? null };
    for (const { fact, value } of changes)
      if (fact.key.endsWith(`.${kind}`)) next[fact.column as "stock" | "sold"] = value as number | null;
    if (next.stock === null && next.sold === null) {
      if (before) await tx.livestock.delete({ where: key });
    } else await tx.livestock.upsert({ where: key, update: next, create: { ...placed, kind, ...next } });
  }
}
