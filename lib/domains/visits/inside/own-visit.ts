/** A visit as the subject of a deed on its photos, held until the deed is done. */
import { reachable } from "#lib/domains/divisions/place.ts";
import type { Work } from "#lib/platform/scope.ts";

export type OwnVisit = {
  id: string;
  householdId: string;
  divisionId: number;
  recordedBy: number | null;
  status: string;
  photos: number;
};

export async function ownVisit({ sql, viewer }: Work, { id }: { id: string }): Promise<OwnVisit | null> {
  // Counted after the lock: two uploads at once must not both be the third.
  const [visit] = await sql<Omit<OwnVisit, "photos">>`
    select id, household_id as "householdId", division_id as "divisionId", recorded_by as "recordedBy", status from visit v
    where id = ${id}::uuid and ${reachable(viewer, { division: "v.division_id", household: "v.household_id" })} for update`;
  if (!visit) return null;
  const [kept] = await sql<{ n: number }>`
    select count(*)::int as n from stored_file where owner = 'visit' and owner_id = ${id} and kind = 'PHOTO'`;
  return { ...visit, photos: kept?.n ?? 0 };
}
