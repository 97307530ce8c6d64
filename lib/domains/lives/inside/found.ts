/** Where somebody without a home stands and is found: kept before he comes to a household, put back when that was a mistake. */
import type { Work } from "#lib/platform/scope.ts";
import type { Found } from "./deed.ts";

export async function foundBefore({ tx }: Work, personId: string): Promise<Found> {
  const { divisionId } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { divisionId: true },
  });
  const entry = await tx.searchEntry.findUnique({
    where: { kind_subjectId: { kind: "person", subjectId: personId } },
    select: { divisionId: true, householdId: true },
  });
  return { personId, divisionId, entry };
}

/** Whoever was made by the deed itself is found nowhere any more. */
export async function foundAgain({ tx }: Work, personId: string, found: Found | undefined): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { householdId: null, ...(found && { divisionId: found.divisionId }) },
  });
  const where = { kind: "person", subjectId: personId };
  if (found?.entry) await tx.searchEntry.updateMany({ where, data: found.entry });
  else await tx.searchEntry.deleteMany({ where });
}
