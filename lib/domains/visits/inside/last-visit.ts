/** Keeps the day of the last visit beside the household, for lists: always from the visits themselves. */
import type { Work } from "#lib/platform/scope.ts";

export async function lastVisitMoves({ tx }: Work, householdId: string): Promise<void> {
  await tx.$executeRaw`update household set last_visit_on = (select max(v.visited_on) from visit v
    where v.household_id = household.id and v.status in ('SUBMITTED', 'CONFIRMED')) where id = ${householdId}::uuid`;
}
